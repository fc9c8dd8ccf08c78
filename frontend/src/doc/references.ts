/** Names of interfaces inside the settings of a node: they follow when an interface is renamed. */

/** Fields that hold the name of an interface of the same node, or a list of such names. */
const NAMING = new Set(['interface', 'in', 'out', 'parent', 'members']);

/** The value with one interface called otherwise; the same object when nothing in it named that. */
export function renamed(value: unknown, from: string, to: string, naming = false): unknown {
  if (typeof value === 'string') return naming && value === from ? to : value;
  if (Array.isArray(value)) {
    const items = value.map((item) => renamed(item, from, to, naming));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const before = Object.entries(value);
  const after = before.map(([key, part]) => [key, renamed(part, from, to, NAMING.has(key))] as const);
  return after.some(([, part], index) => part !== before[index]?.[1]) ? Object.fromEntries(after) : value;
}
