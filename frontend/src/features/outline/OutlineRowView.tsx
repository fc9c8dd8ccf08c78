import { Cable, ChevronDown, ChevronRight, EthernetPort, StickyNote } from 'lucide-react';
import { KINDS } from '@/elements';
import { useLab } from '@/state/lab';
import { useProblems } from '@/state/problems';
import { useView } from '@/state/view';
import { InPlaceInput, toast } from '@/ui';
import { t } from '@/i18n';
import css from './OutlinePanel.module.css';
import { longest, rename, renamedText, renameLabel, renameProblem } from './edits';
import type { OutlineRow, RowKind } from './rows';
import type { Outline } from './useOutline';

const ICON = 15;

/** One row, with the keyboard's focus if it is the active one. */
export function OutlineRowView({
  row,
  top_px,
  isActive,
  outline,
}: {
  row: OutlineRow;
  top_px: number;
  isActive: boolean;
  outline: Outline;
}) {
  const { key, kind, level, title, detail, expanded, place, of, element } = row;
  const selected = useIsSelected(row);
  const problems = useProblems((state) => state.byElement.get(key));
  return (
    <div
      role="treeitem"
      tabIndex={isActive ? 0 : -1}
      aria-level={level}
      aria-setsize={of}
      aria-posinset={place}
      aria-expanded={expanded}
      aria-selected={element === undefined ? undefined : selected}
      className={css.row}
      data-level={level}
      style={{ top: top_px }}
      onClick={() => {
        outline.goTo(key);
        outline.open(row);
      }}
    >
      <span
        className={css.turner}
        aria-hidden
        onClick={(event) => {
          if (expanded === undefined) return;
          event.stopPropagation();
          outline.turn(key);
        }}
      >
        {expanded !== undefined && (expanded ? <ChevronDown size={ICON} /> : <ChevronRight size={ICON} />)}
      </span>
      <RowIcon kind={kind} />
      {outline.renaming === key ? (
        <Rename row={row} onEnd={outline.endRename} />
      ) : (
        <span className={css.title}>{title}</span>
      )}
      <span className={css.detail}>{detail}</span>
      {problems && <span className={css.problem}>{problems.messages[0]}</span>}
    </div>
  );
}

function useIsSelected({ element }: OutlineRow): boolean {
  return useView(({ nodes, links, shapes, part }) => {
    if (element?.type === 'node') return nodes.has(element.node) && part?.type !== 'interface';
    if (element?.type === 'link') return links.has(element.link);
    if (element?.type === 'shape') return shapes.has(element.shape);
    return (
      element?.type === 'interface' && part?.type === 'interface' && part.interface === element.interface
    );
  });
}

function RowIcon({ kind }: { kind: RowKind }) {
  if (kind === 'section') return null;
  if (kind === 'interface') return <EthernetPort className={css.icon} size={ICON} aria-hidden />;
  if (kind === 'link') return <Cable className={css.icon} size={ICON} aria-hidden />;
  if (kind === 'shape') return <StickyNote className={css.icon} size={ICON} aria-hidden />;
  const { Icon, label } = KINDS[kind];
  return (
    <span className={css.icon} role="img" aria-label={label}>
      <Icon size={ICON} />
    </span>
  );
}

/** The name, label or text of a row while it is typed. */
function Rename({ row, onEnd }: { row: OutlineRow; onEnd: () => void }) {
  const { doc } = useLab();
  return (
    <span onClick={(event) => event.stopPropagation()}>
      <InPlaceInput
        label={renameLabel(row)}
        value={renamedText(doc, row)}
        maxLength={longest(row)}
        className={css.rename}
        problem={(text) => renameProblem(doc, row, text)}
        onKeep={(text, problem) => {
          if (problem === undefined) rename(doc, row, text);
          else toast({ tone: 'bad', title: t('Not renamed'), text: problem });
        }}
        onEnd={onEnd}
      />
    </span>
  );
}
