import { expect, test } from 'vitest';
import { cellUnder, inSight, mapGeometry, scrollTo } from '@/features/matrix/heatmap/geometry';

const REQUEST = {
  rows: 4,
  columns: 4,
  rowLabel_px: 40,
  columnLabel_px: 40,
  width_px: 800,
  height_px: 400,
  zoom: 1,
};
const TOP_LEFT = { left: 0, top: 0 };

test('a small map has large cells and flat names', () => {
  const geometry = mapGeometry(REQUEST);
  expect(geometry.cell_px).toBe(52);
  expect(geometry.slanted).toBe(false);
});

test.each([20, 60, 100])('%i × %i fits its window as long as cells stay visible', (nodes) => {
  const geometry = mapGeometry({ ...REQUEST, rows: nodes, columns: nodes, height_px: 600 });
  expect(geometry.slanted).toBe(true);
  expect(geometry.height_px).toBeLessThanOrEqual(600);
  expect(geometry.width_px).toBeLessThanOrEqual(800);
});

test('a map that cannot fit scrolls instead of vanishing', () => {
  const geometry = mapGeometry({ ...REQUEST, rows: 1000, columns: 1000 });
  expect(geometry.cell_px).toBe(4);
  expect(geometry.height_px).toBeGreaterThan(4000);
});

test('zoom makes cells larger, within reason', () => {
  expect(mapGeometry({ ...REQUEST, rows: 100, columns: 100, zoom: 3 }).cell_px).toBe(12);
  expect(mapGeometry({ ...REQUEST, zoom: 50 }).cell_px).toBe(72);
});

test('a point finds its cell, and none beside the map', () => {
  const geometry = mapGeometry(REQUEST);
  const { left_px, top_px, cell_px } = geometry;
  const inCell = { x: left_px + 2.5 * cell_px, y: top_px + 1.5 * cell_px };
  expect(cellUnder(geometry, inCell, TOP_LEFT)).toEqual({ row: 1, column: 2 });
  expect(cellUnder(geometry, inCell, { left: cell_px, top: cell_px })).toEqual({ row: 2, column: 3 });
  expect(cellUnder(geometry, { x: left_px - 1, y: inCell.y }, TOP_LEFT)).toBeNull();
  expect(cellUnder(geometry, { x: left_px + 4.1 * cell_px, y: inCell.y }, TOP_LEFT)).toBeNull();
});

test('scrolling to a cell brings it into sight, and does not move when it is', () => {
  const geometry = mapGeometry({ ...REQUEST, rows: 1000, columns: 1000 });
  const window_px = { width: 800, height: 400 };
  const scroll = scrollTo(geometry, { row: 700, column: 30 }, TOP_LEFT, window_px);
  const { rows, columns } = inSight(geometry, scroll, window_px);
  expect(rows[0]).toBeLessThanOrEqual(700);
  expect(rows[1]).toBeGreaterThan(700);
  expect(columns[0]).toBe(0);
  expect(scrollTo(geometry, { row: 700, column: 30 }, scroll, window_px)).toEqual(scroll);
});
