import type { CableWords } from '@/elements';
import type { Vec } from '@/lib/geom';

/** What a cable does to traffic; where the two ways differ, each with an arrow as it lies on the screen. */
export function cableLabel({ there, back }: CableWords, from: Vec, to: Vec): string {
  if (there === back) return there;
  const across = Math.abs(to.x - from.x) >= Math.abs(to.y - from.y);
  const forwards = across ? to.x >= from.x : to.y >= from.y;
  const [ahead, behind] = across ? ['→', '←'] : ['↓', '↑'];
  const [first, second] = forwards ? [there, back] : [back, there];
  return [
    [ahead, first],
    [behind, second],
  ]
    .filter(([, words]) => words !== '')
    .map(([arrow, words]) => `${arrow} ${words}`)
    .join('\u2003');
}
