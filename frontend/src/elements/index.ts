/** The nouns of a drawing as the screen shows them. */
export type { KindElement } from './kind';
export { KindTile } from './KindTile';
export { KIND_LIST, KINDS } from './registry';
export { cableWords, impairmentWords, portTag, type CableWords, type PortTag } from './cable';
export { ExtraIcon, extrasOf, type Extra } from './extras';
export { shapeColorWords } from './shapeColor';
export { Thumbnail } from './Thumbnail';
