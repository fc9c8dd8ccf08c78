import type { Vec } from '@/lib/geom';
import type { DrawnEnd } from './drawnLinks';
import { endSizes, GAP_PX, TAG_HEIGHT_PX } from './endSizes';
import css from './LinkEdge.module.css';

/** An interface's name at its end of the line, and beside it the VLANs of a switch's port. */
export function EndLabel({ end, at }: { end: DrawnEnd | undefined; at: Vec }) {
  if (end === undefined) return null;
  const { name, tag } = end;
  if (tag === undefined) {
    return (
      <text x={at.x} y={at.y} className={css.end}>
        {name}
      </text>
    );
  }
  const { name_px, tag_px, whole_px } = endSizes(end);
  const left = at.x - whole_px / 2;
  const tagLeft = left + name_px + GAP_PX;
  return (
    <>
      <text x={left + name_px / 2} y={at.y} className={css.end}>
        {name}
      </text>
      <g className={css.tag} data-mode={tag.mode}>
        <title>{tag.title}</title>
        <rect x={tagLeft} y={at.y - TAG_HEIGHT_PX / 2} width={tag_px} height={TAG_HEIGHT_PX} rx={4} />
        <text x={tagLeft + tag_px / 2} y={at.y}>
          {tag.text}
        </text>
      </g>
    </>
  );
}
