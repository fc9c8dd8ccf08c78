import type { ShapeColor } from '@/doc';
import { t } from '@/i18n';

/** The name of each colour of shapes: never told by colour alone. */
export function shapeColorWords(): Record<ShapeColor, string> {
  return {
    grey: t('Grey'),
    blue: t('Blue'),
    green: t('Green'),
    yellow: t('Yellow'),
    orange: t('Orange'),
    red: t('Red'),
    purple: t('Purple'),
  };
}
