/** Numbers and times as a person reads them. */
import { formatDate, formatNumber, t } from '@/i18n';

/** A round-trip time: three digits at most, in the unit that fits. */
export function formatRtt(rtt_us: number): string {
  if (rtt_us < 0) return '–';
  if (rtt_us < 1000) return `${rtt_us} µs`;
  if (rtt_us < 10_000) return `${fixed(rtt_us / 1000, 2)} ms`;
  if (rtt_us < 1_000_000) return `${fixed(rtt_us / 1000, rtt_us < 100_000 ? 1 : 0)} ms`;
  return `${fixed(rtt_us / 1_000_000, 1)} s`;
}

const fixed = (value: number, digits: number) => formatNumber(value, digits, digits);

export function formatDuration(seconds: number): string {
  if (seconds < 0.0995) return `${Math.max(1, Math.round(seconds * 1000))} ms`;
  if (seconds < 10) return `${fixed(seconds, 2)} s`;
  if (seconds < 60) return `${fixed(seconds, 1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;

/** How long ago something was; a date once days are no longer counted on one hand. */
export function formatAgo(then: Date, now: Date): string {
  const seconds = (now.getTime() - then.getTime()) / 1000;
  if (seconds < MINUTE_S) return t('just now');
  if (seconds < HOUR_S) return t('{n} min ago', { n: Math.floor(seconds / MINUTE_S) });
  if (seconds < DAY_S) return t('{n} h ago', { n: Math.floor(seconds / HOUR_S) });
  if (seconds < 2 * DAY_S) return t('yesterday');
  if (seconds < 6 * DAY_S) return t('{n} days ago', { n: Math.floor(seconds / DAY_S) });
  return formatDate(then, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** With separators, so that 12345 reads as twelve thousand. */
export function formatCount(number: number): string {
  return formatNumber(number);
}

/** `1 node`, `2 nodes`. */
export function plural(number: number, one: string, many = `${one}s`): string {
  return `${formatCount(number)} ${number === 1 ? one : many}`;
}

/** Words that open what the server says; anything else there is a name, and `lo` must not become `Lo`. */
const OPENING = /^(an?|every|it|no|not|nothing|the|there|this|too|your?)\b/;

export function sentence(text: string): string {
  const capital = OPENING.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  return capital === '' || /[.!?]$/.test(capital) ? capital : `${capital}.`;
}

const STEP = 1000;

/** `3`, `1.2 k`, `45 M`: as much as a glance takes in. */
function scaled(value: number, unit: string): string {
  const prefixes = ['', 'k', 'M', 'G', 'T'];
  let power = 0;
  let left = value;
  while (left >= STEP && power < prefixes.length - 1) {
    left /= STEP;
    power += 1;
  }
  const digits = power === 0 || left >= 10 ? 0 : 1;
  return `${formatNumber(left, digits)} ${prefixes[power] ?? ''}${unit}`;
}

export function formatBitRate(bit_per_s: number): string {
  return scaled(bit_per_s, 'bit/s');
}

export function formatBytes(bytes: number): string {
  return scaled(bytes, 'B');
}
