/** Edits of what the lab is expected to do, and of the lab's own fields. */
import { Names, element } from '../fromTopology';
import type { LabDocument } from '../labDocument';
import type { Projection } from '../projection';
import { encodeRef, newId, type Ref } from '../refs';
import type { Addressing, Outcome } from '../topology';
import { nextOrder, setField } from './fields';

export interface ExpectationFields {
  from: Ref;
  to: Ref;
  probe: string;
  outcome: Outcome;
}

/** Reads what a person typed: a node, `node:interface`, or an address. */
export function parseRef(projection: Projection, text: string): Ref {
  const names = new Names();
  for (const node of projection.nodes.values()) {
    names.nodes.set(node.name, node.id);
    names.interfaces.set(node.id, new Map(node.interfaces.map((port) => [port.name, port.id])));
  }
  return names.resolve(text);
}

/** `reached` is what an expectation means when it does not say. */
function stored({ from, to, probe, outcome }: Partial<ExpectationFields>): Record<string, unknown> {
  return {
    ...(from && { from: encodeRef(from) }),
    ...(to && { to: encodeRef(to) }),
    ...(probe !== undefined && { probe }),
    ...(outcome !== undefined && { outcome: outcome === 'blocked' ? outcome : undefined }),
  };
}

export function addExpectation(doc: LabDocument, fields: ExpectationFields): string {
  const id = newId();
  doc.edit(() => doc.expect.set(id, element(nextOrder(doc.expect), stored(fields))));
  return id;
}

export function setExpectation(doc: LabDocument, id: string, fields: Partial<ExpectationFields>): void {
  doc.edit(() => {
    for (const [field, value] of Object.entries(stored(fields))) setField(doc.expect.get(id), field, value);
  });
}

export function removeExpectation(doc: LabDocument, id: string): void {
  doc.edit(() => doc.expect.delete(id));
}

export function renameLab(doc: LabDocument, name: string): void {
  if (name !== doc.projection.name) doc.edit(() => doc.meta.set('name', name));
}

export function setAddressing(doc: LabDocument, addressing: Addressing | undefined): void {
  setLabField(doc, 'addressing', addressing);
}

/** A field of the lab as a whole. */
export function setLabField(doc: LabDocument, field: 'addressing' | 'routing', value: unknown): void {
  doc.edit(() => setField(doc.meta, field, value));
}
