import { describe, expect, test } from 'vitest';
import { boxExit, fanOffset, linkCurve, pointAt } from '@/lib/geom';

const LEFT = { x: 0, y: 0 };
const RIGHT = { x: 400, y: 0 };

describe('links between the same two nodes', () => {
  test('fan out evenly round the straight line', () => {
    expect([0, 1, 2].map((index) => fanOffset(index, 3, 26))).toEqual([-26, 0, 26]);
    expect(fanOffset(0, 1, 26)).toBe(0);
  });

  test('are apart by their offset in the middle', () => {
    const middles = [-13, 13].map((offset) => pointAt(linkCurve(LEFT, RIGHT, offset, 100, 60), 0.5));
    expect((middles[1]?.y ?? 0) - (middles[0]?.y ?? 0)).toBeGreaterThan(20);
  });

  test('drawn from either end lie in the same place when the offset is turned', () => {
    const there = pointAt(linkCurve(LEFT, RIGHT, 13, 100, 60), 0.5);
    const back = pointAt(linkCurve(RIGHT, LEFT, -13, 100, 60), 0.5);
    expect(back.x).toBeCloseTo(there.x);
    expect(back.y).toBeCloseTo(there.y);
  });
});

test('a link begins at the border of its card', () => {
  expect(boxExit(LEFT, RIGHT, 100, 60)).toEqual({ x: 50, y: 0 });
  expect(boxExit(LEFT, { x: 0, y: -200 }, 100, 60)).toEqual({ x: 0, y: -30 });
  expect(boxExit(LEFT, LEFT, 100, 60)).toEqual(LEFT);
});
