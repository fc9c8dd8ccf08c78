import { act, fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { PlanPanel } from '@/features/plan/PlanPanel';
import { commandsText } from '@/features/plan/planText';
import { useRun } from '@/state/run';
import { APPLY_EVENTS, aRun, numbered } from '../../api/runOfEvents';
import { TOPOLOGY } from '../matrix/shown';
import { InLab, openLab } from '../openLab';

const RUN = aRun('apply');

beforeEach(() => useRun.getState().reset());

function setUp(events = APPLY_EVENTS, run = RUN) {
  render(
    <InLab lab={openLab(TOPOLOGY)}>
      <PlanPanel />
    </InLab>,
  );
  act(() => useRun.getState().begin(run));
  act(() => useRun.getState().take(run.id, events));
}

test('operations are listed in words and as commands', () => {
  setUp();
  expect(screen.getByRole('status').textContent).toBe('2 operations of the apply');
  expect(screen.getByText('create namespace a')).toBeTruthy();
  fireEvent.click(screen.getByText('Commands'));
  expect(screen.getByText('ip netns add a')).toBeTruthy();
  expect(screen.getByText('ip link add x ; ip link set x up')).toBeTruthy();
});

test('the filter looks into words, commands and elements', () => {
  setUp();
  const filter = screen.getByLabelText('Filter operations');
  fireEvent.change(filter, { target: { value: 'links/0' } });
  expect(screen.queryByText('create namespace a')).toBeNull();
  expect(screen.getByText('create cable a:eth0 -- b:eth0')).toBeTruthy();
  fireEvent.change(filter, { target: { value: 'vlan' } });
  expect(screen.getByText('No operation speaks of that.')).toBeTruthy();
});

test('each operation tells how far it is', () => {
  setUp(APPLY_EVENTS.slice(0, 3));
  expect(screen.getByLabelText('done')).toBeTruthy();
  expect(screen.getByLabelText('under way')).toBeTruthy();
});

test('an empty plan is good news', () => {
  setUp(numbered([{ type: 'planned', operations: [], total: 0 }]), aRun('plan'));
  expect(screen.getByText('Nothing to do')).toBeTruthy();
});

test('commands are copied line by line in their order', () => {
  const planned = APPLY_EVENTS.find((event) => event.type === 'planned');
  expect(commandsText(planned?.operations ?? [])).toBe('ip netns add a\nip link add x\nip link set x up\n');
});
