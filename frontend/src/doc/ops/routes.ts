/** Edits of a node's routes. */
import type * as Y from 'yjs';
import { element } from '../fromTopology';
import type { LabDocument } from '../labDocument';
import { newId } from '../refs';
import { nextOrder, setField } from './fields';
import type { Element } from '../roots';

export interface RouteFields {
  destination?: string | undefined;
  gateway?: string | undefined;
  /** The name of an interface of this node. */
  interface?: string | undefined;
  metric?: number | undefined;
  type?: string | undefined;
  table?: number | undefined;
  /** Several ways that share the packets. */
  hops?: unknown;
}

function routesOf(doc: LabDocument, node: string): Y.Map<Element> | undefined {
  return doc.nodes.get(node)?.get('routes') as Y.Map<Element> | undefined;
}

function storedInterface(doc: LabDocument, node: string, name: string | undefined): string | undefined {
  const port = doc.projection.nodes.get(node)?.interfaces.find((one) => one.name === name);
  return port ? `#${port.id}` : name;
}

export function addRoute(doc: LabDocument, node: string, fields: RouteFields): string {
  const id = newId();
  doc.edit(() => {
    const routes = routesOf(doc, node);
    const via = storedInterface(doc, node, fields.interface);
    routes?.set(id, element(nextOrder(routes), { ...fields, interface: via }));
  });
  return id;
}

export function setRoute(doc: LabDocument, node: string, id: string, fields: RouteFields): void {
  doc.edit(() => {
    const route = routesOf(doc, node)?.get(id);
    for (const [field, value] of Object.entries(fields) as [string, unknown][]) {
      const stored = field === 'interface' ? storedInterface(doc, node, fields.interface) : value;
      setField(route, field, stored);
    }
  });
}

export function removeRoute(doc: LabDocument, node: string, id: string): void {
  doc.edit(() => routesOf(doc, node)?.delete(id));
}
