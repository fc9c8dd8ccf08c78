/** What happens on the canvas right now and concerns nobody else. */
import { create } from 'zustand';
import type { Box, LinkStart, Point } from '@/doc';
import type { Guide } from '@/lib/guides';
import type { Angler } from './edges/angler';
import type { Thing } from './far/thingAt';
import { NOTHING, type Part } from './sight';

export interface QuickAddAt {
  /** On the screen: where the menu opens. */
  screen: Point;
  /** On the canvas: where the node comes. */
  place: Point;
  /** The node a dropped link came from. */
  from: string | null;
}

/** What a menu is about, and where it opens on the screen. */
export interface MenuAt {
  screen: Point;
  place: Point;
  about: { type: 'pane' | 'selection' } | { type: 'node' | 'link' | 'shape'; id: string };
}

/** Which interface of a node a cable is plugged into, asked where it was dropped. */
export interface PortsAt {
  screen: Point;
  node: string;
  plug: (to: LinkStart) => void;
}

/** A cable that is being bent, or of which one end is loose. */
export interface PulledLink {
  link: string;
  bends: readonly Point[];
  loose?: { end: 0 | 1; at: Point };
}

interface CanvasState {
  /** Places of nodes while they are dragged; the document hears of it on drop. */
  dragged: ReadonlyMap<string, Point> | null;
  /**
   * Drags on empty space select, or move the view. A finger moves it with `select` as well, and selects with `area`;
   * with `link`, clicks on cards link them.
   */
  tool: 'select' | 'pan' | 'area' | 'link';
  /** What pointed at the screen last was a finger. */
  byFinger: boolean;
  /** The node a link is being drawn from, by keyboard or click by click. */
  linkFrom: LinkStart | null;
  quickAdd: QuickAddAt | null;
  menu: MenuAt | null;
  ports: PortsAt | null;
  pulled: PulledLink | null;
  /** Notes and regions whose size is being changed. */
  resized: ReadonlyMap<string, Box> | null;
  /** Along what the dragged things lie. */
  guides: readonly Guide[];
  /** What draws links in right angles, once it is here. */
  angler: Angler | null;
  /** Too many cards are in sight, or a big drawing is being zoomed: one canvas draws them all. */
  overview: boolean;
  /** What of a big drawing there are elements of the page for; null: what the canvas library finds in sight. */
  given: Part | null;
  /** Finds what of such a drawing is at a place of the canvas. */
  thingAt: ((place: Point) => Thing | null) | null;
}

const NO_GUIDES: readonly Guide[] = [];

export const useCanvas = create<CanvasState>(() => ({
  dragged: null,
  tool: 'select',
  byFinger: false,
  linkFrom: null,
  quickAdd: null,
  menu: null,
  ports: null,
  pulled: null,
  resized: null,
  guides: NO_GUIDES,
  angler: null,
  overview: false,
  given: NOTHING,
  thingAt: null,
}));
