import { Cable, SquareDashedMousePointer } from 'lucide-react';
import { t } from '@/i18n';
import { useLab } from '@/state/lab';
import { IconButton } from '@/ui';
import { useCanvas } from '../canvasStore';
import { useTouch } from './useTouch';

const ICON = 16;

/** What a mouse does by dragging, and a finger by first saying so; with them comes what fingers do without. */
export function TouchTools() {
  const { canEdit } = useLab();
  useTouch();
  const tool = useCanvas((canvas) => canvas.tool);
  return (
    <>
      <IconButton
        label={t('Select an area')}
        side="top"
        size="s"
        pressed={tool === 'area'}
        icon={<SquareDashedMousePointer size={ICON} />}
        onClick={() => useCanvas.setState({ tool: 'area' })}
      />
      {canEdit && (
        <IconButton
          label={t('Link nodes')}
          side="top"
          size="s"
          pressed={tool === 'link'}
          icon={<Cable size={ICON} />}
          onClick={() => useCanvas.setState({ tool: 'link', linkFrom: null })}
        />
      )}
    </>
  );
}
