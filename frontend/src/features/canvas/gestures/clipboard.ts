/** Copy and paste through the system's clipboard as YAML, so that a part of one lab can go into another, or be typed. */
import { useEffect, type RefObject } from 'react';
import { readDrawing } from '@/api';
import {
  fromTopology,
  toTopology,
  toYaml,
  type LabDocument,
  type Point,
  type TopologyJson,
  type WholeTopology,
} from '@/doc';
import { said, t } from '@/i18n';
import { useLab } from '@/state/lab';
import { useViewport } from '@/state/viewport';
import { toast } from '@/ui';
import { insertPart, removeSelection, selectedPart } from './edit';

const PASTE_SHIFT = { x: 40, y: 40 };
const TEXT_MAX = 2_000_000;

/** What was copied here needs no server to be read again. */
let copied: { text: string; part: WholeTopology } | null = null;

function copiedText(doc: LabDocument): string | undefined {
  const part = selectedPart(doc);
  if (part === undefined) return undefined;
  copied = { text: toYaml(part), part };
  return copied.text;
}

/** Any other text is read by the server, which takes nothing but a drawing. */
async function readPart(text: string): Promise<WholeTopology | string> {
  if (text === copied?.text) return copied.part;
  if (text.length > TEXT_MAX) return t('The text is too long.');
  const { topology, problems } = await readDrawing(text);
  if (topology) return placed(topology);
  const [first] = problems;
  return first ? said(first.message, first) : '';
}

/** What was typed by hand seldom says where it stands. */
function placed(topology: TopologyJson): WholeTopology {
  const opened = fromTopology(topology);
  const whole = toTopology(opened.projection);
  opened.destroy();
  return whole;
}

export async function pasteText(doc: LabDocument, text: string, at?: Point): Promise<void> {
  if (text.trim() === '') return;
  const part = await readPart(text).catch((error: unknown) => (error as Error).message);
  if (typeof part === 'string') toast({ tone: 'bad', title: t('Not pasted'), text: part });
  else if (at === undefined && text === copied?.text) insertPart(doc, part, PASTE_SHIFT);
  else insertPart(doc, part, shiftTo(part, at ?? useViewport.getState().freePlace()));
}

/** How far to move a part so that its left upper corner is at a point. */
function shiftTo({ layout = {}, shapes = [] }: WholeTopology, { x, y }: Point): Point {
  const places = [...Object.values(layout), ...shapes.flatMap((shape) => (shape.at ? [shape.at] : []))];
  if (places.length === 0) return { x, y };
  const left = Math.min(...places.map((place) => place[0]));
  const top = Math.min(...places.map((place) => place[1]));
  return { x: Math.round(x - left), y: Math.round(y - top) };
}

/** From a menu, where no event of the browser brings the clipboard along. */
export async function copySelection(doc: LabDocument): Promise<void> {
  const text = copiedText(doc);
  if (text !== undefined) await navigator.clipboard.writeText(text);
}

export async function pasteFromClipboard(doc: LabDocument, at: Point): Promise<void> {
  try {
    await pasteText(doc, await navigator.clipboard.readText(), at);
  } catch {
    toast({ title: t('This browser gives the clipboard to its shortcut alone: press Ctrl+V.') });
  }
}

function copy(doc: LabDocument, event: ClipboardEvent): boolean {
  const text = copiedText(doc);
  if (text === undefined) return false;
  event.clipboardData?.setData('text/plain', text);
  event.preventDefault();
  return true;
}

function isText(element: Element | null): boolean {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

/** Listens while the focus is on the canvas; text fields keep their own clipboard. */
export function useClipboard(canvas: RefObject<HTMLElement | null>): void {
  const { doc } = useLab();
  useEffect(() => {
    const stop = new AbortController();
    const onCanvas = () => {
      const focused = document.activeElement;
      return canvas.current?.contains(focused) === true && !isText(focused);
    };
    const listen = (type: 'copy' | 'cut' | 'paste', act: (event: ClipboardEvent) => void) =>
      document.addEventListener(type, (event) => onCanvas() && act(event), { signal: stop.signal });
    listen('copy', (event) => copy(doc, event));
    listen('cut', (event) => {
      if (copy(doc, event)) removeSelection(doc);
    });
    listen('paste', (event) => {
      event.preventDefault();
      void pasteText(doc, event.clipboardData?.getData('text/plain') ?? '');
    });
    return () => stop.abort();
  }, [doc, canvas]);
}
