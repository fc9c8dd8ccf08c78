import { Dialog, Kbd } from '@/ui';
import { useCanvas } from './canvasStore';
import css from './ShortcutHelp.module.css';

const GROUPS: readonly { title: string; rows: readonly (readonly [string, readonly string[]])[] }[] = [
  {
    title: 'Draw',
    rows: [
      ['Add a node here', ['A']],
      ['Link from the selected node', ['L']],
      ['…then to the next node, and link', ['Tab', 'Enter']],
      ['Rename', ['F2']],
      ['Duplicate', ['Mod+D']],
      ['Remove', ['Del']],
    ],
  },
  {
    title: 'Select and move',
    rows: [
      ['Next or previous node', ['Tab', 'Shift+Tab']],
      ['Select the focused node', ['Enter']],
      ['Select all', ['Mod+A']],
      ['Select nothing', ['Esc']],
      ['Move by a little', ['←', '→', '↑', '↓']],
      ['Move by more', ['Shift+←']],
      ['Drag without the grid', ['Alt']],
    ],
  },
  {
    title: 'Edit',
    rows: [
      ['Undo', ['Mod+Z']],
      ['Redo', ['Mod+Shift+Z', 'Mod+Y']],
      ['Copy, cut, paste', ['Mod+C', 'Mod+X', 'Mod+V']],
    ],
  },
  {
    title: 'Look',
    rows: [
      ['Fit everything, fit the selection', ['1', '2']],
      ['Zoom in, out, to 100 %', ['+', '-', '0']],
      ['Move the view', ['Space']],
      ['Select tool, hand tool', ['V', 'H']],
      ['This help', ['?']],
    ],
  },
];

/** Shown while the canvas says so. */
export function ShortcutHelp() {
  return (
    <Dialog
      open
      onOpenChange={(helpOpen) => useCanvas.setState({ helpOpen })}
      title="Keyboard shortcuts"
      description="Single keys work while the canvas has the focus."
      width="46rem"
    >
      <div className={css.groups}>
        {GROUPS.map(({ title, rows }) => (
          <section key={title}>
            <h3 className={css.title}>{title}</h3>
            <dl className={css.rows}>
              {rows.map(([what, keys]) => (
                <div key={what} className={css.row}>
                  <dt>{what}</dt>
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
