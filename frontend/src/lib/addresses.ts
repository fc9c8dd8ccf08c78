/** What an address may look like while it is typed. Whether it fits the network is for the server to say. */

const MAC = /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/i;
const PROBE = /^(ping|(tcp|udp)\/([1-9]\d{0,4}))$/;
const PORT_LIMIT = 65535;

function isIPv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

/** Eight groups, or fewer round one `::`; the last two may be written as IPv4. */
function isIPv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2 || !text.includes(':')) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const embedded = last.includes('.');
  if (embedded && !isIPv4(last)) return false;
  const plain = embedded ? groups.slice(0, -1) : groups;
  const count = plain.length + (embedded ? 2 : 0);
  return (
    plain.every((group) => /^[0-9a-f]{1,4}$/i.test(group)) && (halves.length === 2 ? count < 8 : count === 8)
  );
}

export function isAddress(text: string): boolean {
  return isIPv4(text) || isIPv6(text);
}

/** An address with its prefix length, such as 10.0.0.1/24. */
export function isInterfaceAddress(text: string): boolean {
  const [address = '', prefix = '', ...more] = text.split('/');
  if (more.length > 0 || !/^\d{1,3}$/.test(prefix)) return false;
  return (isIPv4(address) && Number(prefix) <= 32) || (isIPv6(address) && Number(prefix) <= 128);
}

export function isDestination(text: string): boolean {
  return text === 'default' || isAddress(text) || isInterfaceAddress(text);
}

export function isMac(text: string): boolean {
  return MAC.test(text);
}

export function isProbe(text: string): boolean {
  const port = PROBE.exec(text)?.[3];
  return PROBE.test(text) && (port === undefined || Number(port) <= PORT_LIMIT);
}

/** The address after this one in its network, such as 10.0.0.2/24 after 10.0.0.1/24; nothing after the last host. */
export function nextAddress(text: string): string | undefined {
  if (!isInterfaceAddress(text)) return undefined;
  const [address = '', prefix = ''] = text.split('/');
  const isSix = address.includes(':');
  const bits = isSix ? 128 : 32;
  const hosts = 1n << BigInt(bits - Number(prefix));
  const next = (isSix ? sixToNumber(address) : fourToNumber(address)) + 1n;
  const place = next % hosts;
  if (place === 0n || (!isSix && place === hosts - 1n)) return undefined;
  return `${isSix ? numberToSix(next) : numberToFour(next)}/${prefix}`;
}

function fourToNumber(text: string): bigint {
  return text.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function numberToFour(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join('.');
}

function sixToNumber(text: string): bigint {
  const groups = (half: string) =>
    half.split(':').flatMap((group) => {
      if (group === '') return [];
      if (!group.includes('.')) return [BigInt(`0x${group}`)];
      const four = fourToNumber(group);
      return [four >> 16n, four & 0xffffn];
    });
  const [left = '', right] = text.split('::');
  const [first, last] = [groups(left), groups(right ?? '')];
  const gap = Array<bigint>(8 - first.length - last.length).fill(0n);
  return [...first, ...gap, ...last].reduce((sum, group) => (sum << 16n) + group, 0n);
}

/** The longest run of zero groups becomes `::`. */
function numberToSix(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) =>
    ((value >> BigInt(112 - 16 * index)) & 0xffffn).toString(16),
  );
  const runs = [...groups.join(':').matchAll(/\b0(:0)+\b/g)].sort((a, b) => b[0].length - a[0].length);
  const [run] = runs;
  if (run === undefined) return groups.join(':');
  const whole = groups.join(':');
  const before = whole.slice(0, run.index).replace(/:$/, '');
  const after = whole.slice(run.index + run[0].length).replace(/^:/, '');
  return `${before}::${after}`;
}
