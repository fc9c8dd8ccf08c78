import { expect, it } from 'vitest';
import { fromTopology, type Projection, type TopologyJson } from '@/doc';
import { currentStep, TOUR_STEPS, type TourFacts } from '@/features/tour/steps';
import { emptyMatrix, fillCells } from '@/state/matrix';
import { OUTCOME } from '@/state/outcomes';
import { newRunState, type RunState } from '@/state/runState';
import { aRun } from '../../api/runOfEvents';

const draw = (drawing: TopologyJson): Projection =>
  fromTopology({ version: 'vethwork/v1', name: '', ...drawing }).projection;
const facts = (now: Projection, more: Partial<TourFacts> = {}): TourFacts => ({
  now,
  then: now,
  change: null,
  matrix: null,
  ...more,
});
const stepOf = (given: TourFacts, skipped: string[] = []) =>
  TOUR_STEPS[currentStep(given, new Set(skipped))]?.id;

const NODES = { h1: {}, h2: {}, sw1: { kind: 'switch' as const } };
const CABLES: [string, string][] = [
  ['h1:eth0', 'sw1:p1'],
  ['h2:eth0', 'sw1:p2'],
];
const links = CABLES.map((ends) => ({ ends }));
const whole = draw({ nodes: NODES, links, expect: [{ from: 'h1', to: 'h2' }] });
const applied: RunState = { ...newRunState(aRun('apply')), status: 'succeeded' };

function asked(outcome: number): RunState {
  const matrix = emptyMatrix(['h1'], [{ node: 'h2', interface: 'eth0', address: '10.0.0.2' }], ['ping']);
  return {
    ...newRunState(aRun('matrix')),
    status: 'succeeded',
    matrix: fillCells(matrix, [0, 0, 0, outcome, 1]),
  };
}

it('waits for each thing to be really there', () => {
  expect(stepOf(facts(draw({})))).toBe('hosts');
  expect(stepOf(facts(draw({ nodes: { h1: {} } })))).toBe('hosts');
  expect(stepOf(facts(draw({ nodes: { h1: {}, h2: {} } })))).toBe('switch');
  expect(stepOf(facts(draw({ nodes: NODES, links: links.slice(0, 1) })))).toBe('links');
  expect(stepOf(facts(draw({ nodes: NODES, links })))).toBe('expect');
  expect(stepOf(facts(whole))).toBe('apply');
  expect(stepOf(facts(whole, { change: { ...applied, status: 'failed' } }))).toBe('apply');
});

it('ends when the matrix is green, and not before', () => {
  expect(stepOf(facts(whole, { change: applied, matrix: asked(OUTCOME.timed_out) }))).toBe('matrix');
  expect(stepOf(facts(whole, { change: applied, matrix: asked(OUTCOME.reached) }))).toBeUndefined();
});

it('passes over what is skipped', () => {
  expect(stepOf(facts(draw({ nodes: NODES, links })), ['expect'])).toBe('apply');
});
