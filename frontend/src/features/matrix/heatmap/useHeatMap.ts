/** What the heat map needs of the page: its size, the theme's colours, the width of names. */
import { useEffect, useMemo, useState, type RefObject } from 'react';
import { onThemeChange } from '@/lib/cssColor';
import { pageFont, readPalette, type Palette } from './palette';

export interface Size {
  width: number;
  height: number;
}

export function useSize(ref: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [ref]);
  return size;
}

export function usePalette(): Palette {
  const [palette, setPalette] = useState(readPalette);
  useEffect(() => onThemeChange(() => setPalette(readPalette())), []);
  return palette;
}

/** The widest of some names as the axes write them. */
export function useWidest(labels: readonly string[]): number {
  const key = labels.join('\n');
  return useMemo(() => {
    const context = document.createElement('canvas').getContext('2d');
    if (context === null) return 0;
    context.font = `600 12px ${pageFont()}`;
    const names = [...new Set(key.split('\n'))];
    return Math.max(0, ...names.map((name) => Math.ceil(context.measureText(name).width)));
  }, [key]);
}

/** Makes a canvas as sharp as the screen and returns what to draw on, in CSS pixels. */
export function sharpContext(canvas: HTMLCanvasElement | null, size: Size): CanvasRenderingContext2D | null {
  const context = canvas?.getContext('2d');
  if (!canvas || !context) return null;
  const ratio = window.devicePixelRatio;
  const width = Math.round(size.width * ratio);
  const height = Math.round(size.height * ratio);
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
}
