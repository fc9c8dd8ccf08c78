/** The server as the browser side sees it. */
export { followDrift, ignoreDrift, readDrift, revertDrift } from './drift';
export { openDocumentSocket } from './documentSocket';
export { ApiError, errorText } from './errors';
export { exportAddress, useExportPreview, useFormats } from './exports';
export { askFixes, askRepairs, PROBLEMS_AT_ONCE } from './fixes';
export { useShapeDrawing, useShapes } from './generators';
export {
  assumeLabState,
  labQuery,
  noteRevision,
  readDrawing,
  readText,
  refreshLab,
  useAddressPlan,
  useAutomaticRoutes,
  useCreateLab,
  useDeleteLab,
  useDuplicateLab,
  useGallery,
  useGalleryProblems,
  useLabDrawing,
  useLabs,
  useLeaveLab,
  useRenameLab,
  type LabOrder,
} from './labs';
export { createQueryClient } from './queryClient';
export { followSocket } from './followSocket';
export { RunFeed, type Connection } from './runEvents';
export { isRunUnderWay, readRunEvents, readRuns, startRun, useRunEvents, useRuns } from './runs';
export { useMakeShareLink, useMembers, useRevokeShareLink, useSetMember, useShareLinks } from './sharing';
export { useSession, useSignIn, useSignOut } from './session';
export type * from './types';
export { followRates, observeNode, tracePath, type PathQuestion } from './watching';
export type { JsonSchema } from './jsonSchema';
export { useTopologySchema } from './topologySchema';
export {
  deleteVersion,
  forkVersion,
  keepVersion,
  readVersion,
  readVersions,
  renameVersion,
  useComparison,
  useRefreshVersions,
  useVersions,
} from './versions';
