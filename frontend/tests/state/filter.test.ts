import { expect, it } from 'vitest';
import { fromTopology } from '@/doc';
import { failedNodes } from '@/state/failedNodes';
import { litBy, NO_FILTER, type Filter } from '@/state/filter';
import { emptyMatrix, fillCells } from '@/state/matrix';
import { OUTCOME } from '@/state/outcomes';

const { projection } = fromTopology({
  version: 'vethwork/v1',
  name: '',
  nodes: { a: {}, b: {}, sw1: { kind: 'switch', interfaces: { p1: { vlan: 20 }, p2: { vlan: 30 } } } },
  links: [{ ends: ['a:eth0', 'sw1:p1'] }, { ends: ['b:eth0', 'sw1:p2'] }],
  expect: [{ from: 'a', to: 'b' }],
});
const names = new Map([...projection.nodes.values()].map(({ id, name }) => [id, name]));
const links = [...projection.links.keys()];
const STATED = { problems: new Set<string>(), drift: new Set<string>(), failed: new Set<string>() };

function lit(filter: Partial<Filter>, stated: Partial<typeof STATED> = {}) {
  const found = litBy({ ...NO_FILTER, ...filter }, projection, { ...STATED, ...stated });
  return (
    found && {
      nodes: [...found.nodes].map((id) => names.get(id)).sort(),
      links: [...found.links].map((id) => links.indexOf(id)),
    }
  );
}
const idOf = (name: string) => [...names].find(([, one]) => one === name)?.[0] ?? '';

it('dims nothing without a filter', () => {
  expect(lit({})).toBeNull();
});

it('keeps kinds, and the links between them', () => {
  expect(lit({ kinds: new Set(['host']) })).toEqual({ nodes: ['a', 'b'], links: [] });
  expect(lit({ kinds: new Set(['host', 'switch']) })).toEqual({ nodes: ['a', 'b', 'sw1'], links: [0, 1] });
});

it('keeps the ports of a VLAN, and what is plugged into them', () => {
  expect(lit({ vlan: 20 })).toEqual({ nodes: ['a', 'sw1'], links: [0] });
  expect(lit({ vlan: 20, kinds: new Set(['host']) })).toEqual({ nodes: ['a'], links: [] });
});

it('keeps what has problems, and who failed in the matrix', () => {
  expect(lit({ state: 'problems' }, { problems: new Set([idOf('b'), links[1] ?? '']) })).toEqual({
    nodes: ['b'],
    links: [1],
  });
  const asked = emptyMatrix(['a', 'b'], [{ node: 'b', interface: 'eth0', address: '10.0.0.2' }], ['ping']);
  const failed = failedNodes(fillCells(asked, [0, 0, 0, OUTCOME.timed_out, -1]), projection, projection);
  expect(lit({ state: 'failed' }, { failed: new Set(failed) })?.nodes).toEqual(['a', 'b']);
  const fine = failedNodes(fillCells(asked, [0, 0, 0, OUTCOME.reached, 9]), projection, projection);
  expect(fine.size).toBe(0);
});
