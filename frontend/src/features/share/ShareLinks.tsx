import { useState } from 'react';
import { Link2, Trash2 } from 'lucide-react';
import { errorText, useMakeShareLink, useRevokeShareLink, useShareLinks, type ShareLink } from '@/api';
import { formatDate, t } from '@/i18n';
import { formatAgo } from '@/lib/format';
import { Button, Field, IconButton, Input, Select } from '@/ui';
import { readSites } from './embedding';
import { MadeLink } from './MadeLink';
import css from './ShareDialog.module.css';

const DAY_S = 86_400;
type Days = '1' | '7' | '30' | 'ever';
/** Who may show it inside their pages. */
type Framing = 'none' | 'any' | 'listed';

/** Links that show the lab to whoever has them; the address is told once, when a link is made. */
export function ShareLinks({ lab }: { lab: string }) {
  const { data = [] } = useShareLinks(lab);
  const revoke = useRevokeShareLink(lab);
  return (
    <section className={css.links}>
      <h3 className={css.title}>{t('Links to look at it')}</h3>
      <p className={css.note}>
        {t('Whoever has such a link sees the lab without an account, and changes nothing.')}
      </p>
      <MakeLink lab={lab} />
      <ul className={css.list} aria-label={t('Links')}>
        {data.map((link) => (
          <li key={link.id} className={css.row}>
            <span className={css.name}>
              {t('made {when}', { when: formatAgo(new Date(link.created_at), new Date()) })}
            </span>
            <span className={css.owner}>{linkWords(link)}</span>
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

function MakeLink({ lab }: { lab: string }) {
  const make = useMakeShareLink(lab);
  const [days, setDays] = useState<Days>('7');
  const [framing, setFraming] = useState<Framing>('none');
  const [sites, setSites] = useState('');
  const embedSites = { none: null, any: ['*'], listed: readSites(sites) }[framing];
  const order = { valid_for_s: days === 'ever' ? null : Number(days) * DAY_S, embed_sites: embedSites };
  return (
    <>
      <div className={css.make}>
        <Select
          aria-label={t('How long the link works')}
          value={days}
          options={dayOptions()}
          onValueChange={setDays}
        />
        <Select
          aria-label={t('Inside pages of other sites')}
          value={framing}
          options={framingOptions()}
          onValueChange={setFraming}
        />
        <Button
          icon={<Link2 size={15} aria-hidden />}
          busy={make.isPending}
          disabled={framing === 'listed' && readSites(sites).length === 0}
          onClick={() => make.mutate(order)}
        >
          {t('Make a link')}
        </Button>
      </div>
      {framing === 'listed' && (
        <Field
          label={t('Sites that may show it')}
          hint={t('With commas between; https://*.example.org is all below it')}
        >
          {(ids) => (
            <Input
              {...ids}
              mono
              value={sites}
              placeholder="https://example.org"
              onChange={(event) => setSites(event.target.value)}
            />
          )}
        </Field>
      )}
      {make.error && <p role="alert">{errorText(make.error)}</p>}
      {make.data && <MadeLink key={make.data.id} link={make.data} />}
    </>
  );
}

function dayOptions() {
  return [
    { value: '1' as const, label: t('for a day') },
    { value: '7' as const, label: t('for a week') },
    { value: '30' as const, label: t('for a month') },
    { value: 'ever' as const, label: t('until it is revoked') },
  ];
}

function framingOptions() {
  return [
    { value: 'none' as const, label: t('as a page of its own') },
    { value: 'listed' as const, label: t('inside pages of some sites') },
    { value: 'any' as const, label: t('inside pages of any site') },
  ];
}

function linkWords({ expires_at, embed_sites: sites }: ShareLink): string {
  const lasts =
    expires_at === null
      ? t('works until it is revoked')
      : t('works until {day}', { day: formatDate(new Date(expires_at), { dateStyle: 'medium' }) });
  if (sites === null) return lasts;
  const where = sites.includes('*') ? t('any site may show it') : sites.join(', ');
  return `${lasts} · ${where}`;
}
