import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { toast, Toasts } from '@/ui';

beforeEach(() => {
  vi.useFakeTimers();
  render(<Toasts />);
});
afterEach(() => vi.useRealTimers());

function pass(duration_ms: number): void {
  act(() => void vi.advanceTimersByTime(duration_ms));
}

test('a toast goes by itself, but not while somebody points at it', () => {
  act(() => toast({ title: 'Removed 2 nodes' }));
  fireEvent.pointerEnter(screen.getByText('Removed 2 nodes').parentElement?.parentElement as Element);
  pass(60_000);
  const shown = screen.getByText('Removed 2 nodes');
  fireEvent.pointerLeave(shown.parentElement?.parentElement as Element);
  pass(10_000);
  expect(screen.queryByText('Removed 2 nodes')).toBeNull();
});

test('its action runs once and closes it', () => {
  const undone = vi.fn();
  act(() => toast({ title: 'Removed', action: { label: 'Undo', run: undone } }));
  fireEvent.click(screen.getByText('Undo'));
  expect(undone).toHaveBeenCalledOnce();
  expect(screen.queryByText('Removed')).toBeNull();
});

test('a sticky toast stays, and a title that already shows is not shown twice', () => {
  act(() => toast({ title: 'Not reached', sticky: true }));
  act(() => toast({ title: 'Not reached', sticky: true }));
  pass(600_000);
  expect(screen.getAllByText('Not reached')).toHaveLength(1);
});
