import { describe, expect, it } from 'vitest';
import { fromTopology } from '@/doc';
import { placedLinks } from '@/features/canvas/layers/traffic/curves';
import { failuresByNode } from '@/features/canvas/layers/traffic/failures';
import { heatStep } from '@/features/canvas/layers/traffic/heat';
import { rateWords } from '@/features/canvas/layers/traffic/paintAbove';
import { formatBitRate, formatBytes } from '@/lib/format';
import { nodeIdByName } from '@/doc';
import { emptyMatrix, fillCells } from '@/state/matrix';
import { OUTCOME } from '@/state/outcomes';

const NONE = [0, 0] as const;
const TARGETS = ['a', 'b'].map((node) => ({ node, interface: 'e', address: `10.0.0.${node}` }));

function lab(expect: { from: string; to: string }[] = []) {
  return fromTopology({
    name: 'lab',
    nodes: { a: { kind: 'host' }, b: { kind: 'host' } },
    links: [{ ends: ['a:e', 'b:e'], impairment: { rate_kbit: 1000 } }],
    expect,
  });
}

describe('heat', () => {
  it('goes by bit/s where nothing limits, and by the share of a limit where something does', () => {
    expect(heatStep({ there_bps: 9_000, back_bps: 0 }, NONE)).toBe(0);
    expect(heatStep({ there_bps: 0, back_bps: 5e6 }, NONE)).toBe(3);
    expect(heatStep({ there_bps: 9e9, back_bps: 0 }, NONE)).toBe(4);
    expect(heatStep({ there_bps: 950_000, back_bps: 0 }, [1e6, 1e6])).toBe(4);
    expect(heatStep({ there_bps: 50_000, back_bps: 0 }, [1e6, 1e6])).toBe(0);
  });

  it('knows the limits that are drawn', () => {
    const [link] = placedLinks(lab().projection, null).values();
    expect(link?.limits_bps).toEqual([1e6, 1e6]);
  });
});

describe('rates in words', () => {
  it('are short, and their arrows lie as the link does', () => {
    expect(formatBitRate(1_234_567)).toBe('1.2 Mbit/s');
    expect(formatBitRate(13_900)).toBe('14 kbit/s');
    expect(formatBytes(0)).toBe('0 B');
    const traffic = { there_bps: 1000, back_bps: 2000 };
    const [left, right] = [
      { x: 0, y: 0 },
      { x: 100, y: 10 },
    ];
    expect(rateWords({ from: left, to: right }, traffic)).toEqual(['→ 1 kbit/s', '← 2 kbit/s']);
    expect(rateWords({ from: right, to: left }, traffic)).toEqual(['→ 2 kbit/s', '← 1 kbit/s']);
  });
});

describe('failures by node', () => {
  const matrix = fillCells(emptyMatrix(['a', 'b'], TARGETS, ['ping']), [
    ...[0, 1, 0, OUTCOME.timed_out, -1],
    ...[1, 0, 0, OUTCOME.reached, 20],
  ]);

  it('are of what is expected, where something is', () => {
    const { projection } = lab([{ from: 'b', to: 'a' }]);
    const found = failuresByNode(matrix, { now: projection, then: projection });
    expect([...found.values()].map((one) => one.failed)).toEqual([0, 0]);
  });

  it('are of what was not reached, where nothing is expected', () => {
    const { projection } = lab();
    const found = failuresByNode(matrix, { now: projection, then: projection });
    const ids = nodeIdByName(projection);
    expect(found.get(ids.get('a') ?? '')).toEqual({ failed: 1, asked: 2 });
    expect(found.get(ids.get('b') ?? '')).toEqual({ failed: 1, asked: 2 });
  });
});
