/** Which way lies ahead on the screen, as an arrow. */
import type { Vec } from './geom';

/** The arrows from `from` to `to` and back, and whether the first of them points right or down. */
export function wayArrows(from: Vec, to: Vec): { ahead: string; behind: string; forwards: boolean } {
  const across = Math.abs(to.x - from.x) >= Math.abs(to.y - from.y);
  const forwards = across ? to.x >= from.x : to.y >= from.y;
  const [ahead, behind] = across ? ['→', '←'] : ['↓', '↑'];
  return { ahead, behind, forwards };
}
