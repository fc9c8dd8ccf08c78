/** Labs as files of other tools, and as pictures. */
import { lazy } from 'react';

export { ExportButton } from './ExportButton';
export const ExportWindow = lazy(async () => ({ default: (await import('./ExportWindow')).ExportWindow }));
export const PictureWindow = lazy(async () => ({ default: (await import('./ExportWindow')).PictureWindow }));
