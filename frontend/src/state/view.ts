/** What this person looks at: never shared, never undone; panel sizes are remembered in this browser. */
import { create } from 'zustand';
import type { CommentTarget, ElementId, Point } from '@/doc';
import { NO_FILTER, type Filter, type Lit } from './filter';

const KEY = 'vethwork.panels';

interface Panels {
  /** The open tab of the dock below the canvas; null when it is closed. */
  dockTab: string | null;
  dockHeightPx: number;
  inspectorWidthPx: number;
  inspectorOpen: boolean;
  /** The text beside the canvas. */
  yamlOpen: boolean;
  yamlWidthPx: number;
}

/** Two drawings of the lab: `drawn`, `running`, or the number of a version. */
export interface Compared {
  before: string;
  after: string;
}

export type EditorWindow = 'shortcuts' | 'commands' | 'shape' | 'share' | 'export' | 'picture';

/** What the canvas shows over the drawing: nothing, numbers, colours by traffic, or where checks failed. */
export type Lens = 'plain' | 'rates' | 'heat' | 'failed';

/** What the pointer is on. */
export interface Hover {
  node?: string;
  link?: string;
}

interface View extends Panels {
  nodes: ReadonlySet<string>;
  links: ReadonlySet<string>;
  /** Notes, regions and groups. */
  shapes: ReadonlySet<string>;
  /** A part of the selected element that the inspector opens and points out. */
  part: ElementId | null;
  /** Set anew each time the canvas shall bring something into sight. */
  reveal: { element: ElementId } | null;
  /** The node, shape or link whose words are being typed on the canvas. */
  renaming: string | null;
  /** The window that is open over the editor. */
  window: EditorWindow | null;
  lens: Lens;
  hover: Hover;
  setLens: (lens: Lens) => void;
  setHover: (hover: Hover) => void;
  /** The bar to find things with is open. */
  finding: boolean;
  filter: Filter;
  /** What the filter leaves bright; null: everything. */
  lit: Lit | null;
  /** The window of somebody whose view is followed. */
  following: number | null;
  /** Where nodes are that others drag at the moment. */
  othersDrag: ReadonlyMap<string, Point> | null;
  /** The comment that is read, and what a new one shall be about. */
  talk: { open: string | null; draft: CommentTarget | null };
  /** What is compared on the canvas, in the place of the drawing. */
  compared: Compared | null;
  select: (nodes: Iterable<string>, links?: Iterable<string>, shapes?: Iterable<string>) => void;
  /** Selects an element and brings it into sight. */
  goTo: (element: ElementId) => void;
  startRenaming: (node: string | null) => void;
  setPanels: (panels: Partial<Panels>) => void;
}

/** In a narrower window the canvas needs the room more than the inspector does. */
const ROOMY_PX = 900;
const DEFAULTS: Panels = {
  dockTab: null,
  dockHeightPx: 340,
  inspectorWidthPx: 336,
  inspectorOpen: window.innerWidth >= ROOMY_PX,
  yamlOpen: false,
  yamlWidthPx: 420,
};

function storedPanels(): Panels {
  try {
    return { ...DEFAULTS, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Panels>) };
  } catch {
    return DEFAULTS;
  }
}

function selectionFor(element: ElementId): Pick<View, 'nodes' | 'links' | 'shapes'> {
  const nodes = 'node' in element ? [element.node] : [];
  const links = element.type === 'link' ? [element.link] : [];
  const shapes = element.type === 'shape' ? [element.shape] : [];
  return { nodes: new Set(nodes), links: new Set(links), shapes: new Set(shapes) };
}

export const NOWHERE: Hover = {};

export const useView = create<View>((set, get) => ({
  ...storedPanels(),
  nodes: new Set(),
  links: new Set(),
  shapes: new Set(),
  part: null,
  reveal: null,
  renaming: null,
  window: null,
  lens: 'plain',
  hover: NOWHERE,
  setLens: (lens) => set({ lens }),
  setHover: (hover) => set({ hover }),
  finding: false,
  filter: NO_FILTER,
  lit: null,
  following: null,
  othersDrag: null,
  talk: { open: null, draft: null },
  compared: null,
  select: (nodes, links = [], shapes = []) =>
    set({ nodes: new Set(nodes), links: new Set(links), shapes: new Set(shapes), part: null }),
  goTo: (element) => {
    set({
      compared: null,
      ...selectionFor(element),
      part: element,
      reveal: { element },
      inspectorOpen: true,
    });
  },
  startRenaming: (renaming) => set({ renaming }),
  setPanels: (panels) => {
    set(panels);
    const kept = Object.keys(DEFAULTS) as (keyof Panels)[];
    const view = get();
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(kept.map((key) => [key, view[key]]))));
  },
}));

/** Opens a tab of the dock from anywhere, such as the matrix when an apply has ended. */
export function openDock(tab: string): void {
  useView.getState().setPanels({ dockTab: tab });
}

export function openWindow(window: EditorWindow | null): void {
  useView.setState({ window });
}

export function setFilter(filter: Partial<Filter>): void {
  useView.setState((view) => ({ filter: { ...view.filter, ...filter } }));
}

/** Shows what is said about an element, or asks for words about one. */
export function openTalk(talk: Partial<View['talk']>): void {
  useView.setState({ talk: { open: null, draft: null, ...talk } });
  openDock('comments');
}

/** Shows what lies between two drawings; null: the drawing again. */
export function compare(compared: Compared | null): void {
  useView.setState({ compared });
}
