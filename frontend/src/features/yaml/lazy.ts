/** Parts that are loaded when they are looked at. */
import { lazy } from 'react';

export const YamlPanel = lazy(async () => ({ default: (await import('./YamlPanel')).YamlPanel }));
export const YamlEditor = lazy(async () => ({ default: (await import('./YamlEditor')).YamlEditor }));
export const CodeLines = lazy(async () => ({ default: (await import('./CodeLines')).CodeLines }));
