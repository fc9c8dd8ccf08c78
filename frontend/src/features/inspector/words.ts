/** Short texts about parts of a node. */
import { isBridgeDevice, refText, type DocInterface, type DocNode, type Projection } from '@/doc';
import { KINDS } from '@/elements';
import { t } from '@/i18n';
import type { UsedAddress } from '@/state/overlay';

/** What a linked interface leads to, as `node:interface`. */
export function peerOf(projection: Projection, port: string): string | undefined {
  for (const { ends } of projection.links.values()) {
    const index = ends.findIndex((end) => 'node' in end && end.interface === port);
    const other = ends[1 - index];
    if (index >= 0 && other) return refText(projection, other);
  }
  return undefined;
}

/** Whether an interface without addresses is given some. */
export function isAutomatic(node: DocNode, port: DocInterface): boolean {
  return KINDS[node.kind].automaticAddresses && port.name !== 'lo' && port.addresses === undefined;
}

export function addressWords(node: DocNode, port: DocInterface, used?: readonly UsedAddress[]): string {
  if (port.addresses && port.addresses.length > 0) return port.addresses.join(', ');
  if (port.up === false) return t('down');
  if (isAutomatic(node, port)) {
    const given = used?.filter((one) => one.interface === port.name).map((one) => one.address) ?? [];
    return given.length > 0 ? given.join(', ') : t('automatic');
  }
  if (node.kind === 'switch') return isBridgeDevice(node, port.name) ? t('the bridge') : t('port');
  return port.name === 'lo' ? t('loopback') : t('no address');
}
