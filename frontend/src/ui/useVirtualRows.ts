import { useCallback, useState, type UIEvent } from 'react';

const OVERSCAN = 12;
/** Up to here all rows are there: then the browser's own search finds everything. */
const ALL_ROWS = 300;
const UNMEASURED_PX = 600;

export interface VirtualRows {
  /** Goes on the element that scrolls. */
  measure: (element: HTMLElement | null) => (() => void) | undefined;
  onScroll: (event: UIEvent<HTMLElement>) => void;
  first: number;
  /** One after the last row to draw. */
  end: number;
  before_px: number;
  after_px: number;
}

/** Which of many rows of one height are in sight. */
export function useVirtualRows(count: number, row_px: number): VirtualRows {
  const [top_px, setTop] = useState(0);
  const [height_px, setHeight] = useState(UNMEASURED_PX);
  const measure = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight || UNMEASURED_PX));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const all = count <= ALL_ROWS;
  const first = all ? 0 : Math.max(0, Math.min(count, Math.floor(top_px / row_px)) - OVERSCAN);
  const end = all ? count : Math.min(count, Math.ceil((top_px + height_px) / row_px) + OVERSCAN);
  return {
    measure,
    onScroll: (event) => setTop(event.currentTarget.scrollTop),
    first,
    end,
    before_px: first * row_px,
    after_px: (count - end) * row_px,
  };
}
