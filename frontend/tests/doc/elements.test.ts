import { expect, test } from 'vitest';
import { elementAt, fromTopology } from '@/doc';

const DOC = fromTopology({
  name: 'one',
  nodes: { r1: { kind: 'router', rules: [{ action: 'deny' }, { action: 'allow' }], ruleset: 'table x {}' } },
});
const [node = ''] = DOC.projection.nodes.keys();

test('a problem of an entry leads to the entry, one of a setting to the setting', () => {
  const at = (path: string) => elementAt(DOC.projection, path);
  expect(at('nodes/r1/rules/1')).toEqual({ type: 'entry', node, list: 'rules', index: 1 });
  expect(at('nodes/r1/rules/0/port')).toEqual({ type: 'entry', node, list: 'rules', index: 0 });
  expect(at('nodes/r1/ruleset')).toEqual({ type: 'setting', node, field: 'ruleset' });
});

test('an entry that is gone leads to its node', () => {
  expect(elementAt(DOC.projection, 'nodes/r1/rules/7')).toEqual({ type: 'node', node });
  expect(elementAt(DOC.projection, 'nodes/r1/services/0')).toEqual({ type: 'node', node });
});
