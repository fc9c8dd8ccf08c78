import type { CableWords } from '@/elements';
import type { Vec } from '@/lib/geom';
import { wayArrows } from '@/lib/wayArrows';

/** What a cable does to traffic; where the two ways differ, each with an arrow as it lies on the screen. */
export function cableLabel({ there, back }: CableWords, from: Vec, to: Vec): string {
  if (there === back) return there;
  const { ahead, behind, forwards } = wayArrows(from, to);
  const [first, second] = forwards ? [there, back] : [back, there];
  return [
    [ahead, first],
    [behind, second],
  ]
    .filter(([, words]) => words !== '')
    .map(([arrow, words]) => `${arrow} ${words}`)
    .join('\u2003');
}
