/** What holds for the colours of the design language, in light and in dark: WCAG 1.4.3, 1.4.11 and 1.4.1. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GLYPHS } from '@/features/matrix/glyphs';
import { contrast, paintOf } from '@/features/matrix/heatmap/palette';

const TEXT = 4.5;
const SHAPE = 3;
const CSS = readFileSync('src/styles/tokens.css', 'utf8');
const PAIR = /(--[\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g;

type Theme = Readonly<Record<string, string>>;

function rgb(hex: string): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgb(${parts.join(', ')})`;
}

function theme(at: 2 | 3): Theme {
  return Object.fromEntries(
    [...CSS.matchAll(PAIR)].map((found): [string, string] => [found[1] ?? '', rgb(found[at] ?? '')]),
  );
}

const THEMES: readonly [string, Theme][] = [
  ['light', theme(2)],
  ['dark', theme(3)],
];
const SURFACES = ['bg', 'surface', 'surface-sunken', 'surface-raised', 'surface-hover'];
const TONES = ['ok', 'warn', 'bad', 'info'];
const KINDS = ['host', 'router', 'switch', 'internet'].map((kind) => `kind-${kind}`);
const SHAPES = ['grey', 'blue', 'green', 'yellow', 'orange', 'red', 'purple'].map(
  (color) => `shape-${color}`,
);

function each(fronts: readonly string[], backs: readonly string[]): [string, string][] {
  return fronts.flatMap((front) => backs.map((back): [string, string] => [front, back]));
}

const WORDS: readonly [string, string][] = [
  ...each(['text', 'text-muted', 'text-faint', 'accent-text', ...TONES], SURFACES),
  ...each(['text', 'text-muted'], ['surface-active', ...TONES.map((tone) => `${tone}-soft`)]),
  ...each(['text-on-accent'], ['accent', 'accent-hover']),
  ['accent-text', 'accent-soft'],
  ...TONES.map((tone): [string, string] => [tone, `${tone}-soft`]),
];
const MARKS: readonly [string, string][] = [
  ...each(['focus', 'line-control'], SURFACES),
  ...each(['link', 'link-up', 'link-down', ...SHAPES], ['bg']),
  ...each(KINDS, ['bg', 'surface-raised']),
  ...KINDS.map((kind): [string, string] => [kind, `${kind}-soft`]),
];

function weak(colours: Theme, pairs: readonly [string, string][], least: number): string[] {
  return pairs.flatMap(([front, back]) => {
    const found = contrast(colours[`--${front}`] ?? '', colours[`--${back}`] ?? '');
    return found >= least ? [] : [`${front} on ${back}: ${found.toFixed(2)}`];
  });
}

describe.each(THEMES)('in %s', (_, colours) => {
  it('every text is read on every surface that it stands on', () => {
    expect(weak(colours, WORDS, TEXT)).toEqual([]);
  });

  it('what has a meaning, and what can be used, is seen against what is behind it', () => {
    expect(weak(colours, MARKS, SHAPE)).toEqual([]);
  });

  it('the shape of each outcome is seen on its colour', () => {
    const outcomes = Object.entries(colours).filter(([name]) => name.startsWith('--outcome-'));
    expect(outcomes).toHaveLength(Object.keys(GLYPHS).length);
    const dim = outcomes.filter(([, colour]) => contrast(paintOf(colour).ink, colour) < SHAPE);
    expect(dim).toEqual([]);
  });

  it('a busier link is further from the canvas in lightness, for any colour vision', () => {
    const steps = [1, 2, 3, 4, 5].map((step) =>
      contrast(colours[`--heat-${step}`] ?? '', colours['--bg'] ?? ''),
    );
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  });
});

it('each outcome has a shape of its own, for its colour alone tells nobody anything', () => {
  const shapes = Object.values(GLYPHS);
  expect(new Set(shapes).size).toBe(shapes.length);
});
