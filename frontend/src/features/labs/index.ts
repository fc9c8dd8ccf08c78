/** The list of labs, and new ones. */
import { lazyPart } from '@/ui';

/** With the gallery and its pictures, which an open lab has no use for. */
export const Labs = lazyPart(async () => (await import('./Labs')).Labs);
export { NewLabButton } from './NewLabButton';
export { LAB_STATES } from './states';
