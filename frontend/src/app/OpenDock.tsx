import { Suspense } from 'react';
import { PanelBottomClose } from 'lucide-react';
import { t } from '@/i18n';
import { useView } from '@/state/view';
import { IconButton, PanelSkeleton, Splitter, Tabs } from '@/ui';
import css from './Dock.module.css';
import { DOCK_PANELS } from './panels';

const MIN_PX = 140;
const FIRST_TAB = DOCK_PANELS[0]?.id ?? '';

/** Tabs with their content, as high as this person wants them. */
export function OpenDock() {
  const { dockTab, dockHeightPx, setPanels } = useView();
  return (
    <>
      <Splitter
        label={t('Height of the panels')}
        orientation="horizontal"
        sizePx={dockHeightPx}
        minPx={MIN_PX}
        maxPx={Math.max(MIN_PX, window.innerHeight - 260)}
        onResize={(height) => setPanels({ dockHeightPx: height })}
      />
      <section className={css.dock} style={{ height: dockHeightPx }} aria-label={t('Panels')}>
        <Tabs
          label={t('Panels')}
          value={dockTab ?? FIRST_TAB}
          onValueChange={(id) => setPanels({ dockTab: id })}
          end={
            <IconButton
              label={t('Close the panels')}
              size="s"
              side="top"
              icon={<PanelBottomClose size={16} />}
              onClick={() => setPanels({ dockTab: null })}
            />
          }
          tabs={DOCK_PANELS.map(({ id, label, icon, Badge, Panel }) => ({
            id,
            label,
            icon,
            badge: Badge && <Badge />,
            content: (
              <Suspense fallback={<PanelSkeleton label={t('Loading…')} />}>
                <Panel />
              </Suspense>
            ),
          }))}
        />
      </section>
    </>
  );
}
