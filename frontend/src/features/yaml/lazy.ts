/** Parts that are loaded when they are looked at. */
import { lazyPart } from '@/ui';

export const YamlPanel = lazyPart(async () => (await import('./YamlPanel')).YamlPanel);
export const YamlEditor = lazyPart(async () => (await import('./YamlEditor')).YamlEditor);
export const CodeLines = lazyPart(async () => (await import('./CodeLines')).CodeLines);
