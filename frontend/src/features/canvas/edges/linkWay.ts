/** Which way a cable goes over the canvas: one curve, or through its bends. */
import { curvePath, fraction, linkCurve, pointAt, type Vec } from '@/lib/geom';
import { bentLine, lineLength, pointAlong, roundedPath } from '@/lib/polyline';
import { CARD_HEIGHT_PX, CARD_WIDTH_PX } from '../size';

export interface LinkWay {
  path: string;
  start: Vec;
  end: Vec;
  middle: Vec;
  /** From start to end, over all bends. */
  points: readonly Vec[];
  length_px: number;
  /** The point at a distance from an end, not beyond the middle. */
  fromStart: (distance_px: number) => Vec;
  fromEnd: (distance_px: number) => Vec;
}

interface Drawn {
  from: Vec;
  to: Vec;
  bends: readonly Vec[];
  offset_px: number;
  /** The end that is in the hand, and where. */
  loose?: { end: 0 | 1; at: Vec } | undefined;
}

export function linkWay({ from, to, bends, offset_px, loose }: Drawn): LinkWay {
  if (loose) return looseWay(from, to, bends, loose);
  if (bends.length > 0) return bentWay(bentLine(from, to, bends, CARD_WIDTH_PX, CARD_HEIGHT_PX));
  const curve = linkCurve(from, to, offset_px, CARD_WIDTH_PX, CARD_HEIGHT_PX);
  const { start, end } = curve;
  return {
    path: curvePath(curve),
    start,
    end,
    middle: pointAt(curve, 0.5),
    points: [start, end],
    length_px: Math.hypot(end.x - start.x, end.y - start.y),
    fromStart: (distance_px) => pointAt(curve, fraction(curve, distance_px)),
    fromEnd: (distance_px) => pointAt(curve, 1 - fraction(curve, distance_px)),
  };
}

function bentWay(points: readonly Vec[]): LinkWay {
  const length_px = lineLength(points);
  const along = (distance_px: number) => pointAlong(points, distance_px);
  const [start, end] = [along(0), along(length_px)];
  return {
    path: roundedPath(points),
    start,
    end,
    middle: along(length_px / 2),
    points,
    length_px,
    fromStart: (distance_px) => along(Math.min(distance_px, length_px / 2)),
    fromEnd: (distance_px) => along(length_px - Math.min(distance_px, length_px / 2)),
  };
}

function looseWay(from: Vec, to: Vec, bends: readonly Vec[], { end, at }: { end: 0 | 1; at: Vec }): LinkWay {
  const line = bentLine(from, to, bends, CARD_WIDTH_PX, CARD_HEIGHT_PX);
  const points = end === 0 ? [at, ...line.slice(1)] : [...line.slice(0, -1), at];
  if (bends.length > 0) return bentWay(points);
  const [fixed] = bentLine(end === 0 ? to : from, at, [], CARD_WIDTH_PX, CARD_HEIGHT_PX);
  return bentWay(end === 0 ? [at, fixed ?? to] : [fixed ?? from, at]);
}
