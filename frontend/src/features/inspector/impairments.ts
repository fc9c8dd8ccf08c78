/** Lines as people know them, and which numbers a slider moves through. */
import type { EntryJson } from '@/doc';
import { t } from '@/i18n';

export interface Preset {
  name: string;
  impairment: EntryJson | undefined;
}

/** Rough figures of common lines: what one notices of them, not what a contract says. */
export const PRESETS: readonly Preset[] = [
  { name: t('Perfect'), impairment: undefined },
  {
    name: t('Office Wi-Fi'),
    impairment: { delay_ms: 2, jitter_ms: 2, loss_percent: 0.5, rate_kbit: 50_000 },
  },
  { name: 'DSL', impairment: { delay_ms: 15, jitter_ms: 2, rate_kbit: 16_000 } },
  { name: '4G', impairment: { delay_ms: 35, jitter_ms: 10, loss_percent: 0.5, rate_kbit: 20_000 } },
  { name: t('Across an ocean'), impairment: { delay_ms: 80, jitter_ms: 3 } },
  { name: t('Satellite'), impairment: { delay_ms: 300, jitter_ms: 20, loss_percent: 1, rate_kbit: 10_000 } },
  { name: t('Bad line'), impairment: { delay_ms: 60, jitter_ms: 40, loss_percent: 10, rate_kbit: 1_000 } },
];

export function isPreset(preset: Preset, impairment: EntryJson | undefined): boolean {
  const one = Object.entries(preset.impairment ?? {});
  const other = impairment ?? {};
  return one.length === Object.keys(other).length && one.every(([name, value]) => other[name] === value);
}

export interface Scale {
  field: string;
  label: string;
  unit: string;
  /** Where the slider stands at its ends; a number typed may go beyond. */
  most: number;
  step: number;
  /** What a place on the slider, 0 to 1, stands for, so that small numbers have room. */
  power: number;
}

export const SCALES: readonly Scale[] = [
  { field: 'delay_ms', label: t('Delay'), unit: 'ms', most: 1000, step: 1, power: 2 },
  { field: 'jitter_ms', label: t('Jitter'), unit: 'ms', most: 200, step: 1, power: 2 },
  { field: 'loss_percent', label: t('Loss'), unit: '%', most: 100, step: 0.1, power: 3 },
];

export const OTHERS = [
  'rate_kbit',
  'queue_packets',
  'duplicate_percent',
  'reorder_percent',
  'corrupt_percent',
] as const;

export const SLIDER_STEPS = 200;

export function valueAt(scale: Scale, place: number): number {
  const value = scale.most * (place / SLIDER_STEPS) ** scale.power;
  return Number((Math.round(value / scale.step) * scale.step).toFixed(4));
}

export function placeOf(scale: Scale, value: number): number {
  const share = Math.min(Math.max(value / scale.most, 0), 1);
  return Math.round(share ** (1 / scale.power) * SLIDER_STEPS);
}

/** The impairment with one number changed; one that does nothing any more is left out. */
export function withField(
  impairment: EntryJson | undefined,
  field: string,
  value: number,
): EntryJson | undefined {
  const { [field]: before, ...others } = impairment ?? {};
  const after =
    value === 0
      ? others
      : before === undefined
        ? { ...others, [field]: value }
        : { ...impairment, [field]: value };
  return Object.keys(after).length > 0 ? after : undefined;
}
