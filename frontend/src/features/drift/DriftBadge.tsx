import { useDrift } from '@/state/drift';
import { Badge } from '@/ui';

/** How many differences there are that nobody ignores; nothing when there is none. */
export function DriftBadge() {
  const count = useDrift((drift) => drift.items.filter((one) => !one.ignored).length);
  return count === 0 ? null : <Badge tone="warn">{count}</Badge>;
}
