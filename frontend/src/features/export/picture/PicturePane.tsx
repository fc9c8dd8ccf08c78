import { useEffect, useState } from 'react';
import { Download } from 'lucide-react';
import { errorText } from '@/api';
import { pictureSvg, readLook, type Picture, type PictureTheme } from '@/features/picture';
import { t } from '@/i18n';
import { downloadBlob } from '@/lib/clipboard';
import { useTopology } from '@/state/lab';
import { useTheme } from '@/state/theme';
import { useView } from '@/state/view';
import { Button, Segmented, toast } from '@/ui';
import css from './PicturePane.module.css';
import { pngBlob, svgBlob } from './png';

type Scale = '1' | '2' | '3';

/** As the page looks now. */
function pageTheme(): PictureTheme {
  const { theme } = useTheme.getState();
  if (theme !== 'system') return theme;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** The picture as it will be saved, and what can be chosen about it. */
export function PicturePane({ format }: { format: 'svg' | 'png' }) {
  const projection = useTopology((whole) => whole);
  const nodes = useView((view) => view.nodes);
  const links = useView((view) => view.links);
  const shapes = useView((view) => view.shapes);
  const isSelected = nodes.size + links.size + shapes.size > 0;
  const [theme, setTheme] = useState(pageTheme);
  const [scale, setScale] = useState<Scale>('2');
  const [part, setPart] = useState<'all' | 'selection'>('all');
  const [picture, setPicture] = useState<Picture | null>(null);
  useEffect(() => {
    const selection = part === 'selection' && isSelected ? { nodes, links, shapes } : null;
    const soon = setTimeout(() => setPicture(pictureSvg(projection, readLook(theme), selection)));
    return () => clearTimeout(soon);
  }, [projection, theme, part, isSelected, nodes, links, shapes]);
  const onDownload = async () => {
    if (picture === null) return;
    try {
      const blob = format === 'svg' ? svgBlob(picture) : await pngBlob(picture, Number(scale));
      downloadBlob(`${fileName(projection.name)}.${format}`, blob);
    } catch (error) {
      toast({ tone: 'bad', title: t('No picture saved'), text: errorText(error) });
    }
  };
  return (
    <>
      <div className={css.choices}>
        <Segmented
          label={t('Colours of the picture')}
          value={theme}
          choices={[
            { value: 'light', label: t('Light') },
            { value: 'dark', label: t('Dark') },
          ]}
          onValueChange={setTheme}
        />
        {format === 'png' && (
          <Segmented
            label={t('Scale')}
            value={scale}
            choices={(['1', '2', '3'] as const).map((value) => ({ value, label: `${value}×` }))}
            onValueChange={setScale}
          />
        )}
        {isSelected && (
          <Segmented
            label={t('Part of the drawing')}
            value={part}
            choices={[
              { value: 'all', label: t('Whole drawing') },
              { value: 'selection', label: t('Selection only') },
            ]}
            onValueChange={setPart}
          />
        )}
        <Button
          variant="primary"
          icon={<Download size={15} aria-hidden />}
          disabled={picture === null}
          onClick={() => void onDownload()}
        >
          {t('Download picture')}
        </Button>
      </div>
      {picture && (
        <img
          className={css.picture}
          alt={t('Preview of the picture')}
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.svg)}`}
        />
      )}
    </>
  );
}

/** A lab's name as any file system takes it. */
function fileName(name: string): string {
  const plain = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return plain.replace(/^-|-$/g, '') || 'lab';
}
