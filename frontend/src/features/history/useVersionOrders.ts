import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import {
  deleteVersion,
  errorText,
  forkVersion,
  keepVersion,
  readVersion,
  useRefreshVersions,
  type Version,
} from '@/api';
import { drawInstead } from '@/doc/text/bring';
import { t } from '@/i18n';
import { useLab, type OpenLab } from '@/state/lab';
import { toast } from '@/ui';
import { versionTitle } from './words';

interface VersionOrders {
  restore: () => void;
  fork: () => void;
  remove: () => void;
}

/** What can be done with one version; what fails is said. */
export function useVersionOrders(version: Version): VersionOrders {
  const lab = useLab();
  const refresh = useRefreshVersions(lab.id);
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const order = (act: () => Promise<void>, failed: string) => () => {
    act().catch((error: unknown) => toast({ tone: 'bad', title: failed, text: errorText(error) }));
  };
  return {
    restore: order(async () => {
      await restore(lab, version);
      refresh();
    }, t('It was not restored')),
    fork: order(async () => {
      const made = await forkVersion(lab.id, version.number);
      void queries.invalidateQueries({ queryKey: ['labs'] });
      navigate(`/labs/${made.id}`);
    }, t('No lab was made of it')),
    remove: order(async () => {
      await deleteVersion(lab.id, version.number);
      refresh();
    }, t('It was not deleted')),
  };
}

/** Draws it again as one step of undo; what was drawn until then is kept as a version first. */
async function restore({ id, doc, provider }: OpenLab, version: Version): Promise<void> {
  const topology = await readVersion(id, version.number);
  await provider.flush();
  await keepVersion(id, '');
  const isOther = drawInstead(doc, { ...topology, name: doc.projection.name });
  const title = versionTitle(version);
  if (isOther) {
    toast({
      tone: 'ok',
      title: t('Restored: {title}', { title }),
      action: { label: t('Undo'), run: () => doc.undo() },
    });
  } else toast({ tone: 'info', title: t('The drawing is like that already') });
}
