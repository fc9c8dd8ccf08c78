import { RefreshCw, ServerCrash } from 'lucide-react';
import { errorText, useLabs } from '@/api';
import { Starters } from '@/features/gallery';
import { t } from '@/i18n';
import { Button, EmptyState } from '@/ui';
import { LabList } from './LabList';
import css from './Labs.module.css';
import { NewLabDialog, NewLabError } from './NewLabDialog';
import { useNewLab } from './useNewLab';

/** All labs of this person; who has none yet is shown how to begin. */
export function Labs({ creating, onCreating }: { creating: boolean; onCreating: (open: boolean) => void }) {
  const labs = useLabs();
  const newLab = useNewLab();
  if (labs.isPending) return <Skeleton />;
  if (labs.isError) {
    return (
      <EmptyState
        icon={<ServerCrash size={20} aria-hidden />}
        title={t('Your labs could not be read')}
        text={errorText(labs.error)}
        action={
          <Button icon={<RefreshCw size={15} aria-hidden />} onClick={() => void labs.refetch()}>
            {t('Try again')}
          </Button>
        }
      />
    );
  }
  return (
    <>
      {labs.data.length === 0 ? (
        <section className={css.welcome} aria-labelledby="welcome">
          <h2 id="welcome">{t('Draw a network, and Linux runs it for real')}</h2>
          <p>
            {t(
              'Every node is a network namespace, every link a virtual cable. Apply takes milliseconds, and the matrix shows who reaches whom. Begin with a lab that works, or with an empty one.',
            )}
          </p>
          <NewLabError newLab={newLab} />
          <Starters pending={newLab.pending} onStart={newLab.start} />
        </section>
      ) : (
        <LabList labs={labs.data} />
      )}
      <NewLabDialog open={creating} newLab={newLab} onOpenChange={onCreating} />
    </>
  );
}

function Skeleton() {
  return (
    <ul className={css.skeleton} aria-label={t('Loading your labs')} aria-busy>
      {[0, 1, 2].map((index) => (
        <li key={index} />
      ))}
    </ul>
  );
}
