/** The smallest changes, in whole lines, that make one text of another. */

export interface TextChangeRange {
  from: number;
  to: number;
  insert: string;
}

/** Beyond so many changed lines one large change is as good as many small ones. */
const MOST_CHANGES = 400;

export function lineDiff(before: string, after: string): TextChangeRange[] {
  if (before === after) return [];
  const left = linesOf(before);
  const right = linesOf(after);
  const most = Math.min(left.length, right.length);
  let head = 0;
  while (head < most && left[head] === right[head]) head += 1;
  let tail = 0;
  while (tail < most - head && left[left.length - 1 - tail] === right[right.length - 1 - tail]) tail += 1;
  const middle = [left.slice(head, left.length - tail), right.slice(head, right.length - tail)] as const;
  const runs = runsOf(...middle) ?? [{ at: 0, gone: middle[0].length, come: middle[1] }];
  return placed(left, head, runs).map((range) => trimmed(before, range));
}

interface Run {
  at: number;
  gone: number;
  come: readonly string[];
}

function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}

function placed(lines: readonly string[], head: number, runs: readonly Run[]): TextChangeRange[] {
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length);
  return runs.map(({ at, gone, come }) => ({
    from: starts[head + at] ?? 0,
    to: starts[head + at + gone] ?? 0,
    insert: come.join(''),
  }));
}

/** Within the lines, only the characters that differ: the cursor beside them stays where it is. */
function trimmed(text: string, { from, to, insert }: TextChangeRange): TextChangeRange {
  const old = text.slice(from, to);
  const most = Math.min(old.length, insert.length);
  let head = 0;
  while (head < most && old[head] === insert[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === insert[insert.length - 1 - tail]) tail += 1;
  return { from: from + head, to: to - tail, insert: insert.slice(head, insert.length - tail) };
}

/** Myers' greedy comparison; nothing where the texts differ too much for it to be worth its time. */
function runsOf(left: readonly string[], right: readonly string[]): Run[] | null {
  const reached = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let changes = 0; changes <= MOST_CHANGES; changes += 1) {
    trace.push(new Map(reached));
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let x = furthest(reached, diagonal, changes);
      while (x < left.length && x - diagonal < right.length && left[x] === right[x - diagonal]) x += 1;
      reached.set(diagonal, x);
      if (x >= left.length && x - diagonal >= right.length) return walkedBack(trace, left, right);
    }
  }
  return null;
}

function furthest(reached: ReadonlyMap<number, number>, diagonal: number, changes: number): number {
  return goesDown(reached, diagonal, changes)
    ? (reached.get(diagonal + 1) ?? -1)
    : (reached.get(diagonal - 1) ?? -1) + 1;
}

/** Whether the way that gets furthest comes from a line that is new, rather than from one that is gone. */
function goesDown(reached: ReadonlyMap<number, number>, diagonal: number, changes: number): boolean {
  if (diagonal === -changes || diagonal === changes) return diagonal === -changes;
  return (reached.get(diagonal - 1) ?? -1) < (reached.get(diagonal + 1) ?? -1);
}

function walkedBack(
  trace: readonly ReadonlyMap<number, number>[],
  left: readonly string[],
  right: readonly string[],
): Run[] {
  const runs: { at: number; gone: number; come: string[] }[] = [];
  let [x, y] = [left.length, right.length];
  for (let changes = trace.length - 1; changes > 0; changes -= 1) {
    const reached = trace[changes] ?? new Map<number, number>();
    const diagonal = x - y;
    const isInsert = goesDown(reached, diagonal, changes);
    const before = isInsert ? diagonal + 1 : diagonal - 1;
    x = reached.get(before) ?? 0;
    y = x - before;
    const last = runs.at(-1);
    const place = isInsert ? x : x + 1;
    const run = last?.at === place ? last : { at: place, gone: 0, come: [] };
    if (run !== last) runs.push(run);
    if (isInsert) run.come.unshift(right[y] ?? '');
    else {
      run.at = x;
      run.gone += 1;
    }
  }
  return runs.reverse();
}
