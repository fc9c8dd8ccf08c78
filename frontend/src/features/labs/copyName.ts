/** A name for a copy that no other lab has: `a (copy)`, `a (copy 2)`, and a copy of a copy counts on. */
export function copyName(name: string, labs: readonly { name: string }[]): string {
  const taken = new Set(labs.map((lab) => lab.name));
  const original = name.replace(/ \(copy(?: \d+)?\)$/, '');
  for (let number = 1; ; number += 1) {
    const wanted = number === 1 ? `${original} (copy)` : `${original} (copy ${number})`;
    if (!taken.has(wanted)) return wanted;
  }
}
