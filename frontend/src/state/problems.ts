/** What the server found wrong in the drawing, and what the host refused of it, at the elements it is about. */
import { create } from 'zustand';
import { said } from '@/i18n';
import { elementAt, type ElementId, type Problem, type Projection } from '@/doc';

export interface PlacedProblem extends Problem {
  at: ElementId;
  /** The message in this person's language. */
  text: string;
}

interface Problems {
  /** Both of the following. */
  problems: readonly PlacedProblem[];
  found: readonly PlacedProblem[];
  refused: readonly PlacedProblem[];
  /** The worst finding at each node and link, and how many there are; its parts' findings count too. */
  byElement: ReadonlyMap<string, { severity: Problem['severity']; messages: readonly string[] }>;
  /** `projection` is the drawing that was checked: positions in the paths are positions in it. */
  show: (problems: readonly Problem[], projection: Projection) => void;
  /** The same for the host's no to the last run. */
  showRefused: (problems: readonly Problem[], projection: Projection) => void;
}

function keyOf(at: ElementId): string | undefined {
  switch (at.type) {
    case 'node':
    case 'interface':
    case 'route':
    case 'entry':
    case 'setting':
      return at.node;
    case 'link':
      return at.link;
    case 'expectation':
      return at.expectation;
    case 'shape':
      return at.shape;
    case 'lab':
      return undefined;
  }
}

function collected(problems: readonly PlacedProblem[]): Problems['byElement'] {
  const found = new Map<string, { severity: Problem['severity']; messages: string[] }>();
  for (const { at, severity, text } of problems) {
    const key = keyOf(at);
    if (key === undefined) continue;
    const one = found.get(key) ?? { severity: 'warning', messages: [] };
    one.messages.push(text);
    if (severity === 'error') one.severity = 'error';
    found.set(key, one);
  }
  return found;
}

function placed(problems: readonly Problem[], projection: Projection): PlacedProblem[] {
  return problems.map((one) => ({
    ...one,
    at: elementAt(projection, one.element),
    text: said(one.message, one),
  }));
}

function together(found: readonly PlacedProblem[], refused: readonly PlacedProblem[]): Partial<Problems> {
  const problems = [...found, ...refused];
  return { found, refused, problems, byElement: collected(problems) };
}

export const useProblems = create<Problems>((set) => ({
  problems: [],
  found: [],
  refused: [],
  byElement: new Map(),
  show: (problems, projection) => set(({ refused }) => together(placed(problems, projection), refused)),
  showRefused: (problems, projection) => set(({ found }) => together(found, placed(problems, projection))),
}));
