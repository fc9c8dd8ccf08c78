/** Paths of what is selected, as the text has it. */
import { writtenLinks, type Projection } from '@/doc';

/** More are not marked: nobody reads so many. */
const MOST = 200;

export function selectedPaths(
  projection: Projection,
  nodes: ReadonlySet<string>,
  links: ReadonlySet<string>,
): string[] {
  const names = [...nodes].flatMap((id) => projection.nodes.get(id)?.name ?? []);
  const numbers =
    links.size === 0
      ? []
      : writtenLinks(projection).flatMap(({ id }, index) => (links.has(id) ? [index] : []));
  return [...names.map((name) => `nodes/${name}`), ...numbers.map((number) => `links/${number}`)].slice(
    0,
    MOST,
  );
}
