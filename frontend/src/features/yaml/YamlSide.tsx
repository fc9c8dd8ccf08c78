import { Suspense } from 'react';
import { X } from 'lucide-react';
import { t } from '@/i18n';
import { useView } from '@/state/view';
import { IconButton, PanelSkeleton, Splitter } from '@/ui';
import { YamlEditor } from './lazy';
import css from './YamlSide.module.css';

const MIN_PX = 260;
/** The canvas keeps at least this much. */
const CANVAS_PX = 380;

/** The text beside the canvas. */
export function YamlSide() {
  const open = useView((view) => view.yamlOpen);
  const width = useView((view) => view.yamlWidthPx);
  const setPanels = useView((view) => view.setPanels);
  if (!open) return null;
  return (
    <>
      <Splitter
        label={t('Width of the YAML')}
        orientation="vertical"
        sizePx={width}
        minPx={MIN_PX}
        maxPx={Math.max(MIN_PX, window.innerWidth - CANVAS_PX)}
        onResize={(yamlWidthPx) => setPanels({ yamlWidthPx })}
      />
      <section className={css.side} style={{ width }} aria-label={t('YAML')}>
        <Suspense fallback={<PanelSkeleton label={t('Loading…')} />}>
          <YamlEditor
            end={
              <IconButton
                label={t('Close the YAML')}
                size="s"
                icon={<X size={15} />}
                onClick={() => setPanels({ yamlOpen: false })}
              />
            }
          />
        </Suspense>
      </section>
    </>
  );
}
