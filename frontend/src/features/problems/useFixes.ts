import { useQuery } from '@tanstack/react-query';
import { askFixes, type Fix } from '@/api';
import { useLab } from '@/state/lab';
import { useProblems, type PlacedProblem } from '@/state/problems';

export interface OfferedFixes {
  revision: number;
  /** By `fixKey`. */
  fixes: ReadonlyMap<string, readonly Fix[]>;
}

const stamps = new WeakMap<object, number>();
let lastStamp = 0;

/** Each check of the drawing has a number of its own: the same problem may have another fix by then. */
function stampOf(checked: object): number {
  const known = stamps.get(checked);
  if (known !== undefined) return known;
  lastStamp += 1;
  stamps.set(checked, lastStamp);
  return lastStamp;
}

export function fixKey({ code, element, message }: Pick<PlacedProblem, 'code' | 'element' | 'message'>) {
  return [code, element, message].join('\n');
}

/** What the server offers for these problems of the drawing as it is stored. */
export function useFixes(problems: readonly PlacedProblem[]): OfferedFixes | undefined {
  const { id } = useLab();
  const checked = useProblems((state) => state.found);
  const { data } = useQuery({
    queryKey: ['fixes', id, stampOf(checked), problems.map(fixKey)],
    queryFn: async () => {
      const offered = await askFixes(id, problems);
      const fixes = new Map(offered.problems.map((one) => [fixKey(one), one.fixes]));
      return { revision: offered.revision, fixes };
    },
    staleTime: Infinity,
    gcTime: 60_000,
    retry: false,
  });
  return data;
}
