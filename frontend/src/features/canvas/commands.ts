/** The commands of the canvas. */
import type { ReactFlowInstance } from '@xyflow/react';
import type { Command } from '@/commands';
import type { LabDocument } from '@/doc';
import { motion_ms } from '@/lib/motion';
import { useView } from '@/state/view';
import { useCanvas } from './canvasStore';
import type { CardNode, LinkEdge } from './flow';
import { choose, chosenNode, escape, focusedNode, nudge, startLink } from './gestures/byKeyboard';
import { duplicateSelection, removeSelection, selectAll } from './gestures/edit';
import type { Fit } from './useFit';

const NUDGE_PX = 10;
const FAR_PX = 40;
const FIT_MS = 200;
const STEP_MS = 120;

export interface CanvasTarget {
  doc: LabDocument;
  flow: ReactFlowInstance<CardNode, LinkEdge>;
  fit: Fit;
  /** Opens the quick-add menu where a new node has room. */
  quickAdd: () => void;
}

export function canvasCommands(target: CanvasTarget): readonly Command[] {
  return [
    ...drawCommands(target),
    ...selectCommands(target),
    ...moveCommands(target),
    ...lookCommands(target),
  ];
}

function hasNodes(): boolean {
  return useView.getState().nodes.size > 0;
}

function hasSelection(): boolean {
  const { nodes, links } = useView.getState();
  return nodes.size + links.size > 0;
}

function hasChosen(): boolean {
  return chosenNode() !== undefined;
}

function drawCommands({ doc, quickAdd }: CanvasTarget): readonly Command[] {
  return [
    { id: 'add.here', title: 'Add a node here…', group: 'Draw', keys: ['A'], run: quickAdd },
    {
      id: 'link.start',
      title: 'Link from the selected node',
      group: 'Draw',
      keys: ['L'],
      isEnabled: hasChosen,
      run: startLink,
    },
    {
      id: 'node.rename',
      title: 'Rename',
      group: 'Edit',
      keys: ['F2'],
      onCanvas: true,
      isEnabled: hasChosen,
      run: () => useView.getState().startRenaming(chosenNode() ?? null),
    },
    {
      id: 'edit.duplicate',
      title: 'Duplicate',
      group: 'Edit',
      keys: ['Mod+D'],
      onCanvas: true,
      isEnabled: hasNodes,
      run: () => duplicateSelection(doc),
    },
    {
      id: 'edit.remove',
      title: 'Remove',
      group: 'Edit',
      keys: ['Delete', 'Backspace'],
      isEnabled: hasSelection,
      run: () => removeSelection(doc),
    },
  ];
}

function selectCommands({ doc }: CanvasTarget): readonly Command[] {
  const onNode = () => focusedNode() !== undefined;
  return [
    {
      id: 'select.node',
      title: 'Select the focused node, and open it',
      group: 'Select and move',
      keys: ['Enter', 'Space'],
      isEnabled: onNode,
      run: () => choose(doc, false),
    },
    {
      id: 'select.more',
      title: 'Select the focused node as well',
      group: 'Select and move',
      keys: ['Shift+Enter', 'Shift+Space'],
      isEnabled: onNode,
      run: () => choose(doc, true),
    },
    {
      id: 'select.all',
      title: 'Select all',
      group: 'Select and move',
      keys: ['Mod+A'],
      onCanvas: true,
      run: () => selectAll(doc),
    },
    {
      id: 'select.nothing',
      title: 'Select nothing',
      group: 'Select and move',
      keys: ['Escape'],
      isEnabled: () => hasSelection() || useCanvas.getState().linkFrom !== null,
      run: escape,
    },
  ];
}

const WAYS = [
  ['left', 'ArrowLeft', -1, 0],
  ['right', 'ArrowRight', 1, 0],
  ['up', 'ArrowUp', 0, -1],
  ['down', 'ArrowDown', 0, 1],
] as const;

const STEPS = [
  ['move', 'by a little', '', NUDGE_PX],
  ['move-far', 'by more', 'Shift+', FAR_PX],
] as const;

function moveCommands({ doc }: CanvasTarget): readonly Command[] {
  return STEPS.flatMap(([id, far, modifier, step_px]) =>
    WAYS.map(([way, key, x, y]) => ({
      id: `${id}.${way}`,
      title: `Move ${way} ${far}`,
      group: 'Select and move' as const,
      keys: [`${modifier}${key}`],
      row: `Move ${far}`,
      isEnabled: () => hasNodes() || focusedNode() !== undefined,
      run: () => nudge(doc, { x: x * step_px, y: y * step_px }),
    })),
  );
}

function lookCommands({ flow, fit }: CanvasTarget): readonly Command[] {
  const duration = () => motion_ms(STEP_MS);
  return [
    {
      id: 'look.fit',
      title: 'Fit everything',
      group: 'Look',
      keys: ['1'],
      run: () => fit(undefined, FIT_MS),
    },
    {
      id: 'look.fit-selection',
      title: 'Fit the selection',
      group: 'Look',
      keys: ['2'],
      isEnabled: hasNodes,
      run: () => fit(useView.getState().nodes, FIT_MS),
    },
    {
      id: 'look.in',
      title: 'Zoom in',
      group: 'Look',
      keys: ['+', '='],
      run: () => void flow.zoomIn({ duration: duration() }),
    },
    {
      id: 'look.out',
      title: 'Zoom out',
      group: 'Look',
      keys: ['-'],
      run: () => void flow.zoomOut({ duration: duration() }),
    },
    {
      id: 'look.whole',
      title: 'Zoom to 100 %',
      group: 'Look',
      keys: ['0'],
      run: () => void flow.zoomTo(1, { duration: duration() }),
    },
    {
      id: 'tool.select',
      title: 'Select tool',
      group: 'Look',
      keys: ['V'],
      run: () => useCanvas.setState({ tool: 'select' }),
    },
    {
      id: 'tool.pan',
      title: 'Hand tool',
      group: 'Look',
      keys: ['H'],
      run: () => useCanvas.setState({ tool: 'pan' }),
    },
  ];
}
