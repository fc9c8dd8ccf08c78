/** What people say about parts of the drawing. */
import { lazy, Suspense } from 'react';
import { useTopology } from '@/state/lab';
import { Badge } from '@/ui';

const Marks = lazy(async () => ({ default: (await import('./CommentMarks')).CommentMarks }));
const Panel = lazy(async () => ({ default: (await import('./CommentsPanel')).CommentsPanel }));

/** Over the drawing. */
export function CommentMarks() {
  return (
    <Suspense>
      <Marks />
    </Suspense>
  );
}

export function CommentsPanel() {
  return (
    <Suspense>
      <Panel />
    </Suspense>
  );
}

/** How many comments wait for an answer; nothing when none does. */
export function CommentsBadge() {
  const comments = useTopology((projection) => projection.comments);
  const open = [...comments.values()].filter((one) => !one.resolved).length;
  return open > 0 ? <Badge tone="info">{open}</Badge> : null;
}
