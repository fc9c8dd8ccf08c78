import { CircleCheck, CircleDot, CircleX, LoaderCircle, Minus, Plus, SlidersHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '@/i18n';
import { countExpected } from '@/state/expected';
import { Button, IconButton, PanelToolbar, Segmented } from '@/ui';
import css from './MatrixToolbar.module.css';
import { useMatrixView, type Colours, type Family, type Layout } from './matrixView';
import { canShowAll, hasFamily, type ShownMatrix } from './shownMatrix';
import { OUTDATED_WORDS, useOutdated } from './useShownMatrix';
import { summaryOf, type SummaryTone } from './words';

const ICONS: Readonly<Record<SummaryTone, ReactNode>> = {
  ok: <CircleCheck size={19} aria-hidden />,
  bad: <CircleX size={19} aria-hidden />,
  plain: <CircleDot size={19} aria-hidden />,
  busy: <LoaderCircle size={19} aria-hidden className={css.turning} />,
};

const LAYOUTS: readonly { value: Layout; label: string }[] = [
  { value: 'map', label: t('Heat map') },
  { value: 'table', label: t('Table') },
];

const COLOURS: readonly { value: Colours; label: string; hint: string }[] = [
  { value: 'outcome', label: t('Outcome'), hint: t('Colour by what came back') },
  { value: 'verdict', label: t('Expected'), hint: t('Colour by whether it is as expected') },
];

const FAMILIES: readonly { value: Family; label: string }[] = [
  { value: 'all', label: t('All') },
  { value: 'ipv4', label: t('IPv4') },
  { value: 'ipv6', label: t('IPv6') },
];

const ZOOM_STEP = 1.35;
/** Stands for all probes; no probe is called so. */
const ALL = 'all';

/** What it comes down to, and how to look at it. */
export function MatrixToolbar({ shown, onChoose }: { shown: ShownMatrix; onChoose: () => void }) {
  const { layout, colours, family, zoom, look } = useMatrixView();
  const hasBoth = hasFamily(shown.matrix, 'ipv4') && hasFamily(shown.matrix, 'ipv6');
  return (
    <PanelToolbar>
      <Summary shown={shown} />
      <div className={css.controls}>
        {shown.matrix.probes.length > 1 && <ProbeSwitch shown={shown} />}
        {hasBoth && (
          <Segmented
            label={t('Addresses')}
            value={family}
            choices={FAMILIES}
            onValueChange={(chosen) => look({ family: chosen })}
          />
        )}
        {layout === 'map' && (
          <Segmented
            label={t('Colour by')}
            value={colours}
            choices={COLOURS}
            onValueChange={(chosen) => look({ colours: chosen })}
          />
        )}
        <Segmented
          label={t('Show as')}
          value={layout}
          choices={LAYOUTS}
          onValueChange={(chosen) => look({ layout: chosen })}
        />
        {layout === 'map' && (
          <span className={css.zoom}>
            <IconButton
              label={t('Smaller cells')}
              size="s"
              side="top"
              icon={<Minus size={15} aria-hidden />}
              onClick={() => look({ zoom: Math.max(0.3, zoom / ZOOM_STEP) })}
            />
            <IconButton
              label={t('Larger cells')}
              size="s"
              side="top"
              icon={<Plus size={15} aria-hidden />}
              onClick={() => look({ zoom: Math.min(12, zoom * ZOOM_STEP) })}
            />
          </span>
        )}
        <Button size="s" icon={<SlidersHorizontal size={14} aria-hidden />} onClick={onChoose}>
          {t('Check…')}
        </Button>
      </div>
    </PanelToolbar>
  );
}

function Summary({ shown }: { shown: ShownMatrix }) {
  const { tone, headline, detail } = summaryOf(shown);
  const outdated = useOutdated(shown);
  return (
    <div className={css.summary} data-tone={outdated === 'taken down since' ? 'plain' : tone} role="status">
      {ICONS[tone]}
      <div className={css.words}>
        <p className={css.headline}>
          {headline}
          {outdated && <span className={css.outdated}> · {OUTDATED_WORDS[outdated]}</span>}
        </p>
        <p className={css.detail}>{detail}</p>
      </div>
    </div>
  );
}

/** The probes of this matrix; a mark tells where something is not as expected. */
function ProbeSwitch({ shown }: { shown: ShownMatrix }) {
  const { layout, probe: wanted, look } = useMatrixView();
  const { matrix, probes } = shown;
  const each = matrix.probes.map((probe, number) => {
    const { missed } = countExpected(matrix, shown.expected, number);
    return {
      value: probe,
      label: (
        <>
          {probe}
          {missed > 0 && <span className={css.missed}>{t('{missed} missed', { missed })}</span>}
        </>
      ),
    };
  });
  const offersAll = canShowAll(matrix, layout);
  const isNamed = !offersAll || matrix.probes.includes(wanted ?? '');
  return (
    <Segmented
      label={t('Probe')}
      value={isNamed ? (matrix.probes[probes[0] ?? 0] ?? ALL) : ALL}
      choices={offersAll ? [{ value: ALL, label: t('All') }, ...each] : each}
      onValueChange={(chosen) => look({ probe: chosen === ALL ? null : chosen, chosen: null, hovered: null })}
    />
  );
}
