import { use, useId, type CSSProperties } from 'react';
import type { JsonSchema } from '@/api';
import type { EntryJson } from '@/doc';
import { SchemaFields } from '@/features/form';
import { t } from '@/i18n';
import { Input, ReadOnly } from '@/ui';
import { common, commonFields, MIXED, withChanges, type Common } from './common';
import { ForEditors } from './ForEditors';
import css from './ImpairmentSection.module.css';
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

type Impairment = EntryJson | undefined;

/** How a cable, or each of several, is worse than a perfect one. */
export function ImpairmentFields({
  root,
  all,
  onChange,
}: {
  root: JsonSchema;
  all: readonly Impairment[];
  /** Gets what is to be made of each. */
  onChange: (change: (one: Impairment) => Impairment) => void;
}) {
  const schema = root.$defs?.Impairment ?? {};
  const { alike, mixed } = commonFields(all.map((one) => one ?? {}));
  return (
    <div className={css.fields}>
      <ForEditors>
        <div className={css.presets} role="group" aria-label={t('Lines as people know them')}>
          {PRESETS.map((preset) => (
            <button
              key={preset.name}
              type="button"
              className={css.preset}
              aria-pressed={all.every((one) => isPreset(preset, one))}
              onClick={() => onChange(() => preset.impairment)}
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
          value={common(all.map((one) => Number(one?.[scale.field] ?? 0))) ?? 0}
          onChange={(value) => onChange((one) => withField(one, scale.field, value))}
        />
      ))}
      <details className={css.more}>
        <summary>{t('Rate, queue, duplicates and more')}</summary>
        <SchemaFields
          root={root}
          schema={schema}
          only={OTHERS}
          value={alike}
          mixed={mixed}
          onChange={(value) => onChange((one) => filled(withChanges(one ?? {}, alike, value)))}
        />
      </details>
    </div>
  );
}

function filled(impairment: EntryJson): Impairment {
  return Object.keys(impairment).length > 0 ? impairment : undefined;
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
  value: Common<number>;
  onChange: (value: number) => void;
}) {
  const id = useId();
  const place = value === MIXED ? 0 : placeOf(scale, value);
  return (
    <div className={css.slider}>
      <label htmlFor={id}>{scale.label}</label>
      <input
        id={id}
        type="range"
        disabled={use(ReadOnly)}
        min={0}
        max={SLIDER_STEPS}
        value={place}
        style={filledTo(place)}
        aria-valuetext={value === MIXED ? t('mixed') : `${value} ${scale.unit}`}
        onChange={(event) => onChange(valueAt(scale, Number(event.target.value)))}
      />
      <Input
        mono
        type="number"
        min={0}
        step="any"
        aria-label={t('{label} in {unit}', { label: scale.label, unit: scale.unit })}
        value={value === MIXED ? '' : value}
        placeholder={value === MIXED ? t('mixed') : undefined}
        onChange={(event) => onChange(Math.max(Number(event.target.value), 0))}
      />
      <span className={css.unit}>{scale.unit}</span>
    </div>
  );
}
