import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { MatrixPanel } from '@/features/matrix/MatrixPanel';
import { useMatrixView } from '@/features/matrix/matrixView';
import { useRun } from '@/state/run';
import { aRun } from '../../api/runOfEvents';
import { InLab, openLab } from '../openLab';
import { EVENTS, TOPOLOGY } from './shown';

const RUN = aRun('matrix');

beforeEach(() => {
  useRun.getState().reset();
  useMatrixView.setState(useMatrixView.getInitialState());
});

function setUp(events = EVENTS) {
  const lab = openLab(TOPOLOGY);
  render(
    <InLab lab={lab}>
      <MatrixPanel />
    </InLab>,
  );
  act(() => useRun.getState().begin(RUN));
  act(() => useRun.getState().take(RUN.id, events));
  return lab;
}

function chooseByKeys(...keys: string[]): void {
  const [map] = screen.getAllByRole('application');
  for (const key of keys) fireEvent.keyDown(map ?? document.body, { key });
}

test('without results it says how to get some', () => {
  render(
    <InLab lab={openLab(TOPOLOGY)}>
      <MatrixPanel />
    </InLab>,
  );
  expect(screen.getByText('Who reaches whom?')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Apply and check' })).toBeTruthy();
});

test('what is not as expected stands in words beside the map', () => {
  setUp();
  expect(screen.getByText('2 of 3 expectations missed')).toBeTruthy();
  const missed = screen.getByRole('region', { name: 'Not as expected' });
  expect(
    within(missed)
      .getAllByRole('button')
      .map((row) => row.textContent),
  ).toEqual([
    'b → apingIt must not reach. An answer came back.',
    'a → btcp/80It must reach. lo of b listens to nobody.',
  ]);
});

test('keys go from cell to cell, and the cell is told in words', () => {
  setUp();
  chooseByKeys('ArrowRight', 'ArrowRight');
  const card = screen.getByRole('region', { name: 'Chosen cell' });
  expect(card.textContent).toContain('It must reach: as expected.');
  expect(screen.getByText(/^a to b by ping: Reached, 40 µs/)).toBeTruthy();
  chooseByKeys('End');
  expect(screen.getByRole('region', { name: 'Chosen cell' }).textContent).toContain('Timed out');
  chooseByKeys('Escape');
  expect(screen.queryByRole('region', { name: 'Chosen cell' })).toBeNull();
});

test('a cell without an expectation can be given one, which is then held against it', () => {
  const lab = setUp();
  chooseByKeys('ArrowRight');
  fireEvent.click(screen.getByRole('button', { name: 'Must not reach' }));
  expect([...lab.doc.projection.expectations.values()].at(-1)).toMatchObject({
    probe: 'ping',
    fields: { outcome: 'blocked' },
  });
  expect(screen.getByText('3 of 4 expectations missed')).toBeTruthy();
});

test('the table has every cell with its verdict and its reason, and can be narrowed down', () => {
  setUp();
  fireEvent.click(screen.getByText('Table'));
  expect(screen.getAllByRole('row')).toHaveLength(13);
  fireEvent.change(screen.getByLabelText('Filter by expectation'), { target: { value: 'missed' } });
  const rows = screen.getAllByRole('row').slice(1);
  expect(rows.map((row) => row.textContent)).toEqual([
    'ab10.0.1.2tcp/80Refused–must reachnot as expectedlo of b listens to nobody.',
    'ba10.0.1.1pingReached30 µsmust not reachnot as expectedAn answer came back.',
  ]);
});

test('a heading sorts, and sorts the other way when it is pressed again', () => {
  setUp();
  fireEvent.click(screen.getByText('Table'));
  const heading = () => screen.getByRole('columnheader', { name: /Round trip/ });
  fireEvent.click(within(heading()).getByRole('button'));
  expect(heading().getAttribute('aria-sort')).toBe('ascending');
  fireEvent.click(within(heading()).getByRole('button'));
  expect(heading().getAttribute('aria-sort')).toBe('descending');
});

test('the matrix before stays in sight until the next one has something to show', () => {
  setUp();
  const next = { ...RUN, id: '00000000-0000-4000-8000-0000000000ff' };
  act(() => useRun.getState().begin(next));
  act(() => useRun.getState().take(next.id, EVENTS.slice(0, 1)));
  expect(screen.getByText('2 of 3 expectations missed')).toBeTruthy();
  act(() => useRun.getState().take(next.id, EVENTS.slice(1, 2)));
  expect(screen.getByText('Checking: 0 of 12')).toBeTruthy();
});
