/** Addresses of a copy: those that somebody has already are followed by the next free ones of their network. */
import { nextAddress } from '@/lib/addresses';
import type { InterfaceJson, NodeJson } from '../topology';

/** How far to look for a free one. */
const TRIES = 1024;

export function addressesOf(nodes: Readonly<Record<string, NodeJson>>): string[] {
  return Object.values(nodes).flatMap((node) =>
    Object.values(node.interfaces ?? {}).flatMap((port) => port.addresses ?? []),
  );
}

const bare = (text: string) => text.split('/')[0] ?? text;

/** Each address of the copy as it will be, without its prefix length; one for which there is no room is left out. */
export function freshAddresses(
  copied: readonly string[],
  taken: Iterable<string>,
): ReadonlyMap<string, string> {
  const used = new Set([...taken].map(bare));
  const fresh = new Map<string, string>();
  for (const address of new Set(copied)) {
    let next: string | undefined = address;
    for (let tries = 0; next !== undefined && used.has(bare(next)); tries += 1) {
      next = tries < TRIES ? nextAddress(next) : undefined;
    }
    if (next === undefined) continue;
    used.add(bare(next));
    fresh.set(bare(address), bare(next));
  }
  return fresh;
}

/** No addresses left means automatic ones; none on purpose stays none. */
export function readdressedPort(port: InterfaceJson, fresh: ReadonlyMap<string, string>): InterfaceJson {
  const { addresses, mac, ...rest } = port;
  if (addresses === undefined) return rest;
  const kept = addresses.flatMap((address) => {
    const next = fresh.get(bare(address));
    return next === undefined ? [] : [address.replace(bare(address), next)];
  });
  return addresses.length === 0 || kept.length > 0 ? { ...rest, addresses: kept } : rest;
}
