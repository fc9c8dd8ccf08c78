import { useEffect, useState } from 'react';
import { GitCompareArrows } from 'lucide-react';
import { useComparison, type Change } from '@/api';
import { t } from '@/i18n';
import { useLive } from '@/state/live';
import { compare } from '@/state/view';
import { Button, Tooltip } from '@/ui';
import { countKinds } from './comparedDrawing';
import { Counts } from './Counts';
import { DRAWN, RUNNING } from './words';
import { useStoredRevision } from './useStoredRevision';

/** Fields that no host hears of. */
const LOOKS = new Set(['position', 'name', 'label', 'bends', 'angled']);

/** Whether an apply would do anything about a change. */
function isRun({ kind, element, fields }: Change): boolean {
  if (element.startsWith('expect/') || element.startsWith('shapes/')) return false;
  return kind !== 'changed' || fields.some(({ field }) => !LOOKS.has(field));
}

const QUIET_MS = 500;

/** The revision that nothing has followed for a while; null before the first. */
function useQuietRevision(revision: number): number | null {
  const [quiet, setQuiet] = useState<number | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(revision), QUIET_MS);
    return () => clearTimeout(timer);
  }, [revision]);
  return quiet;
}

/** What an apply would change, in numbers; pressed, on the canvas. */
export function SinceApply() {
  const { id, revision } = useStoredRevision();
  const quiet = useQuietRevision(revision);
  // What is being applied is not asked about, which would only hold it up.
  const isSettled = useLive((live) => live.state.phase !== 'applying');
  const { data } = useComparison(id, RUNNING, DRAWN, quiet ?? revision, isSettled && quiet !== null);
  const changes = data?.changes.filter(isRun) ?? [];
  if (changes.length === 0) return null;
  return (
    <Tooltip content={t('Edited since it was applied: show what on the canvas')}>
      <Button
        size="s"
        variant="quiet"
        aria-label={t('Edited since it was applied: show what on the canvas')}
        icon={<GitCompareArrows size={15} aria-hidden />}
        onClick={() => compare({ before: RUNNING, after: DRAWN })}
      >
        <Counts counts={countKinds(changes)} />
      </Button>
    </Tooltip>
  );
}
