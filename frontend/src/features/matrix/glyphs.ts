/** A shape for each outcome, so that no colour stands alone: strokes in a square of 24. */
import type { OutcomeId } from '@/state/outcomes';

const CIRCLE = 'M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16';

export const GLYPHS: Readonly<Record<OutcomeId, string>> = {
  pending: 'M12 12h.01',
  reached: 'M5 12.5l4.5 4.5L19 7.5',
  refused: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  no_route: 'M3.5 12H9M9 7.5v9M15 7.5v9M15 12h5.5',
  host_unreachable: 'M12 5l8 14H4z',
  timed_out: `${CIRCLE}M12 7.5v5l3 2`,
  no_address: 'M6 12h12',
  prohibited: `${CIRCLE}M6.5 6.5l11 11`,
  source_down: 'M12 5v13M6.5 12.5L12 18l5.5-5.5',
};
