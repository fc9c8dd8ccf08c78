import { useCallback, useEffect, useRef, useState } from 'react';
import { Maximize, Minus, Plus } from 'lucide-react';
import { t } from '@/i18n';
import type { Drawing, Mark } from './drawing';
import css from './EmbedPage.module.css';
import { Marks } from './Marks';
import { moved, pointAt, unitsPerPx, zoomed, type Frame } from './view';

const STEP = 1.25;
const WHEEL = 0.0022;
const KEY_STEP = 0.08;

/** The picture: dragged to move, larger and smaller by buttons, keys, Ctrl and the wheel. */
export function DrawingView({ drawing, marks }: { drawing: Drawing; marks: readonly Mark[] }) {
  const whole = drawing.frame;
  const [chosen, setChosen] = useState<Frame | null>(null);
  const view = chosen ?? whole;
  const zoom = (factor: number) => setChosen(zoomed(view, whole, factor));
  const ref = useWheel((factor, box, at) => setChosen(zoomed(view, whole, factor, pointAt(view, box, at))));
  const drag = useDrag(view, setChosen);
  return (
    <div className={css.stage}>
      <svg
        ref={ref}
        className={css.drawing}
        viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
        role="img"
        tabIndex={0}
        aria-label={t('The drawing: arrow keys move it, + and − zoom, 1 fits all of it')}
        onKeyDown={(event) => {
          const next = afterKey(event.key, view, whole);
          if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
          event.preventDefault();
          setChosen(next);
        }}
        {...drag}
      >
        {/* Written by ourselves, with all that people typed escaped. */}
        <g dangerouslySetInnerHTML={{ __html: drawing.inner }} />
        <Marks marks={marks} />
      </svg>
      <div className={css.controls} role="group" aria-label={t('Look')}>
        <ControlButton label={t('Zoom in')} onClick={() => zoom(STEP)}>
          <Plus size={15} aria-hidden />
        </ControlButton>
        <ControlButton label={t('Zoom out')} onClick={() => zoom(1 / STEP)}>
          <Minus size={15} aria-hidden />
        </ControlButton>
        <ControlButton label={t('Fit everything')} onClick={() => setChosen(null)}>
          <Maximize size={14} aria-hidden />
        </ControlButton>
      </div>
    </div>
  );
}

function ControlButton({
  label,
  onClick,
  children,
}: {
  label: string;
  onClick: () => void;
  children: React.ReactNode;
}) {
  return (
    <button type="button" className={css.control} aria-label={label} title={label} onClick={onClick}>
      {children}
    </button>
  );
}

/** What a key makes of the view; null: all of it; undefined: nothing. */
function afterKey(key: string, view: Frame, whole: Frame): Frame | null | undefined {
  const step = view.width * KEY_STEP;
  switch (key) {
    case 'ArrowLeft':
      return moved(view, { x: -step, y: 0 });
    case 'ArrowRight':
      return moved(view, { x: step, y: 0 });
    case 'ArrowUp':
      return moved(view, { x: 0, y: -step });
    case 'ArrowDown':
      return moved(view, { x: 0, y: step });
    case '+':
    case '=':
      return zoomed(view, whole, STEP);
    case '-':
      return zoomed(view, whole, 1 / STEP);
    case '1':
      return null;
    default:
      return undefined;
  }
}

/** The wheel alone scrolls the page round this one, so it zooms with Ctrl, as two fingers on a touchpad do. */
function useWheel(onZoom: (factor: number, box: DOMRect, at: { x: number; y: number }) => void) {
  const latest = useRef(onZoom);
  useEffect(() => {
    latest.current = onZoom;
  });
  return useCallback((svg: SVGSVGElement | null) => {
    if (svg === null) return undefined;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const at = { x: event.clientX, y: event.clientY };
      latest.current(Math.exp(-event.deltaY * WHEEL), svg.getBoundingClientRect(), at);
    };
    svg.addEventListener('wheel', onWheel, { passive: false });
    return () => svg.removeEventListener('wheel', onWheel);
  }, []);
}

function useDrag(view: Frame, onMove: (view: Frame) => void) {
  const held = useRef<{ x: number; y: number; view: Frame } | null>(null);
  return {
    onPointerDown: (event: React.PointerEvent<SVGSVGElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      held.current = { x: event.clientX, y: event.clientY, view };
    },
    onPointerMove: (event: React.PointerEvent<SVGSVGElement>) => {
      const from = held.current;
      if (from === null) return;
      const units = unitsPerPx(from.view, event.currentTarget.getBoundingClientRect());
      const by = { x: (from.x - event.clientX) * units, y: (from.y - event.clientY) * units };
      onMove(moved(from.view, by));
    },
    onPointerUp: () => {
      held.current = null;
    },
    onPointerCancel: () => {
      held.current = null;
    },
  };
}
