import { GitCompareArrows } from 'lucide-react';
import { useComparison, type Change } from '@/api';
import { t } from '@/i18n';
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

/** What an apply would change, in numbers; pressed, on the canvas. */
export function SinceApply() {
  const { id, revision } = useStoredRevision();
  const { data } = useComparison(id, RUNNING, DRAWN, revision);
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
