import { expect, test } from 'vitest';
import { fromTopology, ops } from '@/doc';
import { TUTORIAL } from './topologies';

function withComment() {
  const doc = fromTopology(TUTORIAL);
  const [node = ''] = doc.projection.nodes.keys();
  const id = ops.addComment(doc, 'Ana', { node }, '  Why is this here?  ') ?? '';
  return { doc, node, id, comment: () => doc.projection.comments.get(id) };
}

test('a comment is answered, resolved and opened again', () => {
  const { doc, node, id, comment } = withComment();
  expect(comment()).toMatchObject({
    author: 'Ana',
    text: 'Why is this here?',
    target: { node },
    resolved: false,
  });
  expect(ops.replyToComment(doc, id, 'Ben', 'For the lesson.')).toBe(true);
  expect(comment()?.replies).toMatchObject([{ author: 'Ben', text: 'For the lesson.' }]);
  ops.resolveComment(doc, id, true);
  expect(comment()?.resolved).toBe(true);
  ops.resolveComment(doc, id, false);
  expect(comment()?.resolved).toBe(false);
});

test('undo takes back no words, and words make no step of undo', () => {
  const { doc, node, comment } = withComment();
  ops.setNodeField(doc, node, 'hostname', 'other');
  doc.undo();
  doc.undo();
  expect(comment()).toBeDefined();
});

test('a text is limited, an empty one is none, and who only looks says nothing', () => {
  const { doc, id } = withComment();
  const long = ops.addComment(doc, 'Ana', { x: 1.4, y: 2 }, 'x'.repeat(5000)) ?? '';
  expect(doc.projection.comments.get(long)?.text).toHaveLength(ops.COMMENT_LENGTH);
  expect(doc.projection.comments.get(long)?.target).toEqual({ x: 1, y: 2 });
  expect(ops.addComment(doc, 'Ana', { x: 0, y: 0 }, '  ')).toBeUndefined();
  doc.isReadOnly = true;
  expect(ops.addComment(doc, 'Ana', { x: 0, y: 0 }, 'hm')).toBeUndefined();
  ops.removeComment(doc, id);
  expect(doc.projection.comments.has(id)).toBe(true);
});
