import { lazy, Suspense, useState } from 'react';
import { Share } from 'lucide-react';
import { errorText } from '@/api';
import { t } from '@/i18n';
import { useLab } from '@/state/lab';
import { IconButton, toast } from '@/ui';

const ExportDialog = lazy(async () => ({ default: (await import('./ExportDialog')).ExportDialog }));

/** Opens the export of what is drawn now, so what is drawn is stored first. */
export function ExportButton() {
  const { provider } = useLab();
  const [revision, setRevision] = useState<number | null>(null);
  const open = async () => {
    try {
      setRevision(await provider.flush());
    } catch (error) {
      toast({ tone: 'bad', title: t('Not saved, so not exported'), text: errorText(error) });
    }
  };
  return (
    <>
      <IconButton label={t('Export')} icon={<Share size={16} aria-hidden />} onClick={() => void open()} />
      <Suspense>
        {revision !== null && <ExportDialog revision={revision} onClose={() => setRevision(null)} />}
      </Suspense>
    </>
  );
}
