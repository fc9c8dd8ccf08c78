import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { t } from '@/i18n';
import { useLab } from '@/state/lab';
import { Panel, useVirtualRows } from '@/ui';
import { OutlineBar } from './OutlineBar';
import css from './OutlinePanel.module.css';
import { OutlineRowView } from './OutlineRowView';
import type { OutlineRow } from './rows';
import { stepFor } from './treeKeys';
import { useOutline, type Outline } from './useOutline';

const ROW_PX = 30;

/** The whole drawing as a tree: all that the canvas can do, for who uses a keyboard or a screen reader. */
export function OutlinePanel() {
  const outline = useOutline();
  const { canEdit } = useLab();
  const firstAdd = useRef<HTMLButtonElement>(null);
  const { linkFrom, said } = outline;
  return (
    <Panel>
      {canEdit && <OutlineBar outline={outline} firstAdd={firstAdd} />}
      <p role="status" className={linkFrom === null ? 'vw-sr-only' : css.hint}>
        {linkFrom === null
          ? said
          : t('Linking from {name}: go to a node or an interface, Enter links, Escape stops.', {
              name: linkFrom.title,
            })}
      </p>
      <Tree outline={outline} {...(canEdit && { onAdd: () => firstAdd.current?.focus() })} />
    </Panel>
  );
}

function Tree({ outline, onAdd }: { outline: Outline; onAdd?: () => void }) {
  const { rows, active } = outline;
  const tree = useRef<HTMLDivElement>(null);
  const { measure, onScroll, first, end } = useVirtualRows(rows.length, ROW_PX);
  useInSight(tree, active);
  useFocus(tree, outline);
  const shown = [...new Set([...range(first, end), active])].sort((a, b) => a - b);
  return (
    <div ref={measure} className={css.scroller} onScroll={onScroll}>
      <div
        ref={tree}
        role="tree"
        aria-label={t('Outline')}
        aria-multiselectable
        className={css.tree}
        style={{ height: rows.length * ROW_PX }}
        onKeyDown={(event) => onKey(event, outline, onAdd)}
      >
        {shown.map((index) => {
          const row = rows[index];
          if (row === undefined) return null;
          const at = { row, top_px: index * ROW_PX, isActive: index === active };
          return <OutlineRowView key={row.key} {...at} outline={outline} />;
        })}
      </div>
    </div>
  );
}

function range(first: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
}

/** The active row is scrolled to when it becomes another one. */
function useInSight(tree: RefObject<HTMLDivElement | null>, active: number): void {
  useLayoutEffect(() => {
    const box = tree.current?.parentElement;
    if (!box || active < 0) return;
    const top = active * ROW_PX;
    const isBelow = top + ROW_PX > box.scrollTop + box.clientHeight;
    if (top < box.scrollTop) box.scrollTo({ top });
    else if (isBelow) box.scrollTo({ top: top + ROW_PX - box.clientHeight });
  }, [tree, active]);
}

function useFocus(tree: RefObject<HTMLDivElement | null>, { focusing, rows, active }: Outline): void {
  const key = rows[active]?.key;
  useEffect(() => {
    if (focusing === 0) return;
    tree.current
      ?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')
      ?.focus({ preventScroll: true });
  }, [tree, focusing, key]);
}

/** Who may only look, and thus has no `onAdd`, has no keys that edit. */
function onKey(event: KeyboardEvent, outline: Outline, onAdd: (() => void) | undefined): void {
  const row = outline.rows[outline.active];
  if (row === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof HTMLInputElement) return;
  const step = stepFor(event.key, outline.rows, outline.active);
  const acts = { ...lookKeys(outline, row), ...(onAdd && editKeys(outline, row, onAdd)) };
  const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (step === undefined && act === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  if (step === undefined) act?.();
  else if ('to' in step) outline.goTo(step.to);
  else outline.turn(step.turn);
}

type Keys = Partial<Record<string, (() => void) | undefined>>;

function lookKeys(outline: Outline, row: OutlineRow): Keys {
  return { Enter: () => outline.open(row), ' ': () => outline.toggleSelected(row) };
}

function editKeys(outline: Outline, row: OutlineRow, onAdd: () => void): Keys {
  return {
    F2: () => outline.startRename(row),
    Delete: () => outline.remove(row),
    Backspace: () => outline.remove(row),
    Escape: outline.linkFrom === null ? undefined : outline.stop,
    l: () => outline.startLink(row),
    a: onAdd,
    i: () => outline.addInterface(row),
  };
}
