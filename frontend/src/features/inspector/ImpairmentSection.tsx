import { use, useId, type CSSProperties } from 'react';
import { useTopologySchema } from '@/api';
import { ops, refText, type DocLink, type EntryJson } from '@/doc';
import { SchemaFields } from '@/features/form';
import { t } from '@/i18n';
import { useLab, useTopology } from '@/state/lab';
import { Checkbox, Input, ReadOnly } from '@/ui';
import css from './ImpairmentSection.module.css';
import { ForEditors } from './ForEditors';
import {
  isPreset,
  OTHERS,
  placeOf,
  PRESETS,
  SCALES,
  SLIDER_STEPS,
  valueAt,
  withField,
  type Scale,
} from './impairments';
import { Section } from './Section';

/** How the cable is worse than a perfect one, for both ways or for each by itself; and whether it is cut. */
export function ImpairmentSection({ link }: { link: DocLink }) {
  const { doc } = useLab();
  const { data: root } = useTopologySchema();
  const [left, right] = useEndNames(link);
  if (root?.$defs?.Impairment === undefined) return null;
  const impairment = link.fields.impairment as EntryJson | undefined;
  const back = link.fields.impairment_back as EntryJson | undefined;
  const apart = back !== undefined;
  const set = (field: 'impairment' | 'impairment_back', value: EntryJson | undefined) =>
    ops.setLinkField(doc, link.id, field, field === 'impairment_back' ? (value ?? {}) : value);
  return (
    <Section title={t('Cable')}>
      <Checkbox
        label={t('Cut')}
        hint={t('As if it were pulled out at both ends')}
        checked={link.fields.cut === true}
        onCheckedChange={(on) => ops.setLinkField(doc, link.id, 'cut', on || undefined)}
      />
      <Checkbox
        label={t('Each way by itself')}
        hint={t('From {left} to {right} otherwise than back', { left, right })}
        checked={apart}
        onCheckedChange={(on) =>
          ops.setLinkField(doc, link.id, 'impairment_back', on ? { ...impairment } : undefined)
        }
      />
      {apart && <p className={css.way}>{`${left} → ${right}`}</p>}
      <Way root={root} impairment={impairment} onChange={(value) => set('impairment', value)} />
      {apart && (
        <>
          <p className={css.way}>{`${right} → ${left}`}</p>
          <Way root={root} impairment={back} onChange={(value) => set('impairment_back', value)} />
        </>
      )}
    </Section>
  );
}

function useEndNames(link: DocLink): [string, string] {
  const names = useTopology((projection) =>
    link.ends.map((end) => (refText(projection, end) ?? '').split(':')[0]).join(' '),
  );
  const [left = '', right = ''] = names.split(' ');
  return [left, right];
}

function Way({
  root,
  impairment,
  onChange,
}: {
  root: NonNullable<ReturnType<typeof useTopologySchema>['data']>;
  impairment: EntryJson | undefined;
  onChange: (impairment: EntryJson | undefined) => void;
}) {
  const schema = root.$defs?.Impairment ?? {};
  return (
    <div className={css.fields}>
      <ForEditors>
        <div className={css.presets} role="group" aria-label={t('Lines as people know them')}>
          {PRESETS.map((preset) => (
            <button
              key={preset.name}
              type="button"
              className={css.preset}
              aria-pressed={isPreset(preset, impairment)}
              onClick={() => onChange(preset.impairment)}
            >
              {preset.name}
            </button>
          ))}
        </div>
      </ForEditors>
      {SCALES.map((scale) => (
        <Slider
          key={scale.field}
          scale={scale}
          value={Number(impairment?.[scale.field] ?? 0)}
          onChange={(value) => onChange(withField(impairment, scale.field, value))}
        />
      ))}
      <details className={css.more}>
        <summary>{t('Rate, queue, duplicates and more')}</summary>
        <SchemaFields
          root={root}
          schema={schema}
          only={OTHERS}
          value={impairment ?? {}}
          onChange={(value) => onChange(Object.keys(value).length > 0 ? value : undefined)}
        />
      </details>
    </div>
  );
}

/** How much of the track lies behind the thumb. */
function filledTo(place: number): CSSProperties {
  return { '--filled': `${(100 * place) / SLIDER_STEPS}%` } as CSSProperties;
}

/** A slider for a feeling, and beside it the number itself. */
function Slider({
  scale,
  value,
  onChange,
}: {
  scale: Scale;
  value: number;
  onChange: (value: number) => void;
}) {
  const id = useId();
  return (
    <div className={css.slider}>
      <label htmlFor={id}>{scale.label}</label>
      <input
        id={id}
        type="range"
        disabled={use(ReadOnly)}
        min={0}
        max={SLIDER_STEPS}
        value={placeOf(scale, value)}
        style={filledTo(placeOf(scale, value))}
        aria-valuetext={`${value} ${scale.unit}`}
        onChange={(event) => onChange(valueAt(scale, Number(event.target.value)))}
      />
      <Input
        mono
        type="number"
        min={0}
        step="any"
        aria-label={t('{label} in {unit}', { label: scale.label, unit: scale.unit })}
        value={value}
        onChange={(event) => onChange(Math.max(Number(event.target.value), 0))}
      />
      <span className={css.unit}>{scale.unit}</span>
    </div>
  );
}
