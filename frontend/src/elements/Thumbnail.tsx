import { useMemo } from 'react';
import type { TopologyJson } from '@/doc';
import { cx } from '@/lib/cx';
import { KINDS } from './registry';
import css from './Thumbnail.module.css';
import { linkPath, thumbnailPicture, cardPaths, type ThumbnailNode } from './thumbnailGeometry';

const WIDTH_PX = 300;
const HEIGHT_PX = 140;
const ICON_SHARE = 0.56;
const SMALLEST_ICON_PX = 14;

/** With smaller tiles than this, nodes are drawn as the canvas has them from far away. */
const SMALLEST_DRAWN_PX = 8;

/** A small picture of a drawing; its words stand beside it, so it is silent itself. */
export function Thumbnail({
  topology,
  whole = false,
}: {
  topology: TopologyJson;
  /** In a frame of another form: show all of it. */
  whole?: boolean;
}) {
  const picture = useMemo(() => thumbnailPicture(topology, WIDTH_PX, HEIGHT_PX), [topology]);
  return (
    <svg
      viewBox={`0 0 ${WIDTH_PX} ${HEIGHT_PX}`}
      className={css.picture}
      preserveAspectRatio={whole ? 'xMidYMid meet' : 'xMidYMid slice'}
      aria-hidden
    >
      <path d={linkPath(picture)} strokeWidth={picture.line_px} className={css.link} />
      {picture.tile_px >= SMALLEST_DRAWN_PX
        ? picture.nodes.map((node) => <Tile key={node.name} node={node} tile_px={picture.tile_px} />)
        : cardPaths(picture).map(([kind, path]) => (
            <path key={kind} d={path} className={cx(css[kind], css.far)} />
          ))}
    </svg>
  );
}

function Tile({ node, tile_px }: { node: ThumbnailNode; tile_px: number }) {
  const { Icon } = KINDS[node.kind];
  const corner = -tile_px / 2;
  const icon_px = tile_px * ICON_SHARE;
  return (
    <g transform={`translate(${node.x} ${node.y})`} className={css[node.kind]}>
      <rect
        x={corner}
        y={corner}
        width={tile_px}
        height={tile_px}
        rx={tile_px * 0.28}
        strokeWidth={1}
        className={css.tile}
      />
      {icon_px >= SMALLEST_ICON_PX && (
        <g transform={`translate(${-icon_px / 2} ${-icon_px / 2})`} className={css.icon}>
          <Icon size={icon_px} />
        </g>
      )}
    </g>
  );
}
