import { Suspense, useSyncExternalStore } from 'react';
import { useReactFlow, useStore } from '@xyflow/react';
import { CircleQuestionMark, Hand, Maximize, Minus, MousePointer2, Plus, Redo2, Undo2 } from 'lucide-react';
import { t } from '@/i18n';
import { cx } from '@/lib/cx';
import { motion_ms } from '@/lib/motion';
import { useLab } from '@/state/lab';
import { openWindow } from '@/state/view';
import { IconButton, lazyPart, Tooltip } from '@/ui';
import { useCanvas } from './canvasStore';
import css from './CanvasControls.module.css';
import { LayoutMenu } from './layout/LayoutMenu';
import { useFit } from './useFit';
import { useIsLow } from './useIsLow';

const ICON = 16;
const FIT_MS = 200;

const TouchTools = lazyPart(async () => (await import('./touch/TouchTools')).TouchTools, true);
const HAS_TOUCH = matchMedia('(any-pointer: coarse)').matches;

export function CanvasControls() {
  if (useIsLow()) return null;
  return (
    <div className={css.controls}>
      <ToolButtons />
      {HAS_TOUCH && (
        <Suspense>
          <TouchTools />
        </Suspense>
      )}
      <HistoryButtons />
      <span className={css.line} />
      <ZoomButtons />
      <span className={css.line} />
      <LayoutMenu />
      <IconButton
        label={t('Keyboard shortcuts')}
        shortcut="?"
        side="top"
        size="s"
        className={css.help}
        icon={<CircleQuestionMark size={ICON} />}
        onClick={() => openWindow('shortcuts')}
      />
    </div>
  );
}

function ToolButtons() {
  const tool = useCanvas((canvas) => canvas.tool);
  return (
    <>
      <IconButton
        label={t('Select')}
        shortcut="V"
        side="top"
        size="s"
        pressed={tool === 'select'}
        icon={<MousePointer2 size={ICON} />}
        onClick={() => useCanvas.setState({ tool: 'select' })}
      />
      <IconButton
        label={t('Move the view')}
        shortcut="H"
        side="top"
        size="s"
        pressed={tool === 'pan'}
        className={css.hand}
        icon={<Hand size={ICON} />}
        onClick={() => useCanvas.setState({ tool: 'pan' })}
      />
    </>
  );
}

function HistoryButtons() {
  const { doc, canEdit } = useLab();
  const steps = useSyncExternalStore(doc.subscribeHistory, () => doc.history);
  if (!canEdit) return null;
  return (
    <>
      <span className={css.line} />
      <IconButton
        label={t('Undo')}
        shortcut="Mod+Z"
        side="top"
        size="s"
        disabled={!steps.undo}
        icon={<Undo2 size={ICON} />}
        onClick={() => doc.undo()}
      />
      <IconButton
        label={t('Redo')}
        shortcut="Mod+Shift+Z"
        side="top"
        size="s"
        disabled={!steps.redo}
        icon={<Redo2 size={ICON} />}
        onClick={() => doc.redo()}
      />
    </>
  );
}

function ZoomButtons() {
  const { zoomIn, zoomOut, zoomTo } = useReactFlow();
  const fit = useFit();
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  return (
    <>
      <IconButton
        label={t('Zoom out')}
        shortcut="-"
        side="top"
        size="s"
        className={css.zoom}
        icon={<Minus size={ICON} />}
        onClick={() => void zoomOut({ duration: motion_ms(120) })}
      />
      <Tooltip content={t('Zoom to 100 %')} shortcut="0" side="top">
        <button
          type="button"
          className={cx(css.percent, css.zoom)}
          onClick={() => void zoomTo(1, { duration: motion_ms(150) })}
        >
          {percent} %
        </button>
      </Tooltip>
      <IconButton
        label={t('Zoom in')}
        shortcut="+"
        side="top"
        size="s"
        className={css.zoom}
        icon={<Plus size={ICON} />}
        onClick={() => void zoomIn({ duration: motion_ms(120) })}
      />
      <IconButton
        label={t('Fit everything')}
        shortcut="1"
        side="top"
        size="s"
        icon={<Maximize size={ICON} />}
        onClick={() => fit(undefined, FIT_MS)}
      />
    </>
  );
}
