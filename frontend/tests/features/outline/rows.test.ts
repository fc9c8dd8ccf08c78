import { expect, it } from 'vitest';
import { fromTopology } from '@/doc';
import { outlineRows } from '@/features/outline/rows';
import { stepFor } from '@/features/outline/treeKeys';

const { projection } = fromTopology({
  version: 'vethwork/v1',
  name: '',
  nodes: { h1: { interfaces: { eth0: { addresses: ['10.0.0.1/24'] } } }, h2: {}, lone: {} },
  links: [{ ends: ['h1:eth0', 'h2:eth0'] }],
  shapes: [{ kind: 'group', members: ['h1', 'h2'] }],
});
const [h1 = ''] = projection.nodes.keys();
const closed = outlineRows(projection, new Set());
const open = outlineRows(projection, new Set([h1]));

it('lists nodes, links and groups; a node that is opened has its interfaces below it', () => {
  expect(closed.map(({ title }) => title)).toEqual([
    '3 nodes',
    'h1',
    'h2',
    'lone',
    '1 link',
    'h1:eth0 – h2:eth0',
    '1 note or group',
    'group',
  ]);
  expect(open[2]).toMatchObject({ title: 'eth0', level: 3, detail: '10.0.0.1/24, to h2:eth0', parent: h1 });
});

it('says the place of each row among its siblings', () => {
  expect(closed[2]).toMatchObject({ level: 2, place: 2, of: 3, expanded: false });
  expect(closed[3]?.expanded).toBeUndefined();
});

it('moves as trees do', () => {
  expect(stepFor('ArrowDown', closed, 0)).toEqual({ to: h1 });
  expect(stepFor('ArrowRight', closed, 1)).toEqual({ turn: h1 });
  expect(stepFor('ArrowRight', open, 1)).toEqual({ to: open[2]?.key });
  expect(stepFor('ArrowLeft', open, 2)).toEqual({ to: h1 });
  expect(stepFor('ArrowLeft', open, 1)).toEqual({ turn: h1 });
  expect(stepFor('End', closed, 0)).toEqual({ to: closed.at(-1)?.key });
  expect(stepFor('ArrowUp', closed, 0)).toBeUndefined();
});
