/** Where a key leads in the tree, as the pattern for trees has it. */
import type { OutlineRow } from './rows';

export type Step = { to: string } | { turn: string };

export function stepFor(key: string, rows: readonly OutlineRow[], active: number): Step | undefined {
  const row = rows[active];
  if (row === undefined) return undefined;
  const to = (index: number): Step | undefined => {
    const target = rows[index];
    return target && { to: target.key };
  };
  switch (key) {
    case 'ArrowDown':
      return to(active + 1);
    case 'ArrowUp':
      return to(active - 1);
    case 'PageDown':
      return to(Math.min(rows.length - 1, active + PAGE));
    case 'PageUp':
      return to(Math.max(0, active - PAGE));
    case 'Home':
      return to(0);
    case 'End':
      return to(rows.length - 1);
    case 'ArrowRight':
      if (row.expanded === false) return { turn: row.key };
      return row.expanded === true ? to(active + 1) : undefined;
    case 'ArrowLeft':
      if (row.expanded === true) return { turn: row.key };
      return row.parent === null ? undefined : { to: row.parent };
    default:
      return undefined;
  }
}

const PAGE = 10;
