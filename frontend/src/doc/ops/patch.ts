/** A merge patch (RFC 7396) of the document, such as what somebody changed by hand in a lab that runs. */
import type * as Y from 'yjs';
import { element, interfacesOf } from '../fromTopology';
import type { LabDocument } from '../labDocument';
import { newId } from '../refs';
import { refText } from '../toTopology';
import type { LinkJson, RouteJson } from '../topology';
import { nextOrder, setField } from './fields';
import { dropLink, removeElements, setMasquerade } from './nodes';
import { addRoute } from './routes';
import type { Element } from '../roots';

type Values = Readonly<Record<string, unknown>>;

export interface TopologyPatch {
  /** By name; null: it is gone. */
  nodes?: Readonly<Record<string, Values | null>>;
  links?: readonly LinkJson[];
  [field: string]: unknown;
}

/** Writes a patch into the drawing, as one step of undo; with `only`, what it says of these nodes and nothing else. */
export function patchTopology(doc: LabDocument, patch: TopologyPatch, only?: ReadonlySet<string>): void {
  const ids = new Map([...doc.projection.nodes.values()].map((node) => [node.name, node.id]));
  doc.edit(() => {
    for (const [name, values] of Object.entries(patch.nodes ?? {})) {
      const id = ids.get(name);
      if (id === undefined || (only && !only.has(name))) continue;
      if (values === null) removeElements(doc, { nodes: [id] });
      else patchNode(doc, id, values);
    }
    if (patch.links && !only) patchLinks(doc, patch.links);
  });
}

function patchNode(
  doc: LabDocument,
  id: string,
  { interfaces, routes, masquerade, ...fields }: Values,
): void {
  const node = doc.nodes.get(id);
  for (const [name, values] of Object.entries((interfaces ?? {}) as Record<string, Values | null>)) {
    patchInterface(doc, id, name, values);
  }
  if (routes !== undefined) putRoutes(doc, id, (routes ?? []) as RouteJson[]);
  if (masquerade !== undefined) setMasquerade(doc, id, (masquerade ?? []) as string[]);
  for (const [field, value] of Object.entries(fields)) setField(node, field, merged(node?.get(field), value));
}

function patchInterface(doc: LabDocument, node: string, name: string, values: Values | null): void {
  const ports = interfacesOf(doc, node);
  const found = [...ports.entries()].find(([, port]) => port.get('name') === name);
  if (values === null) {
    if (found) ports.delete(found[0]);
    return;
  }
  const port = found?.[1] ?? addedInterface(ports, name);
  for (const [field, value] of Object.entries(values)) setField(port, field, merged(port.get(field), value));
}

function addedInterface(ports: Y.Map<Element>, name: string): Element {
  const port = element(nextOrder(ports), { name, $listed: true });
  ports.set(newId(), port);
  return port;
}

function putRoutes(doc: LabDocument, node: string, wanted: readonly RouteJson[]): void {
  (doc.nodes.get(node)?.get('routes') as Y.Map<Element> | undefined)?.clear();
  for (const route of wanted) addRoute(doc, node, route);
}

/** Cables that are gone go; none is ever made by hand, as its other end would be in no drawing. */
function patchLinks(doc: LabDocument, wanted: readonly LinkJson[]): void {
  const byEnds = new Map(wanted.map((link) => [link.ends.join(' '), link]));
  for (const link of doc.projection.links.values()) {
    const ends = link.ends.map((end) => refText(doc.projection, end)).join(' ');
    const found = byEnds.get(ends);
    if (found === undefined) {
      dropLink(doc, link.id);
      continue;
    }
    const { ends: same, ...fields } = found;
    for (const field of Object.keys({ ...link.fields, ...fields })) {
      if (JSON.stringify(link.fields[field]) !== JSON.stringify(fields[field]))
        setField(doc.links.get(link.id), field, fields[field]);
    }
  }
}

/** The value after a patch of it; nothing where the patch takes it away. */
function merged(before: unknown, patch: unknown): unknown {
  if (patch === null) return undefined;
  if (!isValues(patch)) return patch;
  const after = new Map(isValues(before) ? Object.entries(before) : []);
  for (const [key, value] of Object.entries(patch)) {
    const one = merged(after.get(key), value);
    if (one === undefined) after.delete(key);
    else after.set(key, one);
  }
  return Object.fromEntries(after);
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
