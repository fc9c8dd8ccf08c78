/** Places for nodes that nobody has placed yet: the same in every window, and steady until somebody does. */
import { placesForUnplaced } from './place';
import type { Point, Projection } from './projection';

export class Guesses {
  /** The guessed places in use, by node. */
  #kept: ReadonlyMap<string, Point> = new Map();

  get kept(): ReadonlyMap<string, Point> {
    return this.#kept;
  }

  /** The projection with a place for every node. */
  complete(projection: Projection): Projection {
    const { nodes, positions } = projection;
    const missing = new Set([...nodes.keys()].filter((id) => !positions.has(id)));
    if (missing.size === 0) {
      if (this.#kept.size > 0) this.#kept = new Map();
      return projection;
    }
    const kept = new Map([...this.#kept].filter(([id]) => missing.has(id)));
    const known = new Map([...positions, ...kept]);
    this.#kept = new Map([...kept, ...placesForUnplaced({ ...projection, positions: known })]);
    return { ...projection, positions: new Map([...positions, ...this.#kept]) };
  }
}
