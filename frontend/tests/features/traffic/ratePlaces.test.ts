import { describe, expect, it } from 'vitest';
import { placesAt, ratePlaces, SHARES } from '@/features/canvas/layers/traffic/ratePlaces';
import type { Box, Vec } from '@/lib/geom';

const WORDS = [
  { width: 70, height: 12 },
  { width: 70, height: 12 },
] as const;

function line(from: Vec, to: Vec) {
  return (share: number) => ({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
}

/** How far a point lies from a box; 0 inside of it. */
function distance({ x, y }: Vec, box: Box): number {
  const dx = Math.max(box.x - x, 0, x - box.x - box.width);
  const dy = Math.max(box.y - y, 0, y - box.y - box.height);
  return Math.hypot(dx, dy);
}

describe('the rates of a link', () => {
  it.each([0, 20, 45, 70, 90, 135, 200, 300])(
    'stand off a line of %i degrees, on both its sides',
    (degrees) => {
      const angle = (degrees * Math.PI) / 180;
      const way = line({ x: 0, y: 0 }, { x: 400 * Math.cos(angle), y: 400 * Math.sin(angle) });
      const [first, second] = placesAt(way, 0.5, WORDS);
      const points = Array.from({ length: 101 }, (_, index) => way(index / 100));
      for (const box of [first, second])
        expect(Math.min(...points.map((point) => distance(point, box)))).toBeGreaterThan(3);
      expect(first.y < second.y - 1 || first.x < second.x).toBe(true);
    },
  );

  it('touch neither card of a short link that runs aslant', () => {
    const cards = [
      { x: 0, y: 0, width: 176, height: 60 },
      { x: 200, y: 110, width: 176, height: 60 },
    ];
    const places = ratePlaces(line({ x: 142, y: 60 }, { x: 234, y: 110 }), SHARES, WORDS, cards);
    expect(places).toBeDefined();
    for (const box of places ?? [])
      for (const card of cards)
        expect(
          box.x >= card.x + card.width ||
            card.x >= box.x + box.width ||
            box.y >= card.y + card.height ||
            card.y >= box.y + box.height,
        ).toBe(true);
  });

  it('are left out where everything is taken', () => {
    const everything = [{ x: -1000, y: -1000, width: 3000, height: 3000 }];
    expect(ratePlaces(line({ x: 0, y: 0 }, { x: 400, y: 0 }), SHARES, WORDS, everything)).toBeUndefined();
  });
});
