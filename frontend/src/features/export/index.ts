/** Labs as files of other tools, and as pictures. */
import { lazyPart } from '@/ui';

export { ExportButton } from './ExportButton';
export const ExportWindow = lazyPart(async () => (await import('./ExportWindow')).ExportWindow);
export const PictureWindow = lazyPart(async () => (await import('./ExportWindow')).PictureWindow);
