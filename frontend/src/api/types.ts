/** The server's words, by the names that the rest of the browser side uses. */
import type { Problem, TopologyJson } from '@/doc';
import type { JsonSchema } from './jsonSchema';
import type { components } from './schema';

type Schemas = components['schemas'];

export type Session = Schemas['Session'];
export type Run = Schemas['Run'];
export type RunKind = Run['kind'];
export type RunStatus = Run['status'];
export type LabSummary = Schemas['LabSummary'];
export type LabState = LabSummary['state'];
export type Lab = Omit<Schemas['Lab'], 'topology' | 'problems'> & {
  topology: TopologyJson;
  problems: Problem[];
};
export type GalleryEntry = Omit<Schemas['GalleryEntry'], 'topology'> & { topology: TopologyJson };
export type Shape = Omit<Schemas['Shape'], 'options'> & { options: JsonSchema };
export type ExportFormat = Schemas['Format'];
export type ExportPreview = Schemas['ExportPreview'];

export type Member = Schemas['Member'];
export type ShareLink = Schemas['ShareLink'];
export type NewShareLink = Schemas['NewShareLink'];
export type EmbeddedLab = Schemas['EmbeddedLab'];

export type Drift = Schemas['Drift'];
export type DriftDifference = Schemas['DriftDifference'];

export type PlannedOperation = Schemas['PlannedOperation'];
export type Target = Schemas['Target'];
export type Verdict = Schemas['Verdict'];
export type Refused = Schemas['Refused'];
export type RuleCount = Schemas['RuleCount'];
export type RunEvent =
  | Schemas['Started']
  | Schemas['Note']
  | Schemas['Planned']
  | Schemas['Progress']
  | Schemas['NodeStates']
  | Schemas['LinkStates']
  | Schemas['MatrixStarted']
  | Schemas['Cells']
  | Schemas['Reasons']
  | Schemas['MatrixFinished']
  | Schemas['RulesCounted']
  | Schemas['Refused']
  | Schemas['Finished'];

export type LinkRates = Schemas['LinkRates'];
export type NodeSeen = Schemas['NodeSeen'];
export type PathTraced = Schemas['PathTraced'];
export type Origin = Schemas['SeenInterface']['origin'];

/** What a new run is asked to do; what is left out is the server's choice. */
export interface RunOrder {
  kind: RunKind;
  probes?: string[];
  nodes?: string[] | null;
  seed_neighbours?: boolean;
  timeout_ms?: number;
  /** Of an apply: one of the edits of a lab that runs, of which only the newest counts. */
  live?: boolean;
  /** For a flap: the index of the link, and how often and for how long it is cut. */
  link?: number | null;
  flap?: Schemas['Flap'] | null;
}

export type Fix = Schemas['Fix'];
export type FixesOffered = Schemas['FixesOffered'];
export type KnownProblem = Schemas['KnownProblem'];
export type Version = Schemas['Version'];
export type Change = Schemas['Change'];
export type Comparison = Omit<Schemas['Comparison'], 'before' | 'after'> & {
  before: TopologyJson;
  after: TopologyJson;
};
