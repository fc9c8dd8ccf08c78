/** What another window says of itself: taken for what it may be, and no more of it than is shown. */
import type { Point } from './projection';

export interface SharedViewport extends Point {
  /** `x` and `y` are what is in the middle, so that it fits windows of any size. */
  zoom: number;
}

export interface Ping extends Point {
  at_ms: number;
}

export interface SharedView {
  cursor: Point | null;
  selection: readonly string[];
  /** Where the nodes are that are being dragged. */
  drag: Readonly<Record<string, readonly [number, number]>> | null;
  viewport: SharedViewport | null;
  /** Where everybody is asked to look. */
  ping: Ping | null;
}

export interface Person extends SharedView {
  /** One window; a person may have several. */
  client: number;
  user: { id: string; name: string; color: string };
}

const NAME_LENGTH = 60;
export const SHARED_ELEMENTS = 200;
/** As the server gives them: told apart by people with any colour vision, and dark enough for white letters. */
const COLOR = /^#[0-9a-f]{6}$/;
const PLAIN_COLOR = '#4d5563';

type Values = Readonly<Record<string, unknown>>;

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null;
}

function readPoint(value: unknown): Point | null {
  if (!isValues(value)) return null;
  const { x, y } = value;
  return Number.isFinite(x) && Number.isFinite(y) ? { x: x as number, y: y as number } : null;
}

function readView(value: unknown): SharedViewport | null {
  const point = readPoint(value);
  const zoom = isValues(value) ? value.zoom : undefined;
  return point && typeof zoom === 'number' && zoom > 0 ? { ...point, zoom } : null;
}

function readPing(value: unknown): Ping | null {
  const point = readPoint(value);
  const at_ms = isValues(value) ? value.at_ms : undefined;
  return point && typeof at_ms === 'number' ? { ...point, at_ms } : null;
}

function readDrag(value: unknown): Person['drag'] {
  if (!isValues(value)) return null;
  const moved = Object.entries(value).slice(0, SHARED_ELEMENTS);
  const places = moved.filter(
    (entry): entry is [string, [number, number]] =>
      Array.isArray(entry[1]) && entry[1].length === 2 && entry[1].every(Number.isFinite),
  );
  return places.length > 0 ? Object.fromEntries(places) : null;
}

export function readPresence(client: number, state: unknown): Person | null {
  if (!isValues(state) || !isValues(state.user)) return null;
  const { id, name, color } = state.user;
  if (typeof name !== 'string' || name === '') return null;
  const key = typeof id === 'string' || typeof id === 'number' ? String(id) : name;
  const known = typeof color === 'string' && COLOR.test(color) ? color : PLAIN_COLOR;
  const selection = Array.isArray(state.selection) ? state.selection : [];
  return {
    client,
    user: { id: key, name: name.slice(0, NAME_LENGTH), color: known },
    cursor: readPoint(state.cursor),
    selection: selection.filter((one) => typeof one === 'string').slice(0, SHARED_ELEMENTS),
    drag: readDrag(state.drag),
    viewport: readView(state.viewport),
    ping: readPing(state.ping),
  };
}
