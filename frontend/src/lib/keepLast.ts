/** A function that answers again with its last result while its arguments are the same objects. */
export function keepLast<Arguments extends readonly unknown[], Result>(
  make: (...args: Arguments) => Result,
): (...args: Arguments) => Result {
  let last: { args: Arguments; result: Result } | null = null;
  return (...args) => {
    if (last?.args.every((one, index) => one === args[index])) return last.result;
    last = { args, result: make(...args) };
    return last.result;
  };
}
