/** Has the drawing say what other values say: one step of undo, and what is the same is not touched. */
import type { LabDocument } from '../labDocument';
import type { Projection } from '../projection';
import type { TopologyJson } from '../topology';
import { applyChange } from './applyTextChange';
import { drawn } from './drawn';
import { edited, type ElementEdit } from './fixEdits';
import { rebased } from './rebase';
import { textChange } from './textChange';
import { canonical, same, type JsonMap } from './values';

/** Draws `wanted` in the place of what is drawn; tells whether that was anything else. */
export function drawInstead(doc: LabDocument, wanted: TopologyJson): boolean {
  return draw(doc, wanted as unknown as JsonMap);
}

/** Makes edits whose paths are those of the drawing as it was `then`; what is gone since stays gone. */
export function makeEdits(doc: LabDocument, then: Projection, edits: readonly ElementEdit[]): boolean {
  const { projection } = doc;
  return draw(doc, edited(drawn(projection).values, rebased(then, projection, edits)));
}

function draw(doc: LabDocument, wanted: JsonMap): boolean {
  const known = drawn(doc.projection);
  const before = canonical(known.values);
  const after = canonical(wanted);
  if (same(before, after)) return false;
  doc.edit(() => applyChange(doc, textChange(before, after, known)));
  return true;
}
