import type { ReactNode } from 'react';
import type { ShapeColor } from '@/doc';
import { t } from '@/i18n';

/** The colours of shapes, each with its name: never told by colour alone. */
export function colorChoices(): { value: ShapeColor; label: string; icon: ReactNode }[] {
  const words: Record<ShapeColor, string> = {
    grey: t('Grey'),
    blue: t('Blue'),
    green: t('Green'),
    yellow: t('Yellow'),
    orange: t('Orange'),
    red: t('Red'),
    purple: t('Purple'),
  };
  return (Object.entries(words) as [ShapeColor, string][]).map(([value, label]) => ({
    value,
    label,
    icon: <Swatch color={value} />,
  }));
}

const SIZE_PX = 12;

function Swatch({ color }: { color: ShapeColor }) {
  return (
    <span style={{ width: SIZE_PX, height: SIZE_PX, borderRadius: 3, background: `var(--shape-${color})` }} />
  );
}
