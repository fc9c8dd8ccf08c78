import { useSyncExternalStore, type CSSProperties } from 'react';
import type { Person } from '@/doc';
import { t, tn } from '@/i18n';
import { cx } from '@/lib/cx';
import { useLab, useTopology } from '@/state/lab';
import { useView } from '@/state/view';
import { Tooltip } from '@/ui';
import css from './People.module.css';

const SHOWN = 5;

/** Who else has the lab open; a click follows what they look at. */
export function People() {
  const { presence } = useLab();
  const people = useSyncExternalStore(presence.subscribe, () => presence.roster);
  if (people.length === 0) return null;
  const more = people.length - SHOWN;
  return (
    <ul className={css.people} aria-label={t('Who is here')}>
      {people.slice(0, SHOWN).map((person) => (
        <li key={person.client}>
          <Avatar person={person} />
        </li>
      ))}
      {more > 0 && (
        <li
          className={css.more}
          title={people
            .slice(SHOWN)
            .map((person) => person.user.name)
            .join(', ')}
        >
          {tn(more, '{count} more', '{count} more people')}
        </li>
      )}
    </ul>
  );
}

function Avatar({ person: { client, user, selection } }: { person: Person }) {
  const following = useView((view) => view.following === client);
  const name = useTopology((projection) => projection.nodes.get(selection[0] ?? '')?.name);
  const what = name === undefined ? user.name : t('{name}, at {node}', { name: user.name, node: name });
  const hint = following ? t('Stop following {name}', { name: user.name }) : what;
  return (
    <Tooltip content={following ? hint : `${what}. ${t('Click to follow')}`}>
      <button
        type="button"
        className={cx(css.avatar, following && css.followed)}
        style={{ '--person': user.color } as CSSProperties}
        aria-pressed={following}
        data-initials={initials(user.name)}
        aria-label={t('Follow {name}', { name: what })}
        onClick={() => useView.setState({ following: following ? null : client })}
      />
    </Tooltip>
  );
}

function initials(name: string): string {
  const words = name.split(/[\s._-]+/).filter((word) => word !== '');
  const letters =
    words.length > 1
      ? words.slice(0, 2).flatMap((word) => Array.from(word).slice(0, 1))
      : Array.from(name).slice(0, 2);
  return letters.join('').toUpperCase();
}
