/** Links between the same two nodes lie beside each other. */
import { fanOffset } from '@/lib/geom';
import { FAN_GAP_PX } from '../size';

export interface Paired {
  /** The same for all links between two nodes. */
  pair: string;
  /** Whether it runs against the order of its pair: its sideways offset then has the other sign. */
  turned: boolean;
}

export function pairOf(source: string, target: string): Paired {
  const turned = source > target;
  return { pair: turned ? `${target} ${source}` : `${source} ${target}`, turned };
}

/** How far each of the links runs beside the straight line. */
export function fanOffsets(links: readonly Paired[]): number[] {
  const counts = new Map<string, number>();
  for (const { pair } of links) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  const seen = new Map<string, number>();
  return links.map(({ pair, turned }) => {
    const index = seen.get(pair) ?? 0;
    seen.set(pair, index + 1);
    return fanOffset(index, counts.get(pair) ?? 1, FAN_GAP_PX) * (turned ? -1 : 1);
  });
}
