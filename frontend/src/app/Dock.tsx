import { Suspense } from 'react';
import { t } from '@/i18n';
import { useView } from '@/state/view';
import { lazyPart } from '@/ui';
import css from './Dock.module.css';
import { DOCK_PANELS } from './panels';

const OpenDock = lazyPart(async () => (await import('./OpenDock')).OpenDock);

/** The panels below the canvas: a row of buttons while closed, tabs with their content while open. */
export function Dock() {
  const open = useView((state) => DOCK_PANELS.some((panel) => panel.id === state.dockTab));
  return open ? (
    <Suspense fallback={<ClosedDock />}>
      <OpenDock />
    </Suspense>
  ) : (
    <ClosedDock />
  );
}

function ClosedDock() {
  const setPanels = useView((state) => state.setPanels);
  return (
    <nav className={css.closed} aria-label={t('Panels')}>
      {DOCK_PANELS.map(({ id, label, icon, Badge }) => (
        <button
          key={id}
          type="button"
          className={css.opener}
          aria-expanded={false}
          onClick={() => setPanels({ dockTab: id })}
        >
          {icon}
          {label}
          {Badge && <Badge />}
        </button>
      ))}
    </nav>
  );
}
