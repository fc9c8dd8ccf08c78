/** Copy and paste through the system's clipboard, so that a part of one lab can go into another. */
import { useEffect, type RefObject } from 'react';
import { ops, type LabDocument, type WholeTopology } from '@/doc';
import { useLab } from '@/state/lab';
import { useView } from '@/state/view';
import { removeSelection } from './edit';

const PASTE_SHIFT = { x: 40, y: 40 };

/** What a clipboard text holds, when it is a part of a lab. */
export function parseClipboard(text: string): WholeTopology | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    const part = JSON.parse(text) as Partial<WholeTopology> | null;
    return typeof part?.version === 'string' && part.version.startsWith('vethwork/') && part.nodes
      ? (part as WholeTopology)
      : undefined;
  } catch {
    return undefined;
  }
}

function copy(doc: LabDocument, event: ClipboardEvent): boolean {
  const { nodes } = useView.getState();
  if (nodes.size === 0) return false;
  const part = ops.copyNodes(doc.projection, nodes);
  event.clipboardData?.setData('text/plain', JSON.stringify(part, null, 2));
  event.preventDefault();
  return true;
}

function paste(doc: LabDocument, event: ClipboardEvent): void {
  const part = parseClipboard(event.clipboardData?.getData('text/plain') ?? '');
  if (part === undefined) return;
  event.preventDefault();
  useView.getState().select(ops.pasteNodes(doc, part, PASTE_SHIFT));
}

/** Listens while the focus is on the canvas; text fields keep their own clipboard. */
export function useClipboard(canvas: RefObject<HTMLElement | null>): void {
  const { doc } = useLab();
  useEffect(() => {
    const onCanvas = () => {
      const focused = document.activeElement;
      return canvas.current?.contains(focused) === true && !(focused instanceof HTMLInputElement);
    };
    const onCopy = (event: ClipboardEvent) => {
      if (onCanvas()) copy(doc, event);
    };
    const onCut = (event: ClipboardEvent) => {
      if (onCanvas() && copy(doc, event)) removeSelection(doc);
    };
    const onPaste = (event: ClipboardEvent) => {
      if (onCanvas()) paste(doc, event);
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCut);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCut);
      document.removeEventListener('paste', onPaste);
    };
  }, [doc, canvas]);
}
