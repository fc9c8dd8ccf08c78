import { Suspense, useState } from 'react';
import { Copy, Download, TriangleAlert } from 'lucide-react';
import {
  errorText,
  exportAddress,
  useExportPreview,
  useFormats,
  type ExportFormat,
  type ExportPreview,
} from '@/api';
import { CodeLines } from '@/features/yaml';
import { t } from '@/i18n';
import { copyText } from '@/lib/clipboard';
import { useLab } from '@/state/lab';
import { Button, Dialog, EmptyState, lazyPart, toast } from '@/ui';
import css from './ExportDialog.module.css';

const PicturePane = lazyPart(async () => (await import('./picture')).PicturePane);

const PICTURES: readonly ExportFormat[] = [
  { id: 'svg', label: t('Picture (SVG)'), filename: '{lab}.svg' },
  { id: 'png', label: t('Picture (PNG)'), filename: '{lab}.png' },
];

/** The lab in another tool's words or as a picture: which, how it looks, and what it cannot say. */
export function ExportDialog({
  revision,
  first,
  onClose,
}: {
  revision: number;
  /** The format that is chosen to begin with. */
  first: string | null;
  onClose: () => void;
}) {
  const { id } = useLab();
  const formats = useFormats();
  const [chosen, setChosen] = useState(first);
  const format = chosen ?? formats.data?.[0]?.id;
  const picture = format === 'svg' || format === 'png' ? format : null;
  const preview = useExportPreview(id, picture ? undefined : format, revision);
  const onCopy = async () => {
    await copyText(preview.data?.text ?? '');
    toast({ tone: 'ok', title: t('Copied') });
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('Export')}
      description={t('The lab as it is drawn now, in the words of other tools or as a picture.')}
      width="62rem"
      footer={
        picture === null && (
          <>
            <Button
              icon={<Copy size={15} aria-hidden />}
              disabled={!preview.data}
              onClick={() => void onCopy()}
            >
              {t('Copy')}
            </Button>
            {format !== undefined && <DownloadLink address={exportAddress(id, format)} />}
          </>
        )
      }
    >
      {formats.isError && <p role="alert">{errorText(formats.error)}</p>}
      <div className={css.body}>
        <FormatList formats={[...(formats.data ?? []), ...PICTURES]} format={format} onFormat={setChosen} />
        <div className={css.preview}>
          {picture ? (
            <Suspense>
              <PicturePane format={picture} />
            </Suspense>
          ) : (
            <TextPreview preview={preview} />
          )}
        </div>
      </div>
    </Dialog>
  );
}

function TextPreview({ preview }: { preview: ReturnType<typeof useExportPreview> }) {
  return (
    <>
      {preview.isError && <EmptyState title={t('No preview')} text={errorText(preview.error)} />}
      {preview.data && <Losses losses={preview.data.losses} />}
      {preview.data && (
        <div className={css.code}>
          <Suspense>
            <CodeLines
              key={preview.data.filename}
              text={preview.data.text}
              label={t('Preview of {filename}', { filename: preview.data.filename })}
              yaml={/\.ya?ml$/.test(preview.data.filename)}
            />
          </Suspense>
        </div>
      )}
    </>
  );
}

function FormatList({
  formats,
  format,
  onFormat,
}: {
  formats: readonly ExportFormat[];
  format: string | undefined;
  onFormat: (id: string) => void;
}) {
  return (
    <ul className={css.formats} aria-label={t('Formats')}>
      {formats.map(({ id, label, filename }) => (
        <li key={id}>
          <button
            type="button"
            className={css.format}
            aria-pressed={id === format}
            onClick={() => onFormat(id)}
          >
            <span>{label}</span>
            <code>{filename.replace('{lab}', '*')}</code>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What the other tool has no words for is told before anybody relies on the file. */
function Losses({ losses }: Pick<ExportPreview, 'losses'>) {
  if (losses.length === 0) return null;
  return (
    <div className={css.losses} role="note">
      <TriangleAlert size={16} aria-hidden />
      <div>
        <p>{t('This format cannot say everything that is drawn:')}</p>
        <ul>
          {losses.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function DownloadLink({ address }: { address: string }) {
  return (
    <a href={address} download className={css.download}>
      <Download size={15} aria-hidden />
      {t('Download')}
    </a>
  );
}
