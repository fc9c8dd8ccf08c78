import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Cable, ChevronDown, ChevronUp, ListFilter, SquareDashed, StickyNote, X } from 'lucide-react';
import type { Hit } from '@/doc';
import { KINDS } from '@/elements';
import { t, tn } from '@/i18n';
import { isFiltered } from '@/state/filter';
import { useLab, useTopology } from '@/state/lab';
import { useOverlay } from '@/state/overlay';
import { useView } from '@/state/view';
import { useViewport } from '@/state/viewport';
import { IconButton, SearchList, type SearchItem } from '@/ui';
import { FilterFields } from './FilterFields';
import css from './FindBar.module.css';
import { useFind } from './findStore';
import { goOn, goToHit, hitsNow } from './hits';

/** As many as somebody scrolls through; F3 goes through all of them. */
const LISTED = 100;
const ICON = 16;

function close(): void {
  useView.setState({ finding: false });
  useViewport.getState().focusCanvas();
}

/** A field over the canvas, which stays in sight: each result is shown there. */
export function FindBar() {
  const { query, current } = useFind();
  const hits = useHits();
  const filtered = useView((view) => isFiltered(view.filter));
  const [filtering, setFiltering] = useState(filtered);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  const choose = (key: string) => {
    const hit = hits.find((one) => one.key === key);
    if (hit) goToHit(hit);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    close();
  };
  const active = hits.find((hit) => hit.key === current)?.key ?? hits[0]?.key;
  return (
    <section className={css.bar} aria-label={t('Find and filter')}>
      <SearchList
        inputRef={input}
        label={t('Find in the drawing')}
        placeholder={t('Name, address, MAC, VLAN 20…')}
        nothing={query.trim() === '' ? '' : t('Nothing in the drawing is written so.')}
        query={query}
        onQuery={(text) => useFind.setState({ query: text, current: null })}
        groups={groupsOf(hits)}
        active={active}
        onActive={(key) => useFind.setState({ current: key })}
        onChoose={choose}
        onKeyDown={onKeyDown}
        end={<Buttons filtering={filtering} onFiltering={setFiltering} count={hits.length} />}
      />
      {filtering && <FilterFields onEscape={close} />}
    </section>
  );
}

function useHits(): readonly Hit[] {
  const projection = useTopology((one) => one);
  useOverlay((overlay) => overlay.addresses);
  return hitsNow(projection);
}

function groupsOf(hits: readonly Hit[]) {
  if (hits.length === 0) return [];
  const more = hits.length > LISTED ? t(', the first {n} listed', { n: LISTED }) : '';
  return [
    {
      title: `${tn(hits.length, '{count} place', '{count} places')}${more}`,
      items: hits.slice(0, LISTED).map(item),
    },
  ];
}

function item({ key, title, detail, kind }: Hit): SearchItem {
  return { id: key, title, detail, icon: iconOf(kind) };
}

function iconOf(kind: Hit['kind']): ReactNode {
  if (kind === 'link') return <Cable size={ICON} aria-hidden />;
  if (kind === 'note') return <StickyNote size={ICON} aria-hidden />;
  if (kind === 'region' || kind === 'group') return <SquareDashed size={ICON} aria-hidden />;
  const { Icon } = KINDS[kind];
  return <Icon size={ICON} />;
}

function Buttons({
  filtering,
  onFiltering,
  count,
}: {
  filtering: boolean;
  onFiltering: (filtering: boolean) => void;
  count: number;
}) {
  const { doc } = useLab();
  return (
    <>
      <IconButton
        label={t('Find previous')}
        shortcut="Shift+F3"
        size="s"
        disabled={count === 0}
        icon={<ChevronUp size={ICON} aria-hidden />}
        onClick={() => goOn(doc.projection, -1)}
      />
      <IconButton
        label={t('Find next')}
        shortcut="F3"
        size="s"
        disabled={count === 0}
        icon={<ChevronDown size={ICON} aria-hidden />}
        onClick={() => goOn(doc.projection, 1)}
      />
      <IconButton
        label={t('Filter the drawing')}
        size="s"
        pressed={filtering}
        icon={<ListFilter size={ICON} aria-hidden />}
        onClick={() => onFiltering(!filtering)}
      />
      <IconButton
        label={t('Close')}
        shortcut="Esc"
        size="s"
        icon={<X size={ICON} aria-hidden />}
        onClick={close}
      />
    </>
  );
}
