import { useEffect } from 'react';
import { Check } from 'lucide-react';
import { t } from '@/i18n';
import { countExpected } from '@/state/expected';
import { isOver } from '@/state/runState';
import { Badge } from '@/ui';
import { loadMatrixPanel } from './load';
import type { ShownMatrix } from './shownMatrix';
import { useOutdated, useShownMatrix } from './useShownMatrix';

/** How many expectations are missed, or that all are met, for the tab. */
export function MatrixBadge() {
  const shown = useShownMatrix();
  useEffect(() => void loadMatrixPanel(), []);
  return shown && isOver(shown.run) ? <Verdict shown={shown} /> : null;
}

/** What was true before the lab was taken down is no news any more. */
function Verdict({ shown }: { shown: ShownMatrix }) {
  const outdated = useOutdated(shown);
  if (outdated === 'taken down since') return null;
  const { met, missed } = countExpected(shown.matrix, shown.expected);
  if (missed > 0) return <Badge tone="bad">{t('{missed} missed', { missed })}</Badge>;
  if (met === 0) return null;
  return (
    <Badge tone="ok" icon={<Check size={11} strokeWidth={3} aria-hidden />}>
      {met}
    </Badge>
  );
}
