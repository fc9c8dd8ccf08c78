import { Copy, EllipsisVertical, FolderOpen, LogOut, Pencil, Trash2 } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { isRunUnderWay, useSession, type LabSummary } from '@/api';
import { t, tn } from '@/i18n';
import { formatAgo } from '@/lib/format';
import { Badge, IconButton, Menu, MenuItem, MenuSeparator } from '@/ui';
import css from './LabCard.module.css';
import { LabPicture } from './LabPicture';
import { BUSY, LAB_STATES, lastRunText } from './states';

export interface LabCardActions {
  onRename: (lab: LabSummary) => void;
  onDuplicate: (lab: LabSummary) => void;
  onDelete: (lab: LabSummary) => void;
  onLeave: (lab: LabSummary) => void;
}

/** One lab of the list; the whole card opens it, the menu does the rest. */
export function LabCard({ lab, now, actions }: { lab: LabSummary; now: Date; actions: LabCardActions }) {
  const isShared = useIsShared(lab);
  const isBusy = lab.last_run !== null && isRunUnderWay(lab.last_run);
  const state = isBusy ? BUSY : LAB_STATES[lab.state];
  const size = [
    tn(lab.node_count, '{count} node', '{count} nodes'),
    tn(lab.link_count, '{count} link', '{count} links'),
  ].join(', ');
  return (
    <article className={css.card}>
      <div className={css.picture}>
        <LabPicture lab={lab} />
      </div>
      <div className={css.words}>
        <h2 className={css.name}>
          <Link href={`/labs/${lab.id}`} className={css.open}>
            {lab.name}
          </Link>
        </h2>
        <LabMenu lab={lab} isShared={isShared} actions={actions} />
        <p className={css.facts}>
          {size}
          <span aria-hidden> · </span>
          {lastRunText(lab.last_run, now)}
        </p>
        <p className={css.updated}>
          <Badge tone={state.tone} icon={state.icon}>
            {state.word}
          </Badge>
          <span className={css.when}>
            {isShared && (
              <>
                {t('By {owner}', { owner: lab.owner })}
                <span aria-hidden> · </span>
              </>
            )}
            {t('Drawn {when}', { when: formatAgo(new Date(lab.updated_at), now) })}
          </span>
        </p>
      </div>
    </article>
  );
}

/** Whether it is somebody else's. */
function useIsShared({ owner }: LabSummary): boolean {
  const user = useSession().data?.user;
  return user != null && user.name !== owner;
}

function LabMenu({
  lab,
  isShared,
  actions,
}: {
  lab: LabSummary;
  isShared: boolean;
  actions: LabCardActions;
}) {
  const [, navigate] = useLocation();
  return (
    <div className={css.menu}>
      <Menu
        trigger={
          <IconButton
            label={t('More for {name}', { name: lab.name })}
            size="s"
            icon={<EllipsisVertical size={16} aria-hidden />}
          />
        }
      >
        <MenuItem icon={<FolderOpen size={15} />} onSelect={() => navigate(`/labs/${lab.id}`)}>
          {t('Open')}
        </MenuItem>
        {(lab.role === 'edit' || lab.role === 'own') && (
          <MenuItem icon={<Pencil size={15} />} onSelect={() => actions.onRename(lab)}>
            {t('Rename…')}
          </MenuItem>
        )}
        <MenuItem icon={<Copy size={15} />} onSelect={() => actions.onDuplicate(lab)}>
          {t('Duplicate')}
        </MenuItem>
        {(isShared || lab.role === 'own') && <MenuSeparator />}
        {isShared && (
          <MenuItem icon={<LogOut size={15} />} onSelect={() => actions.onLeave(lab)}>
            {t('Leave this lab…')}
          </MenuItem>
        )}
        {lab.role === 'own' && (
          <MenuItem danger icon={<Trash2 size={15} />} onSelect={() => actions.onDelete(lab)}>
            {t('Delete…')}
          </MenuItem>
        )}
      </Menu>
    </div>
  );
}
