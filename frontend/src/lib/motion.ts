/** How long a move of the view may take: no time at all for whoever asked their system for less motion. */
export function motion_ms(wanted_ms: number): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : wanted_ms;
}
