/** What people say about parts of the drawing. */
import { Suspense } from 'react';
import { useTopology } from '@/state/lab';
import { Badge, lazyPart } from '@/ui';

const Marks = lazyPart(async () => (await import('./CommentMarks')).CommentMarks, true);
const Panel = lazyPart(async () => (await import('./CommentsPanel')).CommentsPanel);

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
