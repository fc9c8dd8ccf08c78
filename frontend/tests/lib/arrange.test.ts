import { expect, test } from 'vitest';
import { nextAddress } from '@/lib/addresses';
import { aligned, ALIGNMENTS, distributed } from '@/lib/arrange';
import { alignTo } from '@/lib/guides';
import { bentLine, lineLength, pointAlong, roundedPath } from '@/lib/polyline';

const boxes = new Map([
  ['a', { x: 0, y: 0, width: 100, height: 50 }],
  ['b', { x: 300, y: 40, width: 100, height: 50 }],
  ['c', { x: 120, y: 200, width: 60, height: 30 }],
]);

test('things are put in line at each edge and middle', () => {
  const placed = ALIGNMENTS.map((edge) => [...aligned(boxes, edge).values()]);
  expect(placed[0]?.map(({ x }) => x)).toEqual([0, 0, 0]);
  expect(placed[1]?.map(({ x }) => x)).toEqual([150, 150, 170]);
  expect(placed[2]?.map(({ x }) => x)).toEqual([300, 300, 340]);
  expect(placed[3]?.map(({ y }) => y)).toEqual([0, 0, 0]);
  expect(placed[4]?.map(({ y }) => y)).toEqual([90, 90, 100]);
  expect(placed[5]?.map(({ y }) => y)).toEqual([180, 180, 200]);
});

test('gaps become equal, and the outer two stay', () => {
  expect([...distributed(boxes, 'x')].map(([id, { x }]) => [id, x])).toEqual([
    ['a', 0],
    ['c', 170],
    ['b', 300],
  ]);
  expect([...distributed(boxes, 'y').values()].map(({ y }) => y)).toEqual([0, 100, 200]);
});

test('what is dragged near the line of another is drawn in, along one line a side', () => {
  const moving = { x: 297, y: 400, width: 100, height: 50 };
  const found = alignTo(moving, [...boxes.values()], 6);
  expect([found.dx, found.dy]).toEqual([3, 0]);
  expect(found.guides).toEqual([{ axis: 'x', at: 350, from: 40, to: 450 }]);
  expect(alignTo({ ...moving, x: 280 }, [...boxes.values()], 6).guides).toEqual([]);
});

test('a bent line leaves its boxes towards the bends, and has a length', () => {
  const line = bentLine({ x: 0, y: 0 }, { x: 200, y: 200 }, [{ x: 200, y: 0 }], 40, 20);
  expect(line).toEqual([
    { x: 20, y: 0 },
    { x: 200, y: 0 },
    { x: 200, y: 190 },
  ]);
  expect(lineLength(line)).toBe(370);
  expect(pointAlong(line, 190)).toEqual({ x: 200, y: 10 });
  expect(pointAlong(line, 9999)).toEqual({ x: 200, y: 190 });
  expect(roundedPath(line)).toBe('M20 0L188 0Q200 0 200 12L200 190');
});

test('the next address of a network, until there is none', () => {
  expect(nextAddress('10.0.0.9/24')).toBe('10.0.0.10/24');
  expect(nextAddress('10.0.0.255/16')).toBe('10.0.1.0/16');
  expect(nextAddress('10.0.0.254/24')).toBeUndefined();
  expect(nextAddress('fd00::1/64')).toBe('fd00::2/64');
  expect(nextAddress('fd00:0:0:1::ffff/64')).toBe('fd00::1:0:0:1:0/64');
  expect(nextAddress('::ffff:10.0.0.1/112')).toBe('::ffff:a00:2/112');
  expect(nextAddress('nonsense')).toBeUndefined();
});
