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
