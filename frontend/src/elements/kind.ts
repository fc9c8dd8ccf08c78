/** What the editor must know of a kind of node. A new kind is one file beside this one and one line in the registry. */
import type { ComponentType } from 'react';
import type { DocNode, NodeField, NodeKind } from '@/doc';

export interface IconProps {
  size?: number;
}

export interface KindElement {
  kind: NodeKind;
  label: string;
  /** What the button says that adds one. */
  addLabel: string;
  /** One line for somebody who has never drawn one. */
  blurb: string;
  Icon: ComponentType<IconProps>;
  /** Fields of the node that this kind has, beside name and interfaces. */
  fields: readonly (NodeField | 'masquerade' | 'routes')[];
  /** Whether an interface without addresses gets automatic ones. */
  automaticAddresses: boolean;
  /** What forwarding is when the drawing does not say. */
  forwards: boolean;
  /** The second line of the card, when there is no address to show. */
  summary: (node: DocNode) => string;
}
