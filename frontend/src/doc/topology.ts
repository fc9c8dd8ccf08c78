/** The document as JSON, as the server sends and takes it. Fields this side does not know are kept as they are. */

export const NODE_KINDS = ['host', 'router', 'switch', 'internet'] as const;
export type NodeKind = (typeof NODE_KINDS)[number];
export type Outcome = 'reached' | 'blocked';
export type SwitchPlace = 'own-namespace' | 'host-namespace';

export interface InterfaceJson {
  /** Left out: automatic; empty: none on purpose. */
  addresses?: string[];
  mac?: string;
  mtu?: number;
  up?: boolean;
  /** The VLAN of an access port of a switch. */
  vlan?: number;
  /** VLANs of a trunk, single ones and ranges such as `30-39`. */
  trunk?: (number | string)[];
  native?: number;
  /** Left out: the end of a cable. */
  device?: DeviceJson;
  [field: string]: unknown;
}

/** An interface that the node makes by itself; which fields there are depends on its kind. */
export interface DeviceJson {
  kind: string;
  [field: string]: unknown;
}

/** An entry of one of a node's lists, such as a rule or a service. */
export type EntryJson = Record<string, unknown>;

export interface RouteJson {
  destination: string;
  gateway?: string;
  interface?: string;
  metric?: number;
  [field: string]: unknown;
}

export interface NodeJson {
  /** Left out: host. */
  kind?: NodeKind;
  hostname?: string;
  interfaces?: Record<string, InterfaceJson>;
  routes?: RouteJson[];
  forwarding?: boolean;
  masquerade?: string[];
  stp?: boolean;
  at?: SwitchPlace;
  [field: string]: unknown;
}

export interface LinkJson {
  ends: [string, string];
  cut?: boolean;
  impairment?: EntryJson;
  /** Left out: as the other way. */
  impairment_back?: EntryJson;
  /** What stands at the cable on the canvas, and the points that it passes there. */
  label?: string;
  bends?: readonly (readonly [number, number])[];
  /** Drawn in right angles. */
  angled?: boolean;
  [field: string]: unknown;
}

export interface ExpectationJson {
  from: string;
  to: string;
  /** Left out: ping. */
  probe?: string;
  outcome?: Outcome;
  [field: string]: unknown;
}

export const SHAPE_COLORS = ['grey', 'blue', 'green', 'yellow', 'orange', 'red', 'purple'] as const;
export type ShapeColor = (typeof SHAPE_COLORS)[number];
export type ShapeKind = 'note' | 'region' | 'group';

/** Drawn for people alone: no host hears of it. */
export interface ShapeJson {
  kind: ShapeKind;
  text?: string;
  /** A group has neither: it is as large as its nodes need. */
  at?: [number, number];
  size?: [number, number];
  /** Left out: grey. */
  color?: ShapeColor;
  /** Names of a group's nodes. */
  members?: string[];
  [field: string]: unknown;
}

export interface Addressing {
  ipv4?: string | null;
  ipv6?: string | null;
  /** Prefix lengths of IPv4 networks, of LANs and of links between two routers. */
  lan?: number;
  link?: number;
  [field: string]: unknown;
}

/** A document as it may come: whatever goes without saying may be left out. */
export interface TopologyJson {
  version?: string;
  name?: string;
  addressing?: Addressing;
  nodes?: Record<string, NodeJson>;
  links?: LinkJson[];
  expect?: ExpectationJson[];
  layout?: Record<string, [number, number]>;
  shapes?: ShapeJson[];
  [field: string]: unknown;
}

/** A document as it is written here. */
export interface WholeTopology extends TopologyJson {
  version: string;
  name: string;
  nodes: Record<string, NodeJson>;
}

/** A finding of the server; `element` is a path such as `nodes/h1/interfaces/eth0`, `links/3` or empty. */
export interface Problem {
  code: string;
  element: string;
  /** English; see `said` for what a person reads. */
  message: string;
  template?: string | null;
  values?: Record<string, unknown> | null;
  severity: 'error' | 'warning';
  line?: number | null;
}
