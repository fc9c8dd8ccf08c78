import { NODE_KINDS, type NodeKind } from '@/doc';
import { t } from '@/i18n';
import { isFiltered, NO_FILTER, type FilterState } from '@/state/filter';
import { setFilter, useView } from '@/state/view';
import { Button, Field, Input, Select } from '@/ui';
import css from './FilterFields.module.css';
import { KIND_WORDS, STATE_WORDS } from './words';

type Choice = FilterState | 'any';
const STATES: readonly { value: Choice; label: string }[] = [
  { value: 'any', label: t('Any state') },
  { value: 'problems', label: STATE_WORDS.problems },
  { value: 'drift', label: STATE_WORDS.drift },
  { value: 'failed', label: STATE_WORDS.failed },
];
const LAST_VLAN = 4094;

/** What the drawing is dimmed by. */
export function FilterFields({ onEscape }: { onEscape: () => void }) {
  const filter = useView((view) => view.filter);
  return (
    <div
      role="group"
      aria-label={t('Filter')}
      className={css.fields}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onEscape();
      }}
    >
      <KindButtons />
      <div className={css.row}>
        <Field label={t('VLAN')}>
          {(ids) => (
            <Input
              {...ids}
              inputMode="numeric"
              maxLength={4}
              placeholder={t('Any')}
              value={filter.vlan ?? ''}
              onChange={(event) => setFilter({ vlan: vlanOf(event.target.value) })}
            />
          )}
        </Field>
        <Field label={t('State')}>
          {(ids) => (
            <Select
              {...ids}
              value={filter.state ?? 'any'}
              options={STATES}
              onValueChange={(state) => setFilter({ state: state === 'any' ? null : state })}
            />
          )}
        </Field>
      </div>
      <Button size="s" disabled={!isFiltered(filter)} onClick={() => setFilter(NO_FILTER)}>
        {t('Show everything again')}
      </Button>
    </div>
  );
}

function vlanOf(text: string): number | null {
  const vid = Number.parseInt(text, 10);
  return vid >= 1 && vid <= LAST_VLAN ? vid : null;
}

function KindButtons() {
  const kinds = useView((view) => view.filter.kinds);
  const toggle = (kind: NodeKind) => {
    const after = new Set(kinds);
    if (!after.delete(kind)) after.add(kind);
    setFilter({ kinds: after });
  };
  return (
    <div role="group" aria-label={t('Kinds of node')} className={css.kinds}>
      {NODE_KINDS.map((kind) => (
        <button
          key={kind}
          type="button"
          className={css.kind}
          aria-pressed={kinds.has(kind)}
          onClick={() => toggle(kind)}
        >
          {KIND_WORDS[kind]}
        </button>
      ))}
    </div>
  );
}
