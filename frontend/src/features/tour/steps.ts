/** The steps of the guided tour, and when each is done: never before the person has really done it. */
import type { Projection } from '@/doc';
import { t } from '@/i18n';
import { countExpected, expectedCells, statedExpectations } from '@/state/expected';
import { isOver, type RunState } from '@/state/runState';

export interface TourFacts {
  now: Projection;
  /** The drawing that the matrix was made of. */
  then: Projection;
  change: RunState | null;
  matrix: RunState | null;
}

export interface TourStep {
  id: string;
  title: string;
  text: string;
  /** The parts of the screen that the step is about, by their `data-tour`. */
  target: string;
  isDone: (facts: TourFacts) => boolean;
}

function count({ now }: TourFacts, kind: string): number {
  return [...now.nodes.values()].filter((node) => node.kind === kind).length;
}

/** How many hosts have a cable to a switch. */
function pluggedHosts({ now: { nodes, links } }: TourFacts): number {
  const plugged = new Set<string>();
  for (const { ends } of links.values()) {
    const ids = ends.flatMap((end) => ('node' in end ? [end.node] : []));
    const kinds = ids.map((id) => nodes.get(id)?.kind);
    if (!kinds.includes('switch')) continue;
    for (const id of ids) if (nodes.get(id)?.kind === 'host') plugged.add(id);
  }
  return plugged.size;
}

/** All that is expected came true, and something is expected. */
function isGreen({ now, then, matrix }: TourFacts): boolean {
  if (matrix?.matrix == null || !isOver(matrix)) return false;
  const expected = expectedCells(matrix.matrix, statedExpectations(now, then));
  const { met, missed, open } = countExpected(matrix.matrix, expected);
  return met > 0 && missed + open === 0;
}

export const TOUR_STEPS: readonly TourStep[] = [
  {
    id: 'hosts',
    title: t('Add two hosts'),
    text: t('Choose Host at the left twice, or press A on the canvas. A host is a computer of its own.'),
    target: 'host',
    isDone: (facts) => count(facts, 'host') >= 2,
  },
  {
    id: 'switch',
    title: t('Add a switch'),
    text: t('Choose Switch at the left. It passes on what its ports hear.'),
    target: 'switch',
    isDone: (facts) => count(facts, 'switch') >= 1,
  },
  {
    id: 'links',
    title: t('Link both hosts to the switch'),
    text: t(
      'Drag from the border of a host to the switch. By keyboard: go to the host with Tab, press L, go to the switch, press Enter.',
    ),
    target: 'canvas',
    isDone: (facts) => pluggedHosts(facts) >= 2,
  },
  {
    id: 'expect',
    title: t('Say what must get through'),
    text: t(
      'Press Escape to select nothing; the inspector at the right then shows the lab. Press the plus beside Expectations: the first host must reach the second.',
    ),
    target: 'expect',
    isDone: ({ now }) => now.expectations.size > 0,
  },
  {
    id: 'apply',
    title: t('Run it for real'),
    text: t('Press Apply, or Ctrl+Enter. Linux makes the namespaces, the bridge and the cables.'),
    target: 'apply',
    isDone: ({ change }) => change?.run.kind === 'apply' && change.status === 'succeeded',
  },
  {
    id: 'matrix',
    title: t('See the matrix turn green'),
    text: t(
      'The matrix opens by itself and asks who reaches whom. If a cell is not green, point at it: it says why. Check matrix asks again.',
    ),
    target: 'matrix',
    isDone: isGreen,
  },
];

/** The first step that is neither done nor skipped; -1 when there is none. */
export function currentStep(facts: TourFacts, skipped: ReadonlySet<string>): number {
  return TOUR_STEPS.findIndex((step) => !skipped.has(step.id) && !step.isDone(facts));
}
