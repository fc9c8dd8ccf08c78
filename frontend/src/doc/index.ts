/** The lab's document. Nothing in here knows of React. */
export { Autosave, NotSaved, type SaveBackend, type SaveState } from './autosave';
export {
  elementAt,
  linkIds,
  nodeIdByName,
  type ElementId,
  type NodeList,
  type NodeSetting,
} from './elements';
export { fromTopology } from './fromTopology';
export { LabDocument, LOADED, LOCAL } from './labDocument';
export { isBridgeDevice, isInterfaceName, isNodeName, linkedInterfaces, takenNames } from './naming';
export { freePlace, GRID_PX, roomBelow } from './place';
export * as ops from './ops';
export type { ExpectationFields, InterfaceField, LinkField, LinkStart, NodeField, RouteFields } from './ops';
export type {
  DocExpectation,
  DocInterface,
  DocLink,
  DocNode,
  DocRoute,
  DocShape,
  LinkEnd,
  Point,
  Projection,
  Size,
} from './projection';
export type { Ref } from './refs';
export { refText, toTopology, writtenExpectations, writtenLinks } from './toTopology';
export { linkWords, search, type Hit, type Searched } from './search';
export * from './topology';
export { isInVlan, writtenVlans } from './vlans';
