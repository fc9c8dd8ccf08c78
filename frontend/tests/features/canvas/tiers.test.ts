import { expect, test } from 'vitest';
import { mapFrame, toCanvas } from '@/features/canvas/layers/mapFrame';
import { countInSight, seenBox } from '@/features/canvas/sight';

test('only cards that touch the window count as in sight', () => {
  const places = [
    { x: 0, y: 0 },
    { x: -100, y: -50 },
    { x: -200, y: 0 },
    { x: 2000, y: 0 },
  ];
  expect(countInSight(places, seenBox([0, 0, 1], 1000, 800))).toBe(2);
  expect(countInSight(places, seenBox([0, 0, 0.25], 1000, 800))).toBe(3);
  expect(countInSight(places, seenBox([50, 0, 0.25], 1000, 800))).toBe(4);
});

test('a point of the minimap leads to the point of the canvas that is drawn there', () => {
  const seen = { x: 0, y: 0, width: 800, height: 600 };
  const frame = mapFrame([{ x: -1000, y: 200 }], seen, 168, 112);
  const middle = toCanvas(frame, { x: 84, y: 56 });
  expect(middle.x).toBeCloseTo(-100);
  expect(middle.y).toBeCloseTo(300);
  const corner = toCanvas(frame, { x: 0, y: 56 });
  expect(corner.x).toBeLessThan(-1000);
});
