import type { ShownMatrix } from '../shownMatrix';
import { HeatMap } from './HeatMap';
import css from './HeatMap.module.css';

/** The probes in sight side by side; pointing at a pair points at it in all of them. */
export function HeatMaps({ shown }: { shown: ShownMatrix }) {
  const { matrix, probes } = shown;
  return (
    <div className={css.facets}>
      {probes.map((probe) => (
        <figure key={probe} className={css.facet}>
          {probes.length > 1 && <figcaption className={css.caption}>{matrix.probes[probe]}</figcaption>}
          <HeatMap shown={{ ...shown, probe }} />
        </figure>
      ))}
    </div>
  );
}
