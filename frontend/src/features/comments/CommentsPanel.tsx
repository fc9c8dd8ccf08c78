import { useState } from 'react';
import { MessageSquare, MessageSquarePlus } from 'lucide-react';
import { runCommand } from '@/commands';
import { ops } from '@/doc';
import { t, tn } from '@/i18n';
import { useLab, useTopology } from '@/state/lab';
import { openTalk, useView } from '@/state/view';
import { Button, Checkbox, EmptyState, Panel, PanelBody, PanelHeadline, PanelToolbar } from '@/ui';
import css from './CommentsPanel.module.css';
import { Thread } from './Thread';
import { useAuthor } from './useAuthor';
import { targetWords } from './where';
import { Words } from './Words';

/** Everything that is said about the lab, the newest first. */
export function CommentsPanel() {
  const { canEdit } = useLab();
  const comments = useTopology((projection) => projection.comments);
  const draft = useView((view) => view.talk.draft);
  const [withResolved, setWithResolved] = useState(false);
  const all = [...comments.values()].reverse();
  const waiting = all.filter((one) => !one.resolved);
  const shown = withResolved ? all : waiting;
  return (
    <Panel>
      <PanelToolbar>
        <PanelHeadline>{tn(waiting.length, '{count} open comment', '{count} open comments')}</PanelHeadline>
        <Checkbox
          label={t('Show the resolved ones')}
          checked={withResolved}
          onCheckedChange={setWithResolved}
        />
        <Button
          size="s"
          icon={<MessageSquarePlus size={14} aria-hidden />}
          disabled={!canEdit}
          title={canEdit ? undefined : t('Who may edit may comment')}
          onClick={() => runCommand('comments.add')}
        >
          {t('Comment')}
        </Button>
      </PanelToolbar>
      {shown.length === 0 && !draft ? (
        <EmptyState
          icon={<MessageSquare size={20} aria-hidden />}
          title={t('Nothing is waiting for an answer')}
          text={t('Select a node or a link and press C to say something about it.')}
        />
      ) : (
        <PanelBody label={t('Comments')} className={css.threads}>
          {draft && <Draft />}
          {shown.map((comment) => (
            <Thread key={comment.id} comment={comment} />
          ))}
        </PanelBody>
      )}
    </Panel>
  );
}

/** A comment that is being written, on what was selected when it was begun. */
function Draft() {
  const { doc } = useLab();
  const author = useAuthor();
  const draft = useView((view) => view.talk.draft);
  const projection = useTopology((one) => one);
  if (draft === null) return null;
  const say = (words: string) => {
    const id = ops.addComment(doc, author, draft, words);
    if (id !== undefined) openTalk({ open: id });
  };
  return (
    <section className={css.thread} data-open>
      <p className={css.about}>{t('On {what}', { what: targetWords(projection, draft) })}</p>
      <Words
        key={JSON.stringify(draft)}
        label={t('Your comment')}
        action={t('Say it')}
        startsFocused
        onSay={say}
        onCancel={() => openTalk({})}
      />
    </section>
  );
}
