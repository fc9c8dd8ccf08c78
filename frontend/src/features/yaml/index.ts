/** The lab's document as text. */
import { lazy } from 'react';

export const YamlPanel = lazy(async () => ({ default: (await import('./YamlPanel')).YamlPanel }));
export const CodeLines = lazy(async () => ({ default: (await import('./CodeLines')).CodeLines }));
