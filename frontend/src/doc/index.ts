/** The lab's document. Nothing in here knows of React. */
export {
  elementAt,
  linkIds,
  nodeIdByName,
  type ElementId,
  type NodeList,
  type NodeSetting,
} from './elements';
export {
  boxAround,
  boxOf,
  CARD_HEIGHT_PX,
  CARD_WIDTH_PX,
  cardBox,
  cardMiddle,
  FRAME_PX,
  FRAME_TOP_PX,
  frameAround,
  groupFrame,
  shapeBox,
  type Box,
} from './frames';
export { fromTopology } from './fromTopology';
export type { DocumentSocket, EndReason } from './keptSocket';
export { LabDocument, LOADED, LOCAL } from './labDocument';
export { isBridgeDevice, isInterfaceName, isNodeName, linkedInterfaces, takenNames } from './naming';
export { freePlace, GRID_PX, roomBelow } from './place';
export * as ops from './ops';
export type { ExpectationFields, InterfaceField, LinkField, LinkStart, NodeField, RouteFields } from './ops';
export { Presence } from './presence';
export type {
  CommentTarget,
  DocComment,
  DocExpectation,
  DocInterface,
  DocLink,
  DocNode,
  DocReply,
  DocRoute,
  DocShape,
  LinkEnd,
  Point,
  Projection,
  Size,
} from './projection';
export { NotSaved, Provider, type SaveState } from './provider';
export { SHARED_ELEMENTS, type Person, type Ping, type SharedViewport } from './readPresence';
export type { Ref } from './refs';
export { toYaml } from './toYaml';
export { refText, toTopology, writtenExpectations, writtenLinks } from './toTopology';
export { endWords, linkWords, search, type Hit, type Searched } from './search';
export * from './topology';
export { isInVlan, writtenVlans } from './vlans';
export type { Role } from './wire';
