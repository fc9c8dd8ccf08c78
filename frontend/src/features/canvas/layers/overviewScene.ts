/** What is seen of a drawing from far away, and in which colours. */
import type { Projection } from '@/doc';
import type { NodeState, UsedAddress } from '@/state/overlay';
import type { Transform } from '../sight';
import type { OverviewPaths, SelectionPaths } from './overviewPaths';

export const OVERVIEW_TOKENS = [
  '--kind-host',
  '--kind-host-soft',
  '--kind-router',
  '--kind-router-soft',
  '--kind-switch',
  '--kind-switch-soft',
  '--kind-internet',
  '--kind-internet-soft',
  '--accent',
  '--bad',
  '--warn',
  '--ok',
  '--link',
  '--link-up',
  '--link-down',
  '--text',
  '--text-muted',
  '--surface-raised',
  '--line-strong',
  '--bg',
  '--shape-grey',
  '--shape-blue',
  '--shape-green',
  '--shape-yellow',
  '--shape-orange',
  '--shape-red',
  '--shape-purple',
] as const;
export type Token = (typeof OVERVIEW_TOKENS)[number];
export type OverviewColours = Record<Token, string>;

export interface OverviewScene {
  projection: Projection;
  paths: OverviewPaths;
  selection: SelectionPaths;
  transform: Transform;
  width_px: number;
  height_px: number;
  nodeStates: ReadonlyMap<string, NodeState>;
  /** What nodes have been given, by the kernel or by a server of the lab. */
  addresses: ReadonlyMap<string, readonly UsedAddress[]>;
  problems: ReadonlyMap<string, { severity: 'error' | 'warning' }>;
  /** Nodes and links in which something was changed by hand. */
  drift: ReadonlyMap<string, unknown>;
  colours: OverviewColours;
}
