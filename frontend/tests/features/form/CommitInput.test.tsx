import { fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { CommitInput } from '@/features/form/CommitInput';

function setUp() {
  const kept: string[] = [];
  const check = (text: string) => (text.includes(' ') ? 'no spaces' : undefined);
  render(<CommitInput label="Name" value="h1" check={check} onCommit={(text) => kept.push(text)} />);
  const input = screen.getByLabelText<HTMLInputElement>('Name');
  const type = (value: string) => fireEvent.change(input, { target: { value } });
  return { kept, input, type };
}

test('a text is kept once, on Enter and leaving together', () => {
  const { kept, input, type } = setUp();
  type('web');
  fireEvent.keyDown(input, { key: 'Enter' });
  fireEvent.blur(input);
  expect(kept).toEqual(['web']);
});

test('nothing is kept when nothing changed, or when Escape gave it up', () => {
  const { kept, input, type } = setUp();
  type('web');
  fireEvent.keyDown(input, { key: 'Escape' });
  fireEvent.blur(input);
  expect(kept).toEqual([]);
  expect(input.value).toBe('h1');
});

test('what is wrong is said only after the field was left, and goes when it is put right', () => {
  const { kept, input, type } = setUp();
  type('a b');
  expect(screen.queryByText('no spaces')).toBeNull();
  fireEvent.blur(input);
  expect(screen.getByText('no spaces')).toBeTruthy();
  expect(input.getAttribute('aria-invalid')).toBe('true');
  type('ab');
  expect(screen.queryByText('no spaces')).toBeNull();
  fireEvent.blur(input);
  expect(kept).toEqual(['ab']);
});
