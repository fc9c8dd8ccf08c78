import { useState } from 'react';
import { Copy, Link2, Trash2 } from 'lucide-react';
import { errorText, useMakeShareLink, useRevokeShareLink, useShareLinks } from '@/api';
import { formatDate, t } from '@/i18n';
import { copyText } from '@/lib/clipboard';
import { formatAgo } from '@/lib/format';
import { Button, IconButton, Input, Select, toast } from '@/ui';
import css from './ShareDialog.module.css';

const DAY_S = 86_400;
type Days = '1' | '7' | '30' | 'ever';

/** Links that show the lab to whoever has them; the address is told once, when a link is made. */
export function ShareLinks({ lab }: { lab: string }) {
  const { data = [] } = useShareLinks(lab);
  const make = useMakeShareLink(lab);
  const revoke = useRevokeShareLink(lab);
  const [days, setDays] = useState<Days>('7');
  const options = [
    { value: '1' as const, label: t('for a day') },
    { value: '7' as const, label: t('for a week') },
    { value: '30' as const, label: t('for a month') },
    { value: 'ever' as const, label: t('until it is revoked') },
  ];
  return (
    <section className={css.links}>
      <h3 className={css.title}>{t('Links to look at it')}</h3>
      <p className={css.note}>
        {t('Whoever has such a link sees the lab without an account, and changes nothing.')}
      </p>
      <div className={css.make}>
        <Select
          aria-label={t('How long the link works')}
          value={days}
          options={options}
          onValueChange={setDays}
        />
        <Button
          icon={<Link2 size={15} aria-hidden />}
          busy={make.isPending}
          onClick={() => make.mutate(days === 'ever' ? null : Number(days) * DAY_S)}
        >
          {t('Make a link')}
        </Button>
      </div>
      {make.error && <p role="alert">{errorText(make.error)}</p>}
      {make.data && <MadeLink key={make.data.id} url={make.data.url} />}
      <ul className={css.list} aria-label={t('Links')}>
        {data.map((link) => (
          <li key={link.id} className={css.row}>
            <span className={css.name}>
              {t('made {when}', { when: formatAgo(new Date(link.created_at), new Date()) })}
            </span>
            <span className={css.owner}>
              {link.expires_at === null
                ? t('works until it is revoked')
                : t('works until {day}', {
                    day: formatDate(new Date(link.expires_at), { dateStyle: 'medium' }),
                  })}
            </span>
            <IconButton
              label={t('Revoke the link')}
              size="s"
              side="left"
              icon={<Trash2 size={14} />}
              onClick={() => revoke.mutate(link.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function MadeLink({ url }: { url: string }) {
  const copy = async () => {
    await copyText(url);
    toast({ tone: 'ok', title: t('The link is on the clipboard') });
  };
  return (
    <div className={css.made}>
      <Input
        mono
        readOnly
        aria-label={t('The link: copy it now, it is not shown again')}
        value={url}
        onFocus={(event) => event.target.select()}
      />
      <Button icon={<Copy size={14} aria-hidden />} onClick={() => void copy()}>
        {t('Copy')}
      </Button>
      <p className={css.note}>{t('Copy it now: it is not shown again.')}</p>
    </div>
  );
}
