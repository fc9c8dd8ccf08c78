/** A function that can be told to make no more calls. */
export type Paced<Arguments extends readonly unknown[]> = ((...args: Arguments) => void) & {
  stop: () => void;
};

/** Calls at once, but once in so long at most: of what comes sooner, the last is done when it is time. */
export function atMost<Arguments extends readonly unknown[]>(
  everyMs: number,
  call: (...args: Arguments) => void,
): Paced<Arguments> {
  let newest: Arguments;
  let calledAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const callNow = () => {
    timer = undefined;
    calledAt = performance.now();
    call(...newest);
  };
  const paced = (...args: Arguments) => {
    newest = args;
    if (timer !== undefined) return;
    const waitMs = calledAt + everyMs - performance.now();
    if (waitMs > 0) timer = setTimeout(callNow, waitMs);
    else callNow();
  };
  return Object.assign(paced, { stop: () => clearTimeout(timer) });
}
