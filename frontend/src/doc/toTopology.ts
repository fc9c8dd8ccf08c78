/** The plain projection as document JSON: what is saved, exported and checked. */
import type { DocExpectation, DocInterface, DocLink, DocNode, DocShape, Projection } from './projection';
import type { Ref } from './refs';
import type {
  ExpectationJson,
  InterfaceJson,
  LinkJson,
  NodeJson,
  RouteJson,
  ShapeJson,
  WholeTopology,
} from './topology';

export const VERSION = 'vethwork/v1';

export function toTopology(projection: Projection): WholeTopology {
  const nodes = [...projection.nodes.values()];
  const links = writtenLinks(projection).map((link) => linkJson(projection, link));
  const expect = writtenExpectations(projection).map((one) => expectationJson(projection, one));
  const layout = layoutJson(projection);
  const shapes = [...projection.shapes.values()].map((shape) => shapeJson(projection, shape));
  return {
    version: VERSION,
    name: projection.name,
    ...projection.meta,
    nodes: Object.fromEntries(nodes.map((node) => [node.name, nodeJson(node)])),
    ...(links.length > 0 && { links }),
    ...(expect.length > 0 && { expect }),
    ...(Object.keys(layout).length > 0 && { layout }),
    ...(shapes.length > 0 && { shapes }),
  };
}

/** Links as they are written, in order; one whose node somebody else has just removed is not. */
export function writtenLinks(projection: Projection): DocLink[] {
  return [...projection.links.values()].filter((link) =>
    link.ends.every((end) => refText(projection, end) !== undefined),
  );
}

export function writtenExpectations(projection: Projection): DocExpectation[] {
  const has = (ref: Ref) => refText(projection, ref) !== undefined;
  return [...projection.expectations.values()].filter((one) => has(one.from) && has(one.to));
}

/** What a person reads for a reference, `node` or `node:interface`; nothing when it is gone. */
export function refText(projection: Projection, ref: Ref): string | undefined {
  if ('text' in ref) return ref.text;
  const node = projection.nodes.get(ref.node);
  if (node === undefined || ref.interface === undefined) return node?.name;
  const port = node.interfaces.find((one) => one.id === ref.interface);
  return port && `${node.name}:${port.name}`;
}

/** An interface without settings need not be written: its link names it. */
function isWritten(port: DocInterface): boolean {
  return port.listed || Object.keys(port.fields).length > 0;
}

function nodeJson(node: DocNode): NodeJson {
  const ports = node.interfaces.filter(isWritten);
  const interfaces = Object.fromEntries(ports.map((port) => [port.name, port.fields as InterfaceJson]));
  const routes = node.routes.map((route) => route.fields as RouteJson);
  return {
    ...node.fields,
    ...(ports.length > 0 && { interfaces }),
    ...(routes.length > 0 && { routes }),
  };
}

function linkJson(projection: Projection, link: DocLink): LinkJson {
  const [left, right] = link.ends.map((end) => refText(projection, end) ?? '');
  return { ends: [left ?? '', right ?? ''], ...link.fields };
}

function expectationJson(projection: Projection, one: DocExpectation): ExpectationJson {
  return {
    from: refText(projection, one.from) ?? '',
    to: refText(projection, one.to) ?? '',
    ...one.fields,
  };
}

/** A node that somebody has just removed is in no group any more. */
function shapeJson(projection: Projection, shape: DocShape): ShapeJson {
  const names = shape.members.flatMap((id) => projection.nodes.get(id)?.name ?? []);
  const members = [...names, ...shape.strangers];
  return { ...(shape.fields as ShapeJson), ...(members.length > 0 && { members }) };
}

function layoutJson(projection: Projection): Record<string, [number, number]> {
  const layout: Record<string, [number, number]> = {};
  for (const node of projection.nodes.values()) {
    const place = projection.positions.get(node.id);
    if (place) layout[node.name] = [Math.round(place.x), Math.round(place.y)];
  }
  return layout;
}
