import { useMemo, type CSSProperties } from 'react';
import { useStore, useStoreApi } from '@xyflow/react';
import { MessageSquare } from 'lucide-react';
import { useRegister, type Command } from '@/commands';
import type { CommentTarget, Point } from '@/doc';
import { t } from '@/i18n';
import { cx } from '@/lib/cx';
import { useLab, useTopology } from '@/state/lab';
import { openTalk, useView } from '@/state/view';
import css from './CommentMarks.module.css';
import { pinOf, targetWords } from './where';

/** A mark at everything that is talked about; a click opens what is said. */
export function CommentMarks() {
  const projection = useTopology((one) => one);
  const { open, draft } = useView((view) => view.talk);
  useCommentCommand();
  const talked = [...projection.comments.values()].filter((one) => !one.resolved);
  const draftPin = draft && pinOf(projection, draft);
  return (
    <div className={css.marks}>
      {talked.map((comment) => {
        const pin = pinOf(projection, comment.target);
        if (pin === undefined) return null;
        const count = comment.replies.length + 1;
        return (
          <Pinned key={comment.id} at={pin}>
            <button
              type="button"
              className={cx(css.mark, open === comment.id && css.open)}
              aria-label={t('Comment by {name} on {what}', {
                name: comment.author,
                what: targetWords(projection, comment.target),
              })}
              title={comment.text.slice(0, 200)}
              onClick={() => openTalk({ open: comment.id })}
            >
              <MessageSquare size={13} aria-hidden />
              {count > 1 && count}
            </button>
          </Pinned>
        );
      })}
      {draftPin && (
        <Pinned at={draftPin}>
          <span className={cx(css.mark, css.open)} aria-hidden>
            <MessageSquare size={13} />…
          </span>
        </Pinned>
      )}
    </div>
  );
}

function Pinned({ at, children }: { at: Point; children: React.ReactNode }) {
  const [x, y, zoom] = useStore((state) => state.transform);
  const style: CSSProperties = { transform: `translate(${at.x * zoom + x}px, ${at.y * zoom + y}px)` };
  return (
    <div className={css.pin} style={style}>
      {children}
    </div>
  );
}

/** On what is selected, else on the middle of what is in sight. */
function useCommentCommand(): void {
  const { canEdit } = useLab();
  const store = useStoreApi();
  const commands = useMemo((): readonly Command[] => {
    const target = (): CommentTarget => {
      const { nodes, links } = useView.getState();
      const [node] = nodes;
      const [link] = links;
      if (node !== undefined) return { node };
      if (link !== undefined) return { link };
      const { transform, width, height } = store.getState();
      const [x, y, zoom] = transform;
      return { x: Math.round((width / 2 - x) / zoom), y: Math.round((height / 2 - y) / zoom) };
    };
    return [
      {
        id: 'comments.add',
        title: t('Comment on the selection, or here'),
        group: 'Edit',
        keys: ['C'],
        isEnabled: () => canEdit,
        run: () => openTalk({ draft: target() }),
      },
    ];
  }, [canEdit, store]);
  useRegister(commands);
}
