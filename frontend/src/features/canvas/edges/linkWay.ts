/** Which way a cable goes over the canvas: one curve, through its bends, or in right angles. */
import { curvePath, fraction, linkCurve, pointAt, type Vec } from '@/lib/geom';
import { bentLine, lineLength, pointAlong, roundedPath } from '@/lib/polyline';
import { CARD_HEIGHT_PX, CARD_WIDTH_PX } from '../size';

/** The corners of a link in right angles, piece by piece between its bends; equal keys give equal ones. */
export interface Route {
  key: string;
  pieces: (from: Vec, to: Vec, bends: readonly Vec[]) => Vec[][];
}

export interface Piece {
  middle: Vec;
  length_px: number;
}

export interface LinkWay {
  path: string;
  start: Vec;
  end: Vec;
  middle: Vec;
  /** From start to end, over all bends. */
  points: readonly Vec[];
  /** Where another bend can be pulled out, and the length of the piece that this is the middle of. */
  pieces: readonly Piece[];
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
  route?: Route | undefined;
  /** The end that is in the hand, and where. */
  loose?: { end: 0 | 1; at: Vec } | undefined;
}

export function linkWay({ from, to, bends, offset_px, route, loose }: Drawn): LinkWay {
  if (loose) return looseWay(from, to, bends, loose);
  if (route) return angledWay(route.pieces(from, to, bends));
  if (bends.length > 0) return bentWay(bentLine(from, to, bends, CARD_WIDTH_PX, CARD_HEIGHT_PX));
  const curve = linkCurve(from, to, offset_px, CARD_WIDTH_PX, CARD_HEIGHT_PX);
  const { start, end } = curve;
  const middle = pointAt(curve, 0.5);
  const length_px = Math.hypot(end.x - start.x, end.y - start.y);
  return {
    path: curvePath(curve),
    start,
    end,
    middle,
    points: [start, end],
    pieces: [{ middle, length_px }],
    length_px,
    fromStart: (distance_px) => pointAt(curve, fraction(curve, distance_px)),
    fromEnd: (distance_px) => pointAt(curve, 1 - fraction(curve, distance_px)),
  };
}

function pieceOf(points: readonly Vec[]): Piece {
  const length_px = lineLength(points);
  return { middle: pointAlong(points, length_px / 2), length_px };
}

function angledWay(pieces: readonly Vec[][]): LinkWay {
  const [first = [], ...others] = pieces;
  const points = [...first, ...others.flatMap((piece) => piece.slice(1))];
  return { ...bentWay(points), pieces: pieces.map(pieceOf) };
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
    pieces: points.slice(1).map((point, index) => pieceOf([points[index] ?? point, point])),
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
