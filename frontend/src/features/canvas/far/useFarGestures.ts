import { useEffect } from 'react';
import { useReactFlow, useStoreApi } from '@xyflow/react';
import type { LabDocument, Point } from '@/doc';
import { useLab } from '@/state/lab';
import { useView } from '@/state/view';
import { useCanvas } from '../canvasStore';
import { drop } from '../gestures/drag';
import { movableBoxes } from '../gestures/edit';
import { onGrid } from '../gestures/place';
import { enclosed } from './enclosed';
import { thingAt, type Thing } from './thingAt';

/** How far beside a line one may point, and from where on a press is a drag; on the screen. */
const REACH_PX = 6;
const DRAG_FROM_PX = 3;

/** Selecting and moving what one canvas draws: the same presses, drags and keys as with cards. */
export function useFarGestures(): void {
  const { doc, canEdit } = useLab();
  const { screenToFlowPosition } = useReactFlow();
  const store = useStoreApi();
  useEffect(() => {
    const thing = (at: Point) => thingAt(doc.projection, at, REACH_PX / store.getState().transform[2]);
    useCanvas.setState({ thingAt: thing });
    const placeOf = (event: MouseEvent) =>
      screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
    const pressed = (event: MouseEvent) => {
      const { domNode } = store.getState();
      const isHere = event.target instanceof Element && domNode?.contains(event.target);
      return isHere ? thing(placeOf(event)) : null;
    };
    const presses = new Presses(doc, canEdit, { placeOf, pressed });
    const stopArea = store.subscribe(({ userSelectionRect, transform: [x, y, zoom] }, before) => {
      const area = userSelectionRect;
      if (area === null || area === before.userSelectionRect || !useCanvas.getState().overview) return;
      if (area.width + area.height === 0) return;
      const box = { x: (area.x - x) / zoom, y: (area.y - y) / zoom };
      const size = { width: area.width / zoom, height: area.height / zoom };
      const { nodes, links, shapes } = enclosed(doc.projection, { ...box, ...size });
      useView.getState().select(nodes, links, shapes);
    });
    return () => {
      stopArea();
      presses.stop();
      useCanvas.setState({ thingAt: null });
    };
  }, [doc, canEdit, store, screenToFlowPosition]);
}

interface Press {
  thing: Thing;
  at: Point;
  screen: Point;
  /** Where all that moves was, once it moves. */
  from: ReadonlyMap<string, Point> | null;
}

interface Look {
  /** The place of the canvas that an event is at. */
  placeOf: (event: MouseEvent) => Point;
  pressed: (event: MouseEvent) => Thing | null;
}

/** Hears of presses before the canvas library does, and leaves it those on empty space. */
class Presses {
  readonly #doc: LabDocument;
  readonly #canEdit: boolean;
  readonly #look: Look;
  readonly #listening = new AbortController();
  #press: Press | null = null;
  /** The click that follows a press of ours is nobody else's. */
  #swallows = false;
  /** While the space bar is down, drags move the view. */
  #pans = false;

  constructor(doc: LabDocument, canEdit: boolean, look: Look) {
    this.#doc = doc;
    this.#canEdit = canEdit;
    this.#look = look;
    const options = { signal: this.#listening.signal, capture: true };
    document.addEventListener('pointerdown', this.#down, options);
    document.addEventListener('pointermove', this.#move, options);
    document.addEventListener('pointerup', this.#up, options);
    document.addEventListener('pointercancel', this.#cancel, options);
    document.addEventListener('keydown', this.#key, options);
    document.addEventListener('keyup', this.#key, options);
    document.addEventListener('mousedown', this.#keep, options);
    document.addEventListener('click', this.#keep, options);
  }

  stop(): void {
    this.#cancel();
    this.#listening.abort();
  }

  readonly #down = (event: PointerEvent): void => {
    this.#swallows = false;
    const { overview, linkFrom } = useCanvas.getState();
    const isOurs = overview && linkFrom === null && !this.#pans && event.isPrimary;
    if (!isOurs || event.button !== 0 || event.pointerType === 'touch') return;
    const thing = this.#look.pressed(event);
    if (thing === null) return;
    this.#press = {
      at: this.#look.placeOf(event),
      thing,
      screen: { x: event.clientX, y: event.clientY },
      from: null,
    };
    this.#swallows = true;
    event.stopPropagation();
  };

  readonly #move = (event: PointerEvent): void => {
    const press = this.#press;
    if (press === null) return;
    const far = Math.hypot(event.clientX - press.screen.x, event.clientY - press.screen.y) > DRAG_FROM_PX;
    if (!far || !this.#canEdit || press.thing.type === 'link') return;
    press.from ??= this.#grasp(press.thing, event);
    const at = this.#look.placeOf(event);
    const held = press.from.get(press.thing.id) ?? [...press.from.values()][0];
    if (held === undefined) return;
    const free = { x: held.x + at.x - press.at.x, y: held.y + at.y - press.at.y };
    const to = event.altKey ? free : onGrid(free);
    const [dx, dy] = [to.x - held.x, to.y - held.y];
    const dragged = new Map([...press.from].map(([id, { x, y }]) => [id, { x: x + dx, y: y + dy }]));
    useCanvas.setState({ dragged });
  };

  readonly #up = (event: PointerEvent): void => {
    const press = this.#press;
    this.#press = null;
    if (press === null) return;
    if (press.from) drop(this.#doc);
    else choose(press.thing, event);
  };

  readonly #cancel = (): void => {
    if (this.#press?.from) useCanvas.setState({ dragged: null });
    this.#press = null;
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key === ' ') this.#pans = event.type === 'keydown';
    if (event.key === 'Escape') this.#cancel();
  };

  readonly #keep = (event: MouseEvent): void => {
    if (this.#swallows) event.stopPropagation();
    if (event.type === 'click') this.#swallows = false;
  };

  /** What moves: all that is selected, or what was pressed where it is not. */
  #grasp(thing: Thing, event: MouseEvent): ReadonlyMap<string, Point> {
    const view = useView.getState();
    if (!(view.nodes.has(thing.id) || view.shapes.has(thing.id))) choose(thing, event);
    return movableBoxes(this.#doc.projection);
  }
}

/** A plain click means that thing alone; with a key held it comes to the others, or leaves them. */
function choose({ type, id }: Thing, event: MouseEvent): void {
  const { nodes, links, shapes, select } = useView.getState();
  const adds = event.shiftKey || event.ctrlKey || event.metaKey;
  const chosen = {
    node: new Set(adds ? nodes : []),
    link: new Set(adds ? links : []),
    shape: new Set(adds ? shapes : []),
  };
  if (!chosen[type].delete(id)) chosen[type].add(id);
  select(chosen.node, chosen.link, chosen.shape);
}
