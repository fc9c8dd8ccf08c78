import { useEffect } from 'react';
import { errorText, followDrift, readDrift } from '@/api';
import { t } from '@/i18n';
import { useDrift } from '@/state/drift';
import { useLab } from '@/state/lab';
import { useRun } from '@/state/run';
import { toast } from '@/ui';

/** Hears of drift while the lab is open. */
export function DriftFeed() {
  const { id, doc } = useLab();
  useEffect(() => {
    const refresh = () => {
      readDrift(id)
        .then((drift) => {
          const applied = useRun.getState().change?.run.revision;
          const projection = applied === undefined ? doc.projection : doc.projectionAt(applied);
          useDrift.getState().show(drift, projection);
        })
        .catch((error: unknown) => {
          toast({
            tone: 'bad',
            title: t('What was changed by hand could not be read'),
            text: errorText(error),
          });
        });
    };
    const stop = followDrift(id, refresh);
    return () => {
      stop();
      useDrift.getState().clear();
    };
  }, [id, doc]);
  return null;
}
