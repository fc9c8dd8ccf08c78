/** The commands of the canvas. */
import type { ReactFlowInstance } from '@xyflow/react';
import type { Command } from '@/commands';
import type { LabDocument } from '@/doc';
import { t } from '@/i18n';
import { motion_ms } from '@/lib/motion';
import { useView } from '@/state/view';
import { useCanvas } from './canvasStore';
import { clipboardCommands } from './clipboardCommands';
import type { FlowNode, LinkEdge } from './flow';
import {
  choose,
  chosenNode,
  chosenThing,
  escape,
  focusedNode,
  isFocusLoose,
  isLinking,
  nudge,
  startLink,
} from './gestures/byKeyboard';
import { duplicateSelection, removeSelection, selectAll } from './gestures/edit';
import { layoutCommands } from './layout/commands';
import type { Fit } from './useFit';

const NUDGE_PX = 10;
const FAR_PX = 40;
const FIT_MS = 200;
const STEP_MS = 120;

export interface CanvasTarget {
  doc: LabDocument;
  flow: ReactFlowInstance<FlowNode, LinkEdge>;
  fit: Fit;
  /** Opens the quick-add menu where a new node has room. */
  quickAdd: () => void;
}

export function canvasCommands(target: CanvasTarget): readonly Command[] {
  return [
    ...drawCommands(target),
    ...clipboardCommands(target.doc),
    ...layoutCommands(target.doc),
    ...selectCommands(target),
    ...moveCommands(target),
    ...lookCommands(target),
  ];
}

function hasThings(): boolean {
  const { nodes, shapes } = useView.getState();
  return nodes.size + shapes.size > 0;
}

function hasSelection(): boolean {
  return hasThings() || useView.getState().links.size > 0;
}

function hasChosen(): boolean {
  return chosenThing() !== undefined;
}

function drawCommands({ doc, quickAdd }: CanvasTarget): readonly Command[] {
  return [
    {
      id: 'add.here',
      needs: 'edit',
      title: t('Add a node here…'),
      group: 'Draw',
      keys: ['A'],
      run: quickAdd,
    },
    {
      id: 'link.start',
      needs: 'edit',
      title: t('Link from the selected node'),
      group: 'Draw',
      keys: ['L'],
      isEnabled: () => chosenNode(doc) !== undefined,
      run: () => startLink(doc),
    },
    {
      id: 'node.rename',
      needs: 'edit',
      title: t('Rename'),
      group: 'Edit',
      keys: ['F2'],
      onCanvas: true,
      isEnabled: hasChosen,
      run: () => useView.getState().startRenaming(chosenThing() ?? null),
    },
    {
      id: 'edit.duplicate',
      needs: 'edit',
      title: t('Duplicate'),
      group: 'Edit',
      keys: ['Mod+D'],
      onCanvas: true,
      isEnabled: hasThings,
      run: () => duplicateSelection(doc),
    },
    {
      id: 'edit.remove',
      needs: 'edit',
      title: t('Remove'),
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
      title: t('Select the focused node, and open it'),
      group: 'Select and move',
      keys: ['Enter'],
      isEnabled: onNode,
      run: () => choose(doc, false),
    },
    {
      id: 'select.focused',
      title: t('Select the focused node, unless it is selected'),
      group: 'Select and move',
      keys: ['Space'],
      isEnabled: () => isLinking() || isFocusLoose(),
      run: () => choose(doc, false),
    },
    {
      id: 'select.more',
      title: t('Select the focused node as well'),
      group: 'Select and move',
      keys: ['Shift+Enter', 'Shift+Space'],
      isEnabled: onNode,
      run: () => choose(doc, true),
    },
    {
      id: 'select.all',
      title: t('Select all'),
      group: 'Select and move',
      keys: ['Mod+A'],
      onCanvas: true,
      run: () => selectAll(doc),
    },
    {
      id: 'select.nothing',
      title: t('Select nothing'),
      group: 'Select and move',
      keys: ['Escape'],
      isEnabled: () => hasSelection() || isLinking(),
      run: escape,
    },
  ];
}

const MOVES = [
  ['move.left', t('Move left'), 'ArrowLeft', -NUDGE_PX, 0],
  ['move.right', t('Move right'), 'ArrowRight', NUDGE_PX, 0],
  ['move.up', t('Move up'), 'ArrowUp', 0, -NUDGE_PX],
  ['move.down', t('Move down'), 'ArrowDown', 0, NUDGE_PX],
  ['move.far-left', t('Move far left'), 'Shift+ArrowLeft', -FAR_PX, 0],
  ['move.far-right', t('Move far right'), 'Shift+ArrowRight', FAR_PX, 0],
  ['move.far-up', t('Move far up'), 'Shift+ArrowUp', 0, -FAR_PX],
  ['move.far-down', t('Move far down'), 'Shift+ArrowDown', 0, FAR_PX],
] as const;

function moveCommands({ doc }: CanvasTarget): readonly Command[] {
  return MOVES.map(([id, title, key, x, y]) => ({
    id,
    title,
    group: 'Select and move',
    keys: [key],
    needs: 'edit',
    row: key.startsWith('Shift') ? t('Move by more') : t('Move by a little'),
    isEnabled: () => hasThings() || focusedNode() !== undefined,
    run: () => nudge(doc, { x, y }),
  }));
}

function lookCommands({ flow, fit }: CanvasTarget): readonly Command[] {
  const duration = () => motion_ms(STEP_MS);
  return [
    {
      id: 'look.fit',
      title: t('Fit everything'),
      group: 'Look',
      keys: ['1'],
      run: () => fit(undefined, FIT_MS),
    },
    {
      id: 'look.fit-selection',
      title: t('Fit the selection'),
      group: 'Look',
      keys: ['2'],
      isEnabled: hasThings,
      run: () => {
        const { nodes, shapes } = useView.getState();
        fit(new Set([...nodes, ...shapes]), FIT_MS);
      },
    },
    {
      id: 'look.in',
      title: t('Zoom in'),
      group: 'Look',
      keys: ['+', '='],
      run: () => void flow.zoomIn({ duration: duration() }),
    },
    {
      id: 'look.out',
      title: t('Zoom out'),
      group: 'Look',
      keys: ['-'],
      run: () => void flow.zoomOut({ duration: duration() }),
    },
    {
      id: 'look.whole',
      title: t('Zoom to 100 %'),
      group: 'Look',
      keys: ['0'],
      run: () => void flow.zoomTo(1, { duration: duration() }),
    },
    {
      id: 'tool.select',
      title: t('Select tool'),
      group: 'Look',
      keys: ['V'],
      run: () => useCanvas.setState({ tool: 'select' }),
    },
    {
      id: 'tool.pan',
      title: t('Hand tool'),
      group: 'Look',
      keys: ['H'],
      run: () => useCanvas.setState({ tool: 'pan' }),
    },
  ];
}
