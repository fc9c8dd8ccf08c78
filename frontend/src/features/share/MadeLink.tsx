import { Copy } from 'lucide-react';
import type { NewShareLink } from '@/api';
import { t } from '@/i18n';
import { copyText } from '@/lib/clipboard';
import { useTopology } from '@/state/lab';
import { Button, Input, toast } from '@/ui';
import { iframeSnippet } from './embedding';
import css from './ShareDialog.module.css';

/** What opens the lab, to be copied now. */
export function MadeLink({ link: { url, embed_url: embedUrl } }: { link: NewShareLink }) {
  const name = useTopology((projection) => projection.name);
  return (
    <div className={css.made}>
      <CopyRow label={t('The link: copy it now, it is not shown again')} text={url} />
      {embedUrl !== null && (
        <CopyRow
          label={t('What shows the lab inside another page: copy it now, it is not shown again')}
          text={iframeSnippet(embedUrl, name)}
          action={t('Copy for a page')}
        />
      )}
      <p className={css.note}>{t('Copy it now: it is not shown again.')}</p>
    </div>
  );
}

function CopyRow({ label, text, action = t('Copy') }: { label: string; text: string; action?: string }) {
  const copy = async () => {
    await copyText(text);
    toast({ tone: 'ok', title: t('The link is on the clipboard') });
  };
  return (
    <>
      <Input mono readOnly aria-label={label} value={text} onFocus={(event) => event.target.select()} />
      <Button icon={<Copy size={14} aria-hidden />} onClick={() => void copy()}>
        {action}
      </Button>
    </>
  );
}
