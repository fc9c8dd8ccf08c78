/** The commands that put in line, group, and add what is drawn for people alone. */
import type { Command } from '@/commands';
import { t } from '@/i18n';
import { ALIGNMENTS, type Edge } from '@/lib/arrange';
import { useView } from '@/state/view';
import type { LabDocument } from '@/doc';
import {
  addNote,
  addRegion,
  alignSelection,
  distributeSelection,
  groupSelection,
  selectedGroups,
  turnAngles,
  ungroupSelection,
} from './gestures/arrange';
import { chosenNodes } from './gestures/edit';
import { useViewport } from '@/state/viewport';
import { useCanvas } from './canvasStore';

function edgeTitles(): Record<Edge, string> {
  return {
    left: t('Align left edges'),
    centre: t('Align centres'),
    right: t('Align right edges'),
    top: t('Align top edges'),
    middle: t('Align middles'),
    bottom: t('Align bottom edges'),
  };
}

function hasThings(least: number): boolean {
  const { nodes, shapes } = useView.getState();
  return nodes.size + shapes.size >= least;
}

export function arrangeCommands(doc: LabDocument): readonly Command[] {
  const titles = edgeTitles();
  const commands: readonly Command[] = [
    {
      id: 'shape.note',
      title: t('Add a note'),
      group: 'Draw',
      keys: ['N'],
      run: () => addNote(doc),
    },
    {
      id: 'shape.region',
      title: t('Add a region, or one behind the selection'),
      group: 'Draw',
      run: () => addRegion(doc, useViewport.getState().freePlace()),
    },
    {
      id: 'link.angles',
      needs: 'edit',
      title: t('Links in right angles, or straight again'),
      group: 'Arrange',
      isEnabled: () => doc.projection.links.size > 0,
      run: () => turnAngles(doc),
    },
    {
      id: 'arrange.group',
      title: t('Group'),
      group: 'Arrange',
      keys: ['Mod+G'],
      onCanvas: true,
      isEnabled: () => chosenNodes(doc.projection).size > 0,
      run: () => groupSelection(doc),
    },
    {
      id: 'arrange.ungroup',
      title: t('Ungroup'),
      group: 'Arrange',
      keys: ['Mod+Shift+G'],
      onCanvas: true,
      isEnabled: () => selectedGroups(doc.projection).length > 0,
      run: () => ungroupSelection(doc),
    },
    ...ALIGNMENTS.map((edge) => ({
      id: `arrange.${edge}`,
      title: titles[edge],
      group: 'Arrange' as const,
      isEnabled: () => hasThings(2),
      run: () => alignSelection(doc, edge),
    })),
    {
      id: 'arrange.across',
      title: t('Equal gaps across'),
      group: 'Arrange',
      isEnabled: () => hasThings(3),
      run: () => distributeSelection(doc, 'x'),
    },
    {
      id: 'arrange.down',
      title: t('Equal gaps down'),
      group: 'Arrange',
      isEnabled: () => hasThings(3),
      run: () => distributeSelection(doc, 'y'),
    },
  ];
  return commands.map((command) => ({ ...command, needs: 'edit' }));
}

/** Tools for fingers; who has a mouse or keys needs none for this. */
export const TOUCH_COMMANDS: readonly Command[] = [
  {
    id: 'tool.area',
    title: t('Select an area by finger'),
    group: 'Look',
    run: () => useCanvas.setState({ tool: 'area' }),
  },
  {
    id: 'tool.link',
    needs: 'edit',
    title: t('Link nodes click by click'),
    group: 'Draw',
    run: () => useCanvas.setState({ tool: 'link', linkFrom: null }),
  },
];
