/** Commands that lay out the drawing. */
import type { Command } from '@/commands';
import type { LabDocument } from '@/doc';
import { t } from '@/i18n';
import { LAYOUTS, type LayoutKind } from './kinds';

/** Loaded when somebody first lays something out. */
export async function arrange(doc: LabDocument, kind: LayoutKind): Promise<void> {
  await (await import('./arrange')).arrange(doc, kind);
}

export const LAYOUT_TITLES: Readonly<Record<LayoutKind, string>> = {
  down: t('Lay out from top to bottom'),
  right: t('Lay out from left to right'),
  force: t('Lay out by forces'),
  radial: t('Lay out around the middle'),
  tree: t('Lay out as a tree'),
};

export function layoutCommands(doc: LabDocument): readonly Command[] {
  return LAYOUTS.map((kind) => ({
    id: `layout.${kind}`,
    title: LAYOUT_TITLES[kind],
    group: 'Arrange',
    needs: 'edit',
    ...(kind === 'down' && { keys: ['Shift+L'] }),
    isEnabled: () => doc.projection.nodes.size > 1,
    run: () => void arrange(doc, kind),
  }));
}
