/** Labs as files of other tools. */
export { ExportButton } from './ExportButton';
