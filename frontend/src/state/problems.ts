/** What the server found wrong in the drawing, at the elements it is about. */
import { create } from 'zustand';
import { elementAt, type ElementId, type Problem, type Projection } from '@/doc';

export interface PlacedProblem extends Problem {
  at: ElementId;
}

interface Problems {
  problems: readonly PlacedProblem[];
  /** The worst finding at each node and link, and how many there are; its parts' findings count too. */
  byElement: ReadonlyMap<string, { severity: Problem['severity']; messages: readonly string[] }>;
  /** `projection` is the drawing that was checked: positions in the paths are positions in it. */
  show: (problems: readonly Problem[], projection: Projection) => void;
}

function keyOf(at: ElementId): string | undefined {
  switch (at.type) {
    case 'node':
    case 'interface':
    case 'route':
      return at.node;
    case 'link':
      return at.link;
    case 'expectation':
      return at.expectation;
    case 'lab':
      return undefined;
  }
}

function collected(problems: readonly PlacedProblem[]): Problems['byElement'] {
  const found = new Map<string, { severity: Problem['severity']; messages: string[] }>();
  for (const { at, severity, message } of problems) {
    const key = keyOf(at);
    if (key === undefined) continue;
    const one = found.get(key) ?? { severity: 'warning', messages: [] };
    one.messages.push(message);
    if (severity === 'error') one.severity = 'error';
    found.set(key, one);
  }
  return found;
}

export const useProblems = create<Problems>((set) => ({
  problems: [],
  byElement: new Map(),
  show: (problems, projection) => {
    const placed = problems.map((one) => ({ ...one, at: elementAt(projection, one.element) }));
    set({ problems: placed, byElement: collected(placed) });
  },
}));
