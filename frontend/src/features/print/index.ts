/** The drawing on paper. */
export { usePrinting } from './usePrinting';
