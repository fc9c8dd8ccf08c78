/** The Y.Doc as plain values, with structural sharing: an element that did not change keeps its object. */
import * as Y from 'yjs';
import { Guesses } from './guesses';
import {
  byOrder,
  projectComment,
  projectExpectation,
  projectLink,
  projectNode,
  projectShape,
} from './projectElement';
import type {
  DocComment,
  DocExpectation,
  DocLink,
  DocNode,
  DocShape,
  Ordered,
  Point,
  Projection,
} from './projection';
import type { Element, Roots } from './roots';

type Events = Y.YEvent<Y.AbstractType<unknown>>[];

/** Ids of the elements in `events` of a map of elements: its own keys, or the first step of a path into one. */
function touched(events: Events): Set<string> {
  const ids = new Set<string>();
  for (const event of events) {
    if (event.path.length > 0) ids.add(String(event.path[0]));
    else for (const id of event.changes.keys.keys()) ids.add(id);
  }
  return ids;
}

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

interface Numbered {
  readonly id: string;
  readonly order: number;
}

/** Sorts again only when something came, went or changed its place. */
function updated<Value extends Numbered>(
  before: Ordered<Value>,
  source: Y.Map<Element>,
  ids: Iterable<string>,
  project: (id: string, element: Element) => Value,
): Ordered<Value> {
  const after = new Map(before);
  let moved = false;
  for (const id of ids) {
    const element = source.get(id);
    const old = before.get(id);
    // Another window may have put anything there.
    if (!(element instanceof Y.Map)) {
      after.delete(id);
      continue;
    }
    const value = project(id, element);
    moved ||= old?.order !== value.order;
    after.set(id, value);
  }
  return moved ? new Map([...after].sort(([, a], [, b]) => byOrder(a, b))) : after;
}

function updatedPositions(
  before: ReadonlyMap<string, Point>,
  source: Y.Map<[number, number]>,
  ids: Iterable<string>,
): ReadonlyMap<string, Point> {
  const after = new Map(before);
  for (const id of ids) {
    const place = source.get(id);
    if (place === undefined) after.delete(id);
    else after.set(id, { x: place[0], y: place[1] });
  }
  return after;
}

export class Projector {
  projection: Projection;
  /** The places that people gave; the projection has one for every node. */
  #placed: ReadonlyMap<string, Point>;
  readonly #guesses = new Guesses();
  readonly #listeners = new Set<() => void>();
  readonly #stop: () => void;

  constructor(doc: Roots) {
    const first = this.#first(doc);
    this.#placed = first.positions;
    this.projection = this.#guesses.complete(first);
    this.#stop = this.#follow(doc);
  }

  /** Where nodes are shown that nobody has placed. */
  get guessed(): ReadonlyMap<string, Point> {
    return this.#guesses.kept;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  destroy(): void {
    this.#stop();
    this.#listeners.clear();
  }

  #first(doc: Roots): Projection {
    return {
      nodes: updated(new Map<string, DocNode>(), doc.nodes, doc.nodes.keys(), projectNode),
      links: updated(new Map<string, DocLink>(), doc.links, doc.links.keys(), projectLink),
      expectations: updated(
        new Map<string, DocExpectation>(),
        doc.expect,
        doc.expect.keys(),
        projectExpectation,
      ),
      shapes: updated(new Map<string, DocShape>(), doc.shapes, doc.shapes.keys(), projectShape),
      positions: updatedPositions(new Map(), doc.pos, doc.pos.keys()),
      comments: updated(new Map<string, DocComment>(), doc.comments, doc.comments.keys(), projectComment),
      ...projectMeta(doc.meta),
    };
  }

  /** Collects what a transaction touched, then tells everybody once at its end. */
  #follow(doc: Roots): () => void {
    let pending: Partial<Writable<Projection>> = {};
    const onNodes = (events: Events) => {
      pending.nodes = updated(this.projection.nodes, doc.nodes, touched(events), projectNode);
    };
    const onLinks = (events: Events) => {
      pending.links = updated(this.projection.links, doc.links, touched(events), projectLink);
    };
    const onExpect = (events: Events) => {
      const before = this.projection.expectations;
      pending.expectations = updated(before, doc.expect, touched(events), projectExpectation);
    };
    const onShapes = (events: Events) => {
      pending.shapes = updated(this.projection.shapes, doc.shapes, touched(events), projectShape);
    };
    const onPos = (events: Events) => {
      this.#placed = updatedPositions(this.#placed, doc.pos, touched(events));
      pending.positions = this.#placed;
    };
    const onMeta = () => {
      pending = { ...pending, ...projectMeta(doc.meta) };
    };
    const onComments = (events: Events) => {
      pending.comments = updated(this.projection.comments, doc.comments, touched(events), projectComment);
    };
    const onEnd = () => {
      if (Object.keys(pending).length === 0) return;
      const next = { ...this.projection, ...pending };
      const isPlain = pending.nodes === undefined && pending.positions === undefined;
      this.projection = isPlain ? next : this.#guesses.complete({ ...next, positions: this.#placed });
      pending = {};
      for (const listener of this.#listeners) listener();
    };
    doc.nodes.observeDeep(onNodes);
    doc.links.observeDeep(onLinks);
    doc.expect.observeDeep(onExpect);
    doc.shapes.observeDeep(onShapes);
    doc.pos.observeDeep(onPos);
    doc.meta.observeDeep(onMeta);
    doc.comments.observeDeep(onComments);
    doc.ydoc.on('afterTransaction', onEnd);
    return () => doc.ydoc.off('afterTransaction', onEnd);
  }
}

function projectMeta(meta: Y.Map<unknown>): Pick<Projection, 'meta' | 'name'> {
  const plain = meta.toJSON();
  return { meta: plain, name: typeof plain.name === 'string' ? plain.name : '' };
}
