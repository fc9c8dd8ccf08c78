/** Numbers and times as a person reads them. */

/** A round-trip time: three digits at most, in the unit that fits. */
export function formatRtt(rtt_us: number): string {
  if (rtt_us < 0) return '–';
  if (rtt_us < 1000) return `${rtt_us} µs`;
  if (rtt_us < 10_000) return `${(rtt_us / 1000).toFixed(2)} ms`;
  if (rtt_us < 1_000_000) return `${(rtt_us / 1000).toFixed(rtt_us < 100_000 ? 1 : 0)} ms`;
  return `${(rtt_us / 1_000_000).toFixed(1)} s`;
}

export function formatDuration(seconds: number): string {
  if (seconds < 0.0995) return `${Math.max(1, Math.round(seconds * 1000))} ms`;
  if (seconds < 10) return `${seconds.toFixed(2)} s`;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;

/** How long ago something was; a date once days are no longer counted on one hand. */
export function formatAgo(then: Date, now: Date): string {
  const seconds = (now.getTime() - then.getTime()) / 1000;
  if (seconds < MINUTE_S) return 'just now';
  if (seconds < HOUR_S) return `${Math.floor(seconds / MINUTE_S)} min ago`;
  if (seconds < DAY_S) return `${Math.floor(seconds / HOUR_S)} h ago`;
  if (seconds < 2 * DAY_S) return 'yesterday';
  if (seconds < 6 * DAY_S) return `${Math.floor(seconds / DAY_S)} days ago`;
  return then.toLocaleDateString(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** With thin separators, so that 12345 reads as twelve thousand. */
export function formatCount(number: number): string {
  return number.toLocaleString('en-US');
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
