import { describe, expect, test } from 'vitest';
import type { Vec } from '@/lib/geom';
import { placeAngles, type Joined } from '@/lib/placeAngles';
import { rightAngledPieces, type Angles } from '@/lib/rightAngles';

const SIZE = { width: 100, height: 60 };
const PLAIN: Angles = { axis: 'across', start_px: 0, end_px: 0 };
const A = { x: 0, y: 0 };

function line(to: Vec, angles: Partial<Angles> = {}, bends: readonly Vec[] = []): Vec[] {
  return rightAngledPieces(A, to, bends, { ...PLAIN, ...angles }, SIZE).flat();
}

function isRightAngled(points: readonly Vec[]): boolean {
  return points.slice(1).every((point, index) => {
    const before = points[index];
    return point.x === before?.x || point.y === before?.y;
  });
}

describe('one link', () => {
  test('turns half-way between the sides that face each other', () => {
    expect(line({ x: 400, y: 200 })).toEqual([
      { x: 50, y: 0 },
      { x: 200, y: 0 },
      { x: 200, y: 200 },
      { x: 350, y: 200 },
    ]);
    expect(line({ x: 400, y: 260 }, { axis: 'down' })).toEqual([
      { x: 0, y: 30 },
      { x: 0, y: 130 },
      { x: 400, y: 130 },
      { x: 400, y: 230 },
    ]);
  });

  test('is one straight line between cards that are nearly level', () => {
    expect(line({ x: 400, y: 10 })).toEqual([
      { x: 50, y: 5 },
      { x: 350, y: 5 },
    ]);
  });

  test('leaves by the other sides where cards are too close for the wanted ones', () => {
    expect(line({ x: 90, y: 200 })[0]).toEqual({ x: 0, y: 30 });
  });

  test('has a corner in each of its bends', () => {
    const points = line({ x: 400, y: 300 }, {}, [
      { x: 200, y: 100 },
      { x: 300, y: 180 },
    ]);
    expect(isRightAngled(points)).toBe(true);
    expect(points).toContainEqual({ x: 200, y: 100 });
    expect(points).toContainEqual({ x: 300, y: 180 });
    expect(points.at(-1)).toEqual({ x: 400, y: 270 });
  });
});

function joined(cards: ReadonlyMap<string, Vec>, pairs: readonly (readonly [string, string])[]): Joined[] {
  return pairs.map(([source, target], index) => ({
    id: String(index),
    source,
    target,
    from: cards.get(source) ?? A,
    to: cards.get(target) ?? A,
  }));
}

function lines(cards: ReadonlyMap<string, Vec>, links: readonly Joined[]): Vec[][] {
  const angles = placeAngles(links, cards, SIZE);
  return links.map(({ id, from, to }) =>
    rightAngledPieces(from, to, [], angles.get(id) ?? PLAIN, SIZE).flat(),
  );
}

/** Whether two lines of upright and level pieces meet anywhere. */
function meet(one: readonly Vec[], other: readonly Vec[]): boolean {
  const pieces = (points: readonly Vec[]) =>
    points.slice(1).map((to, index) => [points[index] ?? to, to] as const);
  const overlap = (a: number, b: number, c: number, d: number) =>
    Math.max(Math.min(a, b), Math.min(c, d)) <= Math.min(Math.max(a, b), Math.max(c, d));
  return pieces(one).some(([a, b]) =>
    pieces(other).some(([c, d]) => overlap(a.x, b.x, c.x, d.x) && overlap(a.y, b.y, c.y, d.y)),
  );
}

describe('many links', () => {
  test('of one card spread over its side, and none meets another', () => {
    const cards = new Map<string, Vec>([['top', { x: 0, y: 0 }]]);
    const pairs: [string, string][] = [];
    for (const x of [-300, -150, 0, 150, 300]) {
      cards.set(`at ${x}`, { x, y: 200 });
      pairs.push(['top', `at ${x}`]);
    }
    const found = lines(cards, joined(cards, pairs));
    expect(found.every((points) => points[0]?.y === 30 && isRightAngled(points))).toBe(true);
    for (const [index, one] of found.entries())
      for (const other of found.slice(index + 1)) expect(meet(one, other)).toBe(false);
  });

  test('between the same two cards lie beside each other, whichever end is the first', () => {
    const cards = new Map([
      ['a', A],
      ['b', { x: 400, y: 200 }],
    ]);
    const [one = [], other = []] = lines(
      cards,
      joined(cards, [
        ['a', 'b'],
        ['b', 'a'],
      ]),
    );
    expect(meet(one, other)).toBe(false);
  });

  test('go round a card that is in the way', () => {
    const cards = new Map([
      ['a', A],
      ['between', { x: 200, y: 60 }],
      ['b', { x: 400, y: 200 }],
    ]);
    const [points = []] = lines(cards, joined(cards, [['a', 'b']]));
    expect(points[1]).toEqual({ x: 0, y: 100 });
    cards.set('between', { x: 0, y: 100 });
    const [again = []] = lines(cards, joined(cards, [['a', 'b']]));
    expect(again[0]).toEqual({ x: 50, y: 0 });
  });
});
