import { CornerDownRight } from 'lucide-react';
import { ops } from '@/doc';
import { t } from '@/i18n';
import { useLab } from '@/state/lab';
import { MenuItem } from '@/ui';

/** Draws these links, or all, in right angles, or straight again. */
export function AngleItem({ links }: { links?: readonly string[] }) {
  const { doc } = useLab();
  const ids = links ?? [...doc.projection.links.keys()];
  const areAngled = ids.every((id) => doc.projection.links.get(id)?.fields.angled === true);
  if (ids.length === 0) return null;
  return (
    <MenuItem icon={<CornerDownRight size={15} />} onSelect={() => ops.turnAngles(doc, ids)}>
      {links === undefined ? wordsForAll(areAngled) : words(areAngled)}
    </MenuItem>
  );
}

function words(areAngled: boolean): string {
  return areAngled ? t('Straight lines') : t('Right angles');
}

function wordsForAll(areAngled: boolean): string {
  return areAngled ? t('All links straight') : t('All links in right angles');
}
