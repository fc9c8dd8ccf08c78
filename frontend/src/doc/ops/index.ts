/** Every edit of the drawing: one function, one transaction, one step of undo. */
export { addComment, COMMENT_LENGTH, removeComment, replyToComment, resolveComment } from './comments';
export { copyNodes, pasteNodes } from './copies';
export {
  addExpectation,
  parseRef,
  removeExpectation,
  renameLab,
  setAddressing,
  setExpectation,
  setLabField,
  type ExpectationFields,
} from './expectations';
export {
  addInterface,
  addLink,
  addLinkedNode,
  moveEnd,
  removeInterface,
  removeLink,
  renameInterface,
  setBends,
  setInterfaceField,
  setInterfaceFields,
  setLinkField,
  turnAngles,
  type InterfaceField,
  type LinkField,
  type LinkStart,
} from './links';
export {
  addNode,
  changeKind,
  commonShift,
  moveNodes,
  removeElements,
  renameNode,
  setMasquerade,
  setNodeField,
  type NodeField,
} from './nodes';
export { renameDoubles } from './doubles';
export { patchTopology, type TopologyPatch } from './patch';
export { addShape, groupNodes, removeShapes, resizeShape, setShape, type NewShape } from './shapes';
export { addRoute, removeRoute, setRoute, type RouteFields } from './routes';
