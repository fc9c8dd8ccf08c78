import { Footprints } from 'lucide-react';
import { ops } from '@/doc';
import { Thumbnail } from '@/elements';
import { rich, t } from '@/i18n';
import { useLab } from '@/state/lab';
import { startTour, useTour } from '@/state/tour';
import { Button, Kbd } from '@/ui';
import css from './EmptyCanvas.module.css';
import { STARTERS, type Starter } from './starters';
import { useFit } from './useFit';

/** Small drawings to begin with, and how to begin by oneself. */
export function CanvasStarters() {
  const { doc } = useLab();
  const fit = useFit();
  const wasDone = useTour((tour) => tour.wasDone);
  const start = ({ topology }: Starter) => {
    ops.pasteNodes(doc, topology, { x: 0, y: 0 });
    fit();
  };
  return (
    <div className={css.place}>
      <div className={css.panel}>
        <h2 className={css.title}>{t('Draw a network, and run it for real')}</h2>
        <p className={css.text}>
          {rich(
            'Drag a node from the left, then a cable from its border to the next one. Or press {key} and choose.',
            {
              key: <Kbd keys="A" />,
            },
          )}
        </p>
        <Button
          variant={wasDone ? 'default' : 'primary'}
          className={css.tour}
          icon={<Footprints size={16} aria-hidden />}
          onClick={startTour}
        >
          {wasDone ? t('Take the guided tour') : t('Take the two-minute tour')}
        </Button>
        <ul className={css.starters}>
          {STARTERS.map((starter) => (
            <li key={starter.title}>
              <button type="button" className={css.starter} onClick={() => start(starter)}>
                <Thumbnail topology={starter.topology} />
                <span className={css.name}>{starter.title}</span>
                <span className={css.summary}>{starter.summary}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
