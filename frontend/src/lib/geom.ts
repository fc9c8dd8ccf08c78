/** Plane geometry of the canvas: cards, and links that are slightly bent lines between them. */

export interface Vec {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Vec {
  readonly width: number;
  readonly height: number;
}

/** A link as a quadratic curve from border to border. */
export interface Curve {
  readonly start: Vec;
  readonly bend: Vec;
  readonly end: Vec;
}

/** Where the way from the centre of a box to `towards` leaves the box. */
export function boxExit(centre: Vec, towards: Vec, width_px: number, height_px: number): Vec {
  const dx = towards.x - centre.x;
  const dy = towards.y - centre.y;
  if (dx === 0 && dy === 0) return centre;
  const scale = Math.min(width_px / 2 / Math.abs(dx || 1e-9), height_px / 2 / Math.abs(dy || 1e-9), 1);
  return { x: centre.x + dx * scale, y: centre.y + dy * scale };
}

/** The curve between two equal boxes, bent sideways by `offset_px` at its middle. */
export function linkCurve(from: Vec, to: Vec, offset_px: number, width_px: number, height_px: number): Curve {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const normal = { x: -(to.y - from.y) / length, y: (to.x - from.x) / length };
  const bend = {
    x: (from.x + to.x) / 2 + normal.x * offset_px * 2,
    y: (from.y + to.y) / 2 + normal.y * offset_px * 2,
  };
  return {
    start: boxExit(from, bend, width_px, height_px),
    bend,
    end: boxExit(to, bend, width_px, height_px),
  };
}

export function pointAt({ start, bend, end }: Curve, t: number): Vec {
  const u = 1 - t;
  return {
    x: u * u * start.x + 2 * u * t * bend.x + t * t * end.x,
    y: u * u * start.y + 2 * u * t * bend.y + t * t * end.y,
  };
}

/** How far along the curve a point `distance_px` from its start lies; at most half way. */
export function fraction({ start, end }: Curve, distance_px: number): number {
  const length = Math.hypot(end.x - start.x, end.y - start.y);
  return length === 0 ? 0.5 : Math.min(0.5, distance_px / length);
}

export function curvePath({ start, bend, end }: Curve): string {
  return `M${start.x} ${start.y}Q${bend.x} ${bend.y} ${end.x} ${end.y}`;
}

/** Sideways offsets of `count` links between the same two nodes: evenly fanned round the straight line. */
export function fanOffset(index: number, count: number, gap_px: number): number {
  return (index - (count - 1) / 2) * gap_px;
}
