import { useEffect, useState } from 'react';
import { errorText } from '@/api';
import { t } from '@/i18n';
import { useLab } from '@/state/lab';
import { openWindow } from '@/state/view';
import { toast } from '@/ui';
import { ExportDialog } from './ExportDialog';

/** The export of what is drawn now, so what is drawn is stored first. */
export function ExportWindow({ first }: { first?: string }) {
  const { provider } = useLab();
  const [revision, setRevision] = useState<number | null>(null);
  useEffect(() => {
    provider.flush().then(setRevision, (error: unknown) => {
      openWindow(null);
      toast({ tone: 'bad', title: t('Not saved, so not exported'), text: errorText(error) });
    });
  }, [provider]);
  return (
    revision !== null && (
      <ExportDialog revision={revision} first={first ?? null} onClose={() => openWindow(null)} />
    )
  );
}

export function PictureWindow() {
  return <ExportWindow first="svg" />;
}
