import { useEffect, useMemo, useRef, useState } from 'react';
import { ops, type LinkStart, type NodeKind } from '@/doc';
import { t } from '@/i18n';
import { useLab, useTopology } from '@/state/lab';
import { useView } from '@/state/view';
import { useViewport } from '@/state/viewport';
import { canRename, canRemove, link, linkEnd, remove } from './edits';
import { outlineRows, type OutlineRow } from './rows';

export interface Outline {
  rows: readonly OutlineRow[];
  /** Index of the row that Tab reaches; -1 only while there are no rows. */
  active: number;
  /** Counts up each time the active row shall take the focus. */
  focusing: number;
  renaming: string | null;
  linkFrom: (LinkStart & { title: string }) | null;
  /** What has just happened, for who cannot see it. */
  said: string;
  goTo: (key: string) => void;
  turn: (key: string) => void;
  /** Enter: opens the element in the inspector, or ends a link at it. */
  open: (row: OutlineRow) => void;
  toggleSelected: (row: OutlineRow) => void;
  startLink: (row: OutlineRow) => void;
  stop: () => void;
  startRename: (row: OutlineRow) => void;
  endRename: () => void;
  remove: (row: OutlineRow) => void;
  add: (kind: NodeKind) => void;
  addInterface: (row: OutlineRow) => void;
}

/** The tree's own state beside the drawing and the selection, which it shares with the canvas. */
export function useOutline(): Outline {
  const { doc } = useLab();
  const projection = useTopology((one) => one);
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const [focusing, setFocusing] = useState(0);
  const [renaming, setRenaming] = useState<string | null>(null);
  const [linkFrom, setLinkFrom] = useState<Outline['linkFrom']>(null);
  const [said, setSaid] = useState('');
  const rows = useMemo(() => outlineRows(projection, turned), [projection, turned]);
  const active = useActiveRow(rows, activeKey);
  useFollowSelection(setActiveKey);
  const goTo = (key: string) => {
    setActiveKey(key);
    setFocusing((count) => count + 1);
  };
  const turn = (key: string) => setTurned((before) => toggled(before, key));
  const endLink = (row: OutlineRow, from: LinkStart) => {
    const to = linkEnd(row);
    const made = to && link(doc, from, to);
    setSaid(made ?? t('There can be no link to {name}.', { name: row.title }));
    if (made !== undefined) setLinkFrom(null);
  };
  return {
    rows,
    active,
    focusing,
    renaming,
    linkFrom,
    said,
    goTo,
    turn,
    open: (row) => {
      if (linkFrom !== null) endLink(row, linkFrom);
      else if (row.element === undefined) turn(row.key);
      else useView.getState().goTo(row.element);
    },
    toggleSelected: (row) => toggleSelected(row),
    startLink: (row) => {
      const from = linkEnd(row);
      if (from) setLinkFrom({ ...from, title: row.title });
    },
    stop: () => setLinkFrom(null),
    startRename: (row) => {
      if (canRename(row)) setRenaming(row.key);
    },
    endRename: () => {
      setRenaming(null);
      setFocusing((count) => count + 1);
    },
    remove: (row) => {
      if (!canRemove(row)) return;
      const next = rows[active + 1]?.parent === row.parent ? rows[active + 1] : rows[active - 1];
      remove(doc, row);
      goTo(next?.key ?? 'nodes');
    },
    add: (kind) => {
      const id = ops.addNode(doc, kind, useViewport.getState().freePlace());
      useView.getState().select([id]);
      goTo(id);
    },
    addInterface: (row) => {
      if (row.element === undefined || !('node' in row.element)) return;
      const { node } = row.element;
      const id = ops.addInterface(doc, node);
      if (id === undefined) return;
      setTurned((before) => new Set(before).add(node));
      goTo(`${node}/${id}`);
    },
  };
}

function toggled(before: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(key)) after.add(key);
  return after;
}

/** A row that has gone, or is folded away, leaves the place to the one that is there now. */
function useActiveRow(rows: readonly OutlineRow[], key: string | null): number {
  const indexes = useMemo(() => new Map(rows.map((row, index) => [row.key, index])), [rows]);
  const [last, setLast] = useState(0);
  const found = key === null ? undefined : indexes.get(key);
  if (found !== undefined && found !== last) setLast(found);
  return found ?? Math.min(last, rows.length - 1);
}

/** What is selected on the canvas is where Tab comes to in the tree. */
function useFollowSelection(setActiveKey: (key: string) => void): void {
  const nodes = useView((view) => view.nodes);
  const links = useView((view) => view.links);
  const latest = useRef(setActiveKey);
  useEffect(() => {
    const [one] = nodes.size > 0 ? nodes : links;
    if (nodes.size + links.size === 1 && one !== undefined) latest.current(one);
  }, [nodes, links]);
}

function toggleSelected({ element }: OutlineRow): void {
  const { nodes, links, shapes, select } = useView.getState();
  if (element?.type === 'node') select(toggled(nodes, element.node), links, shapes);
  if (element?.type === 'link') select(nodes, toggled(links, element.link), shapes);
  if (element?.type === 'shape') select(nodes, links, toggled(shapes, element.shape));
}
