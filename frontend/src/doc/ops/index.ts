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
  removeInterface,
  removeLink,
  renameInterface,
  setInterfaceField,
  setInterfaceFields,
  setLinkField,
  type InterfaceField,
  type LinkField,
  type LinkStart,
} from './links';
export {
  addNode,
  changeKind,
  moveNodes,
  removeElements,
  renameNode,
  setMasquerade,
  setNodeField,
  type NodeField,
} from './nodes';
export { patchTopology, type TopologyPatch } from './patch';
export { addRoute, removeRoute, setRoute, type RouteFields } from './routes';
