/** Problems by the element they are about, the worst first; and those that somebody looks for. */
import type { Projection } from '@/doc';
import { refText } from '@/doc';
import { t } from '@/i18n';
import type { PlacedProblem } from '@/state/problems';

export type Severities = 'all' | 'error' | 'warning';

export interface Wanted {
  text: string;
  severity: Severities;
}

export interface Group {
  key: string;
  title: string;
  problems: readonly PlacedProblem[];
}

export function matching(problems: readonly PlacedProblem[], { text, severity }: Wanted): PlacedProblem[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return problems.filter((one) => {
    const said = `${one.text} ${one.element} ${one.code}`.toLowerCase();
    return (severity === 'all' || one.severity === severity) && words.every((word) => said.includes(word));
  });
}

export function grouped(projection: Projection, problems: readonly PlacedProblem[]): Group[] {
  const groups = new Map<string, { title: string; problems: PlacedProblem[] }>();
  for (const problem of problems) {
    const { key, title } = owner(projection, problem);
    const group = groups.get(key) ?? { title, problems: [] };
    group.problems.push(problem);
    groups.set(key, group);
  }
  const rank = (one: PlacedProblem) => Number(one.severity !== 'error');
  const sorted = [...groups].map(([key, group]) => ({
    key,
    title: group.title,
    problems: group.problems.sort((a, b) => rank(a) - rank(b)),
  }));
  const worst = ({ problems: [first] }: Group) => (first === undefined ? 2 : rank(first));
  return sorted.sort((a, b) => worst(a) - worst(b));
}

/** The node, link or expectation that the problem is about; parts of a node stand under the node. */
function owner(projection: Projection, { at, element }: PlacedProblem): { key: string; title: string } {
  switch (at.type) {
    case 'lab':
      return { key: '', title: t('The lab as a whole') };
    case 'link': {
      const ends = projection.links.get(at.link)?.ends.map((end) => refText(projection, end) ?? '?');
      return { key: at.link, title: ends?.join(' – ') ?? element };
    }
    case 'expectation': {
      const one = projection.expectations.get(at.expectation);
      const title = one && [one.from, one.to].map((ref) => refText(projection, ref) ?? '?').join(' → ');
      return { key: at.expectation, title: title ?? element };
    }
    default: {
      const id = 'node' in at ? at.node : element;
      return { key: id, title: projection.nodes.get(id)?.name ?? element };
    }
  }
}
