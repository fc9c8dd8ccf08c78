import { describe, expect, it } from 'vitest';
import { busier_bps, taken } from '@/state/traffic';

const IDS = ['x', 'y', 'z'];

describe('the traffic of links', () => {
  it('takes the whole, then what changes, and forgets what has come to rest', () => {
    const whole = taken(
      new Map(),
      { whole: true, links: [0, 8000, 800, 1, 1, 0, 0, 2, 16, 0, 1, 0, 3, 1] },
      IDS,
    );
    expect([...whole.keys()]).toEqual(['x', 'z']);
    expect(whole.get('z')).toMatchObject({ there_bps: 16, drops: 3, errors: 1 });
    const later = taken(whole, { whole: false, links: [0, 0, 0, 0, 0, 0, 0, 1, 5, 6, 1, 1, 0, 0] }, IDS);
    expect([...later.keys()]).toEqual(['z', 'y']);
    const anew = taken(later, { whole: true, links: [] }, IDS);
    expect(anew.size).toBe(0);
  });

  it('leaves out a link that the drawing does not know, and a row that is cut off', () => {
    const found = taken(new Map(), { whole: true, links: [7, 1, 1, 1, 1, 0, 0, 0, 1, 2] }, IDS);
    expect(found.size).toBe(0);
  });

  it('says how busy the busier way is', () => {
    const traffic = { there_bps: 5, back_bps: 9, there_pps: 1, back_pps: 1, drops: 0, errors: 0 };
    expect(busier_bps(traffic)).toBe(9);
  });
});
