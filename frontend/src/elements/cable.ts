/** Cables and ports in few words, as the canvas writes them beside the lines. */
import type { DocInterface, DocLink } from '@/doc';
import { formatNumber, t } from '@/i18n';

export interface CableWords {
  /** What the cable does to traffic from the first end to the second; empty: nothing. */
  there: string;
  /** The other way. */
  back: string;
  cut: boolean;
}

type Numbers = Readonly<Record<string, unknown>>;

const PLAIN: CableWords = { there: '', back: '', cut: false };
const KBIT_UNITS = [
  [1_000_000, 'Gbit/s'],
  [1000, 'Mbit/s'],
  [1, 'kbit/s'],
] as const;

/** Almost every cable is a perfect one, and costs nothing to read. */
export function cableWords({ fields }: Pick<DocLink, 'fields'>): CableWords {
  const { impairment, impairment_back: back, cut } = fields;
  if (impairment === undefined && back === undefined && cut !== true) return PLAIN;
  const there = impairmentWords(impairment as Numbers | undefined);
  return {
    there,
    back: back === undefined ? there : impairmentWords(back as Numbers | undefined),
    cut: cut === true,
  };
}

/** `20 ± 5 ms · 1 % · 10 Mbit/s`. */
export function impairmentWords(impairment: Numbers | undefined): string {
  if (impairment === undefined) return '';
  const number = (field: string) => Number(impairment[field] ?? 0);
  const rest = [
    [number('duplicate_percent'), t('twice')],
    [number('reorder_percent'), t('reordered')],
    [number('corrupt_percent'), t('corrupted')],
  ] as const;
  const words = [
    delayWords(number('delay_ms'), number('jitter_ms')),
    number('loss_percent') > 0 ? `${short(number('loss_percent'))} %` : '',
    rateWords(number('rate_kbit')),
    ...rest.map(([percent, what]) => (percent > 0 ? `${short(percent)} % ${what}` : '')),
    number('queue_packets') > 0 ? t('queue {packets}', { packets: number('queue_packets') }) : '',
  ];
  return words.filter((word) => word !== '').join(' · ');
}

function delayWords(delay_ms: number, jitter_ms: number): string {
  if (jitter_ms > 0) return `${short(delay_ms)} ± ${short(jitter_ms)} ms`;
  return delay_ms > 0 ? `${short(delay_ms)} ms` : '';
}

function rateWords(kbit: number): string {
  const [unit, name] = KBIT_UNITS.find(([size]) => kbit >= size) ?? [1, ''];
  return name === '' ? '' : `${short(kbit / unit)} ${name}`;
}

function short(value: number): string {
  return formatNumber(value, 2);
}

export interface PortTag {
  mode: 'access' | 'trunk';
  text: string;
  /** The same in a sentence. */
  title: string;
}

function trunkTitle(vlans: string, native: number | undefined): string {
  return native === undefined
    ? t('Trunk of VLANs {vlans}', { vlans })
    : t('Trunk of VLANs {vlans}; without tag: VLAN {native}', { vlans, native: String(native) });
}

const TAG_LIMIT = 14;

/** `10` on an access port; `10,20 (1)` on a trunk whose frames without tag are of VLAN 1. */
export function portTag(port: Pick<DocInterface, 'vlan' | 'trunk' | 'native'>): PortTag | undefined {
  const { vlan, trunk, native } = port;
  if (trunk !== undefined) {
    const tagged = trunk.join(',');
    const listed = tagged.length > TAG_LIMIT ? `${tagged.slice(0, TAG_LIMIT - 1)}…` : tagged;
    return {
      mode: 'trunk',
      text: native === undefined ? listed : `${listed} (${native})`,
      title: trunkTitle(trunk.join(', '), native),
    };
  }
  if (vlan === undefined) return undefined;
  return {
    mode: 'access',
    text: String(vlan),
    title: t('Access port of VLAN {vlan}', { vlan: String(vlan) }),
  };
}
