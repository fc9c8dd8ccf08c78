/** How well a text answers what somebody has typed. */

/** Lower is better; nothing when a word of the query is not in the text. Both in any case of letters. */
export function rank(query: string, text: string): number | undefined {
  const [wanted, within] = [query.trim().toLowerCase(), text.toLowerCase()];
  if (within === wanted) return 0;
  if (within.startsWith(wanted)) return 1;
  const words = wanted.split(/\s+/);
  if (!words.every((word) => within.includes(word))) return undefined;
  return words.every((word) => startsWord(word, within)) ? 2 : 3;
}

function startsWord(word: string, text: string): boolean {
  const at = text.indexOf(word);
  return at === 0 || /[^\p{L}\p{N}]/u.test(text.charAt(at - 1)) || text.includes(` ${word}`);
}

/** Those that answer the query, the best first; equally good ones keep their order. */
export function ranked<Item>(
  items: Iterable<Item>,
  query: string,
  textsOf: (item: Item) => readonly string[],
): Item[] {
  const found: { item: Item; score: number }[] = [];
  for (const item of items) {
    const scores = textsOf(item).flatMap((text) => rank(query, text) ?? []);
    if (scores.length > 0) found.push({ item, score: Math.min(...scores) });
  }
  return found.sort((a, b) => a.score - b.score).map(({ item }) => item);
}
