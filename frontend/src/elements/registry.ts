/** The kinds of node, in the order of the palette. */
import type { NodeKind } from '@/doc';
import { host } from './host';
import { internet } from './internet';
import type { KindElement } from './kind';
import { router } from './router';
import { switchKind } from './switch';

export const KINDS: Readonly<Record<NodeKind, KindElement>> = { host, router, switch: switchKind, internet };
export const KIND_LIST: readonly KindElement[] = Object.values(KINDS);
