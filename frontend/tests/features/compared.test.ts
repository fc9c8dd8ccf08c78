import { expect, test } from 'vitest';
import { comparedDrawing } from '@/features/history/comparedDrawing';
import { comparedWays } from '@/features/history/comparedWays';

const NODES = { h1: { kind: 'host' }, sw1: { kind: 'switch' }, r1: { kind: 'router' } } as const;
const LAYOUT: Record<string, [number, number]> = { h1: [0, 0], sw1: [420, 300], r1: [900, 0] };

test('links of a comparison go as on the canvas: in right angles, through bends, beside each other', () => {
  const before = {
    name: 'lab',
    nodes: NODES,
    links: [
      { ends: ['h1:e0', 'sw1:p1'] as [string, string], angled: true },
      { ends: ['sw1:p2', 'r1:e0'] as [string, string], bends: [[800, 500]] as [number, number][] },
      { ends: ['h1:e1', 'r1:e1'] as [string, string] },
      { ends: ['h1:e2', 'r1:e2'] as [string, string] },
    ],
    layout: LAYOUT,
  };
  const after = { ...before, links: before.links.slice(1) };
  const changes = [{ kind: 'removed', element: 'links/0', what: '', fields: [] }] as never;
  const placed = comparedWays(comparedDrawing({ before, after, changes }));
  const pathOf = (id: string) => placed.find(({ link }) => link.id === id)?.way;
  const angled = pathOf('removed links/0')?.points ?? [];
  expect(angled.length).toBeGreaterThan(2);
  for (const [index, { x, y }] of angled.slice(1).entries())
    expect(x === angled[index]?.x || y === angled[index]?.y).toBe(true);
  expect(pathOf('links/0')?.points).toContainEqual({ x: 800, y: 500 });
  const [left, right] = [pathOf('links/1'), pathOf('links/2')];
  expect(Math.abs((left?.middle.y ?? 0) - (right?.middle.y ?? 0))).toBeGreaterThan(20);
});
