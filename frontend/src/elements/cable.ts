/** Cables and ports in few words, as the canvas writes them beside the lines. */
import type { DocInterface, DocLink } from '@/doc';

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
    [number('duplicate_percent'), 'twice'],
    [number('reorder_percent'), 'reordered'],
    [number('corrupt_percent'), 'corrupted'],
  ] as const;
  const words = [
    delayWords(number('delay_ms'), number('jitter_ms')),
    number('loss_percent') > 0 ? `${short(number('loss_percent'))} %` : '',
    rateWords(number('rate_kbit')),
    ...rest.map(([percent, what]) => (percent > 0 ? `${short(percent)} % ${what}` : '')),
    number('queue_packets') > 0 ? `queue ${number('queue_packets')}` : '',
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
  return String(Number(value.toFixed(2)));
}

export interface PortTag {
  mode: 'access' | 'trunk';
  text: string;
  /** The same in a sentence. */
  title: string;
}

const TAG_LIMIT = 14;

/** `10` on an access port; `10,20 (1)` on a trunk whose frames without tag are of VLAN 1. */
export function portTag(port: Pick<DocInterface, 'vlan' | 'trunk' | 'native'>): PortTag | undefined {
  const { vlan, trunk, native } = port;
  if (trunk !== undefined) {
    const tagged = trunk.join(',');
    const listed = tagged.length > TAG_LIMIT ? `${tagged.slice(0, TAG_LIMIT - 1)}…` : tagged;
    const without = native === undefined ? '' : `; without tag: VLAN ${native}`;
    return {
      mode: 'trunk',
      text: native === undefined ? listed : `${listed} (${native})`,
      title: `Trunk of VLANs ${trunk.join(', ')}${without}`,
    };
  }
  if (vlan === undefined) return undefined;
  return { mode: 'access', text: String(vlan), title: `Access port of VLAN ${vlan}` };
}
