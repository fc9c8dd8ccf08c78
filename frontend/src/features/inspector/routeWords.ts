/** Routes that are more than a gateway and an interface. */
import type { DocRoute, EntryJson, RouteFields } from '@/doc';
import { textOf } from '@/features/form';

const UNICAST = 'unicast';

function hopsOf({ fields }: Pick<DocRoute, 'fields'>): readonly EntryJson[] {
  return Array.isArray(fields.hops) ? (fields.hops as EntryJson[]) : [];
}

function typeOf({ fields }: Pick<DocRoute, 'fields'>): string {
  return textOf(fields.type ?? UNICAST);
}

/** Whether it has one gateway, or an interface, as most have. */
export function leads(route: Pick<DocRoute, 'fields'>): boolean {
  return typeOf(route) === UNICAST && hopsOf(route).length === 0;
}

export function isPlain(route: Pick<DocRoute, 'fields'>): boolean {
  return leads(route) && route.fields.table === undefined;
}

/** `via 10.0.1.2 ×2, 10.0.2.2 · table 100`. */
export function specialWords(route: Pick<DocRoute, 'fields'>): string {
  const type = typeOf(route);
  const hops = hopsOf(route).map(({ gateway, interface: port, weight }) => {
    const times = typeof weight === 'number' && weight > 1 ? ` ×${weight}` : '';
    return `${textOf(gateway ?? port)}${times}`;
  });
  return [
    type === UNICAST ? '' : type,
    hops.length > 0 ? `via ${hops.join(', ')}` : '',
    route.fields.table === undefined ? '' : `table ${textOf(route.fields.table)}`,
  ]
    .filter((word) => word !== '')
    .join(' · ');
}

/** The fields of a route after an edit: what no longer goes with its type or its hops is gone. */
export function routeAfter({ type, table, hops }: EntryJson): RouteFields {
  const drops = type !== undefined && type !== UNICAST;
  const several = !drops && Array.isArray(hops) && hops.length > 0;
  return {
    type: drops ? textOf(type) : undefined,
    table: typeof table === 'number' ? table : undefined,
    hops: several ? hops : undefined,
    ...((drops || several) && { gateway: undefined, interface: undefined }),
  };
}
