import { expect, test } from 'vitest';
import { fromTopology, ops, toTopology } from '@/doc';
import { parseClipboard } from '@/features/canvas/gestures/clipboard';
import { TUTORIAL } from '../../doc/topologies';

test('a part of one lab goes into another through a text', () => {
  const { projection } = fromTopology(TUTORIAL);
  const text = JSON.stringify(ops.copyNodes(projection, new Set(projection.nodes.keys())));
  const other = fromTopology({ version: 'vethwork/v1', name: 'other', nodes: {} });
  const part = parseClipboard(text);
  if (part) ops.pasteNodes(other, part, { x: 0, y: 0 });
  expect(Object.keys(toTopology(other.projection).nodes)).toEqual(['netns1', 'netns2', 'sw1']);
  expect(toTopology(other.projection).links).toEqual(TUTORIAL.links);
});

test('any other text on the clipboard is left alone', () => {
  for (const text of ['', 'hello', '{', '{}', '[1]', 'null', '{"version":"other/v1","nodes":{}}']) {
    expect(parseClipboard(text)).toBeUndefined();
  }
});
