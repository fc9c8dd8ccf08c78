import { describe, expect, it } from 'vitest';
import { heldView, holdOf } from '@/features/canvas/touch/pinch';

const LIMITS = [0.1, 2] as const;
const VIEW = { x: 100, y: 50, zoom: 1 };

describe('fingers on the canvas', () => {
  it('zoom by how far they spread, and what was between them stays there', () => {
    const before = holdOf([
      { x: 200, y: 150 },
      { x: 300, y: 150 },
    ]);
    const now = holdOf([
      { x: 160, y: 170 },
      { x: 360, y: 170 },
    ]);
    const view = heldView(VIEW, before, now, LIMITS);
    expect(view.zoom).toBe(2);
    // The point of the drawing that was at 250, 150 on the screen is (150, 100).
    expect({ x: view.x + 150 * 2, y: view.y + 100 * 2 }).toEqual({ x: 260, y: 170 });
  });

  it('zoom no further than the canvas goes', () => {
    const view = heldView(VIEW, { x: 100, y: 50, spread_px: 10 }, { x: 100, y: 50, spread_px: 900 }, LIMITS);
    expect(view).toEqual({ x: 100, y: 50, zoom: 2 });
  });

  it('only move the view when one is left', () => {
    const before = holdOf([{ x: 10, y: 10 }]);
    expect(heldView(VIEW, before, holdOf([{ x: 25, y: 5 }]), LIMITS)).toEqual({ x: 115, y: 45, zoom: 1 });
  });
});
