import { useMemo } from 'react';
import { GROUP_TITLES, isAllowed, useCommands } from '@/commands';
import { t } from '@/i18n';
import { openWindow } from '@/state/view';
import { Dialog, Kbd } from '@/ui';
import { helpGroups } from './rows';
import css from './ShortcutHelp.module.css';

/** Every key of the editor, by what it is for. */
export function ShortcutHelp() {
  const commands = useCommands((registry) => registry.commands);
  const groups = useMemo(() => helpGroups([...commands.values()].filter(isAllowed)), [commands]);
  return (
    <Dialog
      open
      onOpenChange={() => openWindow(null)}
      title={t('Keyboard shortcuts')}
      description={t('Single keys work while the canvas has the focus.')}
      width="46rem"
    >
      <div className={css.groups} role="group" aria-label={t('Keyboard shortcuts')} tabIndex={0}>
        {groups.map(({ group, rows }) => (
          <section key={group}>
            <h3 className={css.title}>{GROUP_TITLES[group]}</h3>
            <dl className={css.rows}>
              {rows.map(({ title, keys }) => (
                <div key={title} className={css.row}>
                  <dt>{title}</dt>
                  <dd className={css.keys}>
                    {keys.map((one) => (
                      <Kbd key={one} keys={one} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
