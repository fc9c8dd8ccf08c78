/** The drawing as a person's YAML, both ways. Imported by lazy parts alone, for the reader of YAML is large. */
export { applyTextChange } from './applyTextChange';
export { drawn, type Drawn } from './drawn';
export { TextEngine, type Typed } from './engine';
export { lineDiff, type TextChangeRange } from './lineDiff';
export { findPath, pathAt, readSource, type Source, type TextError } from './source';
export type { TextChange } from './textChange';
