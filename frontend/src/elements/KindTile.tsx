import type { NodeKind } from '@/doc';
import { cx } from '@/lib/cx';
import css from './KindTile.module.css';
import { KINDS } from './registry';

/** The icon of a kind on its soft colour. */
export function KindTile({ kind, size = 'm' }: { kind: NodeKind; size?: 's' | 'm' | 'l' }) {
  const { Icon } = KINDS[kind];
  return (
    <span className={cx(css.tile, css[kind], css[size])}>
      <Icon size={size === 's' ? 15 : size === 'm' ? 20 : 24} />
    </span>
  );
}
