import type { DocNode } from '@/doc';
import { KINDS } from '@/elements';
import { t } from '@/i18n';
import type { UsedAddress } from '@/state/overlay';

/** The second line of a card: its addresses, else that they are automatic, else what the kind has to say. */
export function cardLine(node: DocNode, used: readonly UsedAddress[] | undefined): string {
  const kind = KINDS[node.kind];
  const drawn = node.interfaces.filter((port) => port.name !== 'lo').flatMap((port) => port.addresses ?? []);
  const known = used ? [...new Set(used.map((one) => one.address))] : drawn;
  const [first, ...more] = known.length > 0 ? known : drawn;
  if (first !== undefined) return more.length > 0 ? `${first}  +${more.length}` : first;
  const automatic =
    kind.automaticAddresses && node.interfaces.some((port) => !port.addresses && port.name !== 'lo');
  return automatic ? t('automatic') : kind.summary(node);
}
