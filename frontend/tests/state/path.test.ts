import { describe, expect, it } from 'vitest';
import { fromTopology, linkIds, nodeIdByName } from '@/doc';
import { placedPath, stopOf } from '@/state/path';

const doc = fromTopology({
  name: 'lab',
  nodes: { a: { kind: 'host' }, sw: { kind: 'switch' }, b: { kind: 'host' } },
  links: [{ ends: ['a:e', 'sw:p1'] }, { ends: ['sw:p2', 'b:e'] }],
});
const traced = { type: 'path_traced' as const, back_nodes: [], back_links: [], fault: '' };

describe('a path on the canvas', () => {
  it('is of elements by id, in order, and arrives', () => {
    const way = { ...traced, nodes: ['a', 'sw', 'b'], links: [0, 1] };
    const path = placedPath(way, { source: 'a', target: 'b' }, doc.projection);
    const ids = nodeIdByName(doc.projection);
    expect(path.there.nodes).toEqual(['a', 'sw', 'b'].map((name) => ids.get(name)));
    expect(path.there.links).toEqual(linkIds(doc.projection));
    expect(path.back).toBeNull();
    expect(stopOf(path)).toBeUndefined();
  });

  it('stops where the answer stops, and knows steps without a cable', () => {
    const way = { ...traced, nodes: ['a', 'b'], links: [-1], back_nodes: ['b'], fault: 'b has no route' };
    const path = placedPath(way, { source: 'a', target: 'b' }, doc.projection);
    expect(path.there.links).toEqual([null]);
    expect(stopOf(path)).toBe(nodeIdByName(doc.projection).get('b'));
  });
});
