import { useState } from 'react';
import { Bookmark, GitCompareArrows, MoreHorizontal, PencilLine, Play, RotateCcw } from 'lucide-react';
import { type Version } from '@/api';
import { t, tn } from '@/i18n';
import { useLab } from '@/state/lab';
import { compare } from '@/state/view';
import { Button, IconButton, Menu, MenuItem } from '@/ui';
import css from './HistoryPanel.module.css';
import { RenameForm } from './RenameForm';
import { useVersionOrders } from './useVersionOrders';
import { DRAWN, timeOf, versionTitle } from './words';

const REASON_ICONS = { edits: PencilLine, apply: Play, named: Bookmark, restore: RotateCcw };

/** One version, and what can be done with it. */
export function VersionRow({ version }: { version: Version }) {
  const { number, name, author } = version;
  const { canEdit } = useLab();
  const orders = useVersionOrders(version);
  const [naming, setNaming] = useState(false);
  const Icon = name === '' ? REASON_ICONS[version.reason] : Bookmark;
  const title = versionTitle(version);
  return (
    <li className={css.version} data-named={name !== '' || undefined}>
      <span className={css.dot}>
        <Icon size={14} aria-hidden />
      </span>
      {naming ? (
        <RenameForm version={version} onDone={() => setNaming(false)} />
      ) : (
        <span className={css.words}>
          <strong className={css.title}>{title}</strong>
          <span className={css.facts}>
            {[
              timeOf(version),
              author,
              tn(version.node_count, '{count} node', '{count} nodes'),
              tn(version.link_count, '{count} link', '{count} links'),
            ]
              .filter((word) => word !== null)
              .join(' · ')}
          </span>
        </span>
      )}
      <Button
        size="s"
        icon={<GitCompareArrows size={14} aria-hidden />}
        aria-label={t('Compare {title} with the drawing', { title })}
        onClick={() => compare({ before: String(number), after: DRAWN })}
      >
        {t('Compare')}
      </Button>
      {canEdit && (
        <Button
          size="s"
          icon={<RotateCcw size={14} aria-hidden />}
          aria-label={t('Restore {title}', { title })}
          onClick={orders.restore}
        >
          {t('Restore')}
        </Button>
      )}
      <Menu
        trigger={
          <IconButton
            label={t('More for {title}', { title })}
            size="s"
            side="left"
            icon={<MoreHorizontal size={15} />}
          />
        }
      >
        {canEdit && (
          <MenuItem onSelect={() => setNaming(true)}>
            {name === '' ? t('Name this version…') : t('Rename…')}
          </MenuItem>
        )}
        <MenuItem onSelect={orders.fork}>{t('Open as a new lab')}</MenuItem>
        {canEdit && (
          <MenuItem danger onSelect={orders.remove}>
            {t('Delete this version')}
          </MenuItem>
        )}
      </Menu>
    </li>
  );
}
