import type { RefObject } from 'react';
import { Cable, EthernetPort, Pencil, Trash2 } from 'lucide-react';
import { KIND_LIST } from '@/elements';
import { t } from '@/i18n';
import { IconButton, PanelToolbar } from '@/ui';
import { canRemove, canRename, linkEnd } from './edits';
import css from './OutlinePanel.module.css';
import type { OutlineRow } from './rows';
import type { Outline } from './useOutline';

const ICON = 15;

/** What can be done with the row that is active, each with its key. */
export function OutlineBar({
  outline,
  firstAdd,
}: {
  outline: Outline;
  firstAdd: RefObject<HTMLButtonElement | null>;
}) {
  const row = outline.rows[outline.active];
  const withRow = (act: (active: OutlineRow) => void) => () => {
    if (row) act(row);
  };
  return (
    <PanelToolbar role="toolbar" aria-label={t('Edit the outline')} className={css.bar}>
      {KIND_LIST.map(({ kind, addLabel, Icon }, index) => (
        <IconButton
          key={kind}
          {...(index === 0 && { ref: firstAdd, shortcut: 'A' })}
          label={addLabel}
          size="s"
          side="top"
          icon={<Icon size={ICON} />}
          onClick={() => outline.add(kind)}
        />
      ))}
      <span className={css.line} />
      <IconButton
        label={t('Add an interface')}
        shortcut="I"
        size="s"
        side="top"
        disabled={row === undefined || linkEnd(row) === undefined}
        icon={<EthernetPort size={ICON} aria-hidden />}
        onClick={withRow(outline.addInterface)}
      />
      <IconButton
        label={t('Link from here')}
        shortcut="L"
        size="s"
        side="top"
        disabled={row === undefined || linkEnd(row) === undefined}
        icon={<Cable size={ICON} aria-hidden />}
        onClick={withRow((one) => {
          outline.startLink(one);
          outline.goTo(one.key);
        })}
      />
      <IconButton
        label={t('Rename')}
        shortcut="F2"
        size="s"
        side="top"
        disabled={row === undefined || !canRename(row)}
        icon={<Pencil size={ICON} aria-hidden />}
        onClick={withRow(outline.startRename)}
      />
      <IconButton
        label={t('Remove')}
        shortcut="Delete"
        size="s"
        side="top"
        disabled={row === undefined || !canRemove(row)}
        icon={<Trash2 size={ICON} aria-hidden />}
        onClick={withRow(outline.remove)}
      />
    </PanelToolbar>
  );
}
