import { useEffect } from 'react';
import type { Projection } from '@/doc';
import { pictureSvg, readLook } from '@/features/picture';
import { formatDate } from '@/i18n';
import { useLab } from '@/state/lab';
import css from './Sheet.module.css';

/** While the browser prints, the page is a sheet with the whole drawing, its name and the date. */
export function usePrinting(): void {
  const { doc } = useLab();
  useEffect(() => {
    let sheet: HTMLElement | null = null;
    const stop = new AbortController();
    const putAway = () => {
      sheet?.remove();
      sheet = null;
    };
    const put = () => {
      putAway();
      sheet = sheetOf(doc.projection);
      document.body.append(sheet);
    };
    window.addEventListener('beforeprint', put, { signal: stop.signal });
    window.addEventListener('afterprint', putAway, { signal: stop.signal });
    return () => {
      stop.abort();
      putAway();
    };
  }, [doc]);
}

function sheetOf(projection: Projection): HTMLElement {
  const sheet = document.createElement('article');
  sheet.className = css.sheet ?? '';
  const name = document.createElement('h2');
  name.textContent = projection.name;
  const date = document.createElement('time');
  date.textContent = formatDate(new Date(), { dateStyle: 'long', timeStyle: 'short' });
  const head = document.createElement('header');
  head.append(name, date);
  sheet.append(head, drawingOf(projection));
  return sheet;
}

/** In light colours on white, whatever the screen has. */
function drawingOf(projection: Projection): SVGElement {
  const look = readLook('light');
  const onPaper = { ...look, palette: { ...look.palette, '--bg': 'white' } };
  const { svg } = pictureSvg(projection, onPaper, null);
  const read = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  return document.importNode(read, true) as unknown as SVGElement;
}
