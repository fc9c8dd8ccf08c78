export { Canvas, prepareCanvas } from './Canvas';
export { angler } from './edges/angler';
export { cableLabel } from './edges/cableLabel';
export { endSizes, GAP_PX, labelDistance, TAG_HEIGHT_PX } from './edges/endSizes';
export { linkWay, type LinkWay } from './edges/linkWay';
export type { DrawnEnd } from './edges/drawnLinks';
export { FlowCache, type FlowNode, type LinkEdge } from './flow';
export { cardLine } from './nodes/cardLine';
