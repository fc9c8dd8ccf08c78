import { useQuery } from '@tanstack/react-query';
import { Copy, Download } from 'lucide-react';
import { errorText, labQuery, useYaml } from '@/api';
import { t, tn } from '@/i18n';
import { copyText, downloadText } from '@/lib/clipboard';
import { useLab, useSaveState } from '@/state/lab';
import { Button, EmptyState, toast } from '@/ui';
import { CodeLines } from './CodeLines';
import css from './YamlPanel.module.css';

/** The lab's document as it is stored: to read, to copy, to take along. */
export function YamlPanel() {
  const { id } = useLab();
  const stored = useQuery(labQuery(id)).data;
  const file = useYaml(id, stored?.revision);
  const { status } = useSaveState();
  const yaml = file.data;
  if (stored === undefined || yaml === undefined) {
    return <EmptyState title={file.isError ? errorText(file.error) : t('Loading…')} />;
  }
  const onCopy = async () => {
    await copyText(yaml);
    toast({ tone: 'ok', title: t('The YAML is on the clipboard') });
  };
  return (
    <div className={css.panel}>
      <div className={css.toolbar}>
        <p role="status">
          {tn(yaml.split('\n').length - 1, '{count} line', '{count} lines')}
          {(status === 'saving' || file.isPlaceholderData) && ` · ${t('being written anew…')}`}
        </p>
        <Button size="s" icon={<Copy size={14} aria-hidden />} onClick={() => void onCopy()}>
          {t('Copy')}
        </Button>
        <Button
          size="s"
          icon={<Download size={14} aria-hidden />}
          onClick={() => downloadText(`${fileName(stored.name)}.yaml`, yaml)}
        >
          {t('Download')}
        </Button>
      </div>
      <div className={css.code}>
        <CodeLines text={yaml} label={t('The lab as YAML')} yaml />
      </div>
    </div>
  );
}

/** A lab's name as any file system takes it. */
function fileName(name: string): string {
  return (
    name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '') || 'lab'
  );
}
