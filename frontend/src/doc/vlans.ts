/** Which VLANs an interface is in. */
import type { DocInterface } from './projectElement';

/** `30-39`, or one VLAN. */
function inRange(written: number | string, vid: number): boolean {
  const [first = NaN, last = first] = String(written).split('-').map(Number);
  return first <= vid && vid <= last;
}

export function isInVlan({ vlan, native, trunk = [], device }: DocInterface, vid: number): boolean {
  const isDevice = device?.kind === 'vlan' && device.vid === vid;
  return vlan === vid || native === vid || isDevice || trunk.some((one) => inRange(one, vid));
}

/** As they are written, such as `20` and `30-39`. */
export function writtenVlans({ vlan, native, trunk = [], device }: DocInterface): string[] {
  const own = device?.kind === 'vlan' ? device.vid : undefined;
  const all = [vlan, native, ...trunk, own].filter(
    (one) => typeof one === 'number' || typeof one === 'string',
  );
  return [...new Set(all.map(String))];
}
