import { useStore, ViewportPortal } from '@xyflow/react';
import { useCanvas } from './canvasStore';
import css from './Guides.module.css';

/** Lines along which what is dragged lies with others. */
export function Guides() {
  const guides = useCanvas((canvas) => canvas.guides);
  const zoom = useStore((state) => state.transform[2]);
  if (guides.length === 0) return null;
  const thin = 1 / zoom;
  return (
    <ViewportPortal>
      {guides.map(({ axis, at, from, to }) => (
        <div
          key={axis}
          className={css.guide}
          style={
            axis === 'x'
              ? { transform: `translate(${at - thin / 2}px, ${from}px)`, width: thin, height: to - from }
              : { transform: `translate(${from}px, ${at - thin / 2}px)`, width: to - from, height: thin }
          }
        />
      ))}
    </ViewportPortal>
  );
}
