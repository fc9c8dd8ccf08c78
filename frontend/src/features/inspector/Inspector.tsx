import { Suspense } from 'react';
import { PanelRightClose, PanelRightOpen } from 'lucide-react';
import { t } from '@/i18n';
import { useView } from '@/state/view';
import { IconButton, lazyPart, PanelSkeleton, Splitter } from '@/ui';
import css from './Inspector.module.css';

/** Many forms, which the canvas need not wait for. */
const Subject = lazyPart(async () => (await import('./Subject')).Subject);

/** All that can be set about what is selected; about the lab as a whole while nothing is. */
export function Inspector() {
  const { inspectorOpen, inspectorWidthPx, setPanels } = useView();
  if (!inspectorOpen) {
    return (
      <div className={css.opener}>
        <IconButton
          label={t('Open the inspector')}
          side="left"
          icon={<PanelRightOpen size={17} />}
          onClick={() => setPanels({ inspectorOpen: true })}
        />
      </div>
    );
  }
  return (
    <>
      <Splitter
        label={t('Width of the inspector')}
        orientation="vertical"
        sizePx={inspectorWidthPx}
        minPx={280}
        maxPx={560}
        onResize={(width) => setPanels({ inspectorWidthPx: width })}
      />
      <aside className={css.inspector} style={{ width: inspectorWidthPx }} aria-label={t('Inspector')}>
        <Suspense fallback={<PanelSkeleton label={t('Opening the inspector')} />}>
          <Subject />
        </Suspense>
        <div className={css.close}>
          <IconButton
            label={t('Close the inspector')}
            side="left"
            size="s"
            icon={<PanelRightClose size={16} />}
            onClick={() => setPanels({ inspectorOpen: false })}
          />
        </div>
      </aside>
    </>
  );
}
