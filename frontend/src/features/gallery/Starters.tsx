import { Suspense, useMemo, useRef, useState, type ReactNode } from 'react';
import { FileUp, LoaderCircle, Plus, Shapes, TriangleAlert } from 'lucide-react';
import { errorText, useGallery, useGalleryProblems, type GalleryEntry, type LabOrder } from '@/api';
import { ShapeDialog } from '@/features/shapes';
import { t, tn } from '@/i18n';
import { Button, SearchField } from '@/ui';
import css from './Starters.module.css';
import { lackingWords } from './lacking';
import { grouped, SUBJECT_WORDS } from './subjects';
import { Thumbnail } from '@/elements';

/** Everything a new lab can begin as: nothing, a file, or a lab of the gallery. */
export function Starters({
  pending,
  onStart,
}: {
  /** What was chosen and is being made. */
  pending: LabOrder | null;
  onStart: (order: LabOrder) => void;
}) {
  const gallery = useGallery();
  const busy = pending !== null;
  return (
    <div className={css.starters}>
      <div className={css.plain}>
        <StarterButton
          icon={<Plus size={18} aria-hidden />}
          title={t('Empty lab')}
          text={t('Draw from the first node on')}
          busy={busy}
          onClick={() => onStart({ name: t('New lab') })}
        />
        <ShapeStarter busy={busy} onStart={onStart} />
        <YamlStarter busy={busy} onStart={onStart} />
      </div>
      {gallery.isPending && <p className={css.note}>{t('Loading the gallery…')}</p>}
      {gallery.isError && (
        <p className={css.note} role="alert">
          {errorText(gallery.error)}{' '}
          <Button size="s" onClick={() => void gallery.refetch()}>
            {t('Try again')}
          </Button>
        </p>
      )}
      {gallery.data && <Gallery entries={gallery.data} pending={pending} onStart={onStart} />}
    </div>
  );
}

/** The labs that come along, by subject. */
function Gallery({
  entries,
  pending,
  onStart,
}: {
  entries: readonly GalleryEntry[];
  pending: LabOrder | null;
  onStart: (order: LabOrder) => void;
}) {
  const [query, setQuery] = useState('');
  const problems = useGalleryProblems(entries).data;
  const groups = useMemo(() => grouped(entries, query), [entries, query]);
  return (
    <>
      <div className={css.head}>
        <h3 className={css.gallery}>{t('Gallery')}</h3>
        <SearchField
          label={t('Filter the gallery')}
          placeholder={t('Filter, such as VLAN or DHCP')}
          className={css.search}
          value={query}
          onValueChange={setQuery}
        />
      </div>
      {groups.length === 0 && <p className={css.note}>{t('No lab of the gallery speaks of that.')}</p>}
      {groups.map(({ subject, entries: found }) => (
        <section key={subject} className={css.subject} aria-label={SUBJECT_WORDS[subject]}>
          <h4 className={css.heading}>{SUBJECT_WORDS[subject]}</h4>
          <ul className={css.grid}>
            {found.map((entry) => (
              <li key={entry.id}>
                <GalleryCard
                  entry={entry}
                  busy={pending !== null}
                  chosen={pending?.gallery === entry.id}
                  lacking={lackingWords(problems?.get(entry.id) ?? [])}
                  onStart={onStart}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function ShapeStarter({ busy, onStart }: { busy: boolean; onStart: (order: LabOrder) => void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <StarterButton
        icon={<Shapes size={18} aria-hidden />}
        title={t('A regular shape')}
        text={t('Ring, tree, leaf and spine, from a few numbers')}
        busy={busy}
        onClick={() => setOpen(true)}
      />
      {open && (
        <Suspense>
          <ShapeDialog
            title={t('A regular shape')}
            actionLabel={t('Create')}
            onClose={() => setOpen(false)}
            onChoose={(topology) => {
              setOpen(false);
              onStart({ topology });
            }}
          />
        </Suspense>
      )}
    </>
  );
}

function GalleryCard({
  entry,
  busy,
  chosen,
  lacking,
  onStart,
}: {
  entry: GalleryEntry;
  busy: boolean;
  chosen: boolean;
  /** What of it this host cannot run; it can be drawn and looked at all the same. */
  lacking: string;
  onStart: (order: LabOrder) => void;
}) {
  const { nodes = {}, links = [], expect = [] } = entry.topology;
  const size = [
    tn(Object.keys(nodes).length, '{count} node', '{count} nodes'),
    tn(links.length, '{count} link', '{count} links'),
    tn(expect.length, '{count} expectation', '{count} expectations'),
  ].join(' · ');
  return (
    <button
      type="button"
      className={css.card}
      aria-disabled={busy || undefined}
      onClick={() => {
        if (!busy) onStart({ gallery: entry.id });
      }}
    >
      <span className={css.picture}>
        <Thumbnail topology={entry.topology} />
        {chosen && <LoaderCircle className={css.spinner} size={22} aria-label={t('Opening')} />}
      </span>
      <span className={css.words}>
        <span className={css.title}>{entry.title}</span>
        <span className={css.summary}>{entry.summary}</span>
        <span className={css.size}>{size}</span>
        {lacking !== '' && (
          <span className={css.lacking}>
            <TriangleAlert size={13} aria-hidden />
            {t('This host lacks {lacking}', { lacking })}
          </span>
        )}
      </span>
    </button>
  );
}

function StarterButton({
  icon,
  title,
  text,
  busy,
  onClick,
}: {
  icon: ReactNode;
  title: string;
  text: string;
  busy: boolean;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      className={css.starter}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      <span className={css.icon}>{icon}</span>
      <span className={css.words}>
        <span className={css.title}>{title}</span>
        <span className={css.summary}>{text}</span>
      </span>
    </button>
  );
}

function YamlStarter({ busy, onStart }: { busy: boolean; onStart: (order: LabOrder) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <StarterButton
        icon={<FileUp size={18} aria-hidden />}
        title={t('From a YAML file')}
        text={t('A drawing somebody has sent you')}
        busy={busy}
        onClick={() => input.current?.click()}
      />
      <input
        ref={input}
        type="file"
        accept=".yaml,.yml,application/yaml"
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) void file.text().then((yaml) => onStart({ yaml }));
        }}
      />
    </>
  );
}
