import { useEffect, useRef } from 'react';
import { Check, RotateCcw, Trash2 } from 'lucide-react';
import { ops, type DocComment, type DocReply } from '@/doc';
import { t } from '@/i18n';
import { formatAgo } from '@/lib/format';
import { useLab, useTopology } from '@/state/lab';
import { openTalk, useView } from '@/state/view';
import { useViewport } from '@/state/viewport';
import { Button, IconButton } from '@/ui';
import css from './CommentsPanel.module.css';
import { useAuthor } from './useAuthor';
import { targetWords } from './where';
import { Words } from './Words';

/** A comment, what was answered, and what can be done with it. */
export function Thread({ comment }: { comment: DocComment }) {
  const { id, target, resolved, replies } = comment;
  const { doc, canEdit, role } = useLab();
  const author = useAuthor();
  const isOpen = useView((view) => view.talk.open === id);
  const projection = useTopology((one) => one);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isOpen) section.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <section ref={section} className={css.thread} data-open={isOpen || undefined} data-resolved={resolved}>
      <div className={css.head}>
        <button
          type="button"
          className={css.about}
          onClick={() => {
            openTalk({ open: id });
            show(comment);
          }}
        >
          {t('On {what}', { what: targetWords(projection, target) })}
        </button>
        {canEdit && (
          <span className={css.actions}>
            <Button
              size="s"
              variant="quiet"
              icon={resolved ? <RotateCcw size={13} aria-hidden /> : <Check size={13} aria-hidden />}
              onClick={() => ops.resolveComment(doc, id, !resolved)}
            >
              {resolved ? t('Open again') : t('Resolve')}
            </Button>
            {(comment.author === author || role === 'own') && (
              <IconButton
                label={t('Remove the comment')}
                size="s"
                side="left"
                icon={<Trash2 size={14} />}
                onClick={() => ops.removeComment(doc, id)}
              />
            )}
          </span>
        )}
      </div>
      <Said one={comment} />
      {replies.map((reply) => (
        <Said key={reply.id} one={reply} />
      ))}
      {canEdit && !resolved && (
        <Words
          label={t('Your answer')}
          action={t('Answer')}
          onSay={(words) => ops.replyToComment(doc, id, author, words)}
        />
      )}
    </section>
  );
}

function Said({ one }: { one: DocReply }) {
  return (
    <div className={css.said}>
      <p className={css.by}>
        <strong>{one.author}</strong> <time>{formatAgo(new Date(one.at_ms), new Date())}</time>
      </p>
      <p className={css.spoken}>{one.text}</p>
    </div>
  );
}

/** Brings what is talked about into sight. */
function show({ target }: DocComment): void {
  if ('node' in target) useView.getState().goTo({ type: 'node', node: target.node });
  else if ('link' in target) useView.getState().goTo({ type: 'link', link: target.link });
  else useViewport.getState().centre(target);
}
