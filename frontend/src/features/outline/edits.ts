/** What can be done with a row of the outline. */
import {
  isInterfaceName,
  isNodeName,
  linkWords,
  ops,
  takenNames,
  type ElementId,
  type LabDocument,
  type LinkStart,
} from '@/doc';
import { t } from '@/i18n';
import { toast } from '@/ui';
import type { OutlineRow } from './rows';

/** Where a link can begin or end. */
export function linkEnd({ element }: OutlineRow): LinkStart | undefined {
  if (element?.type === 'node') return { node: element.node };
  return element?.type === 'interface' ? { node: element.node, interface: element.interface } : undefined;
}

/** In words, for who cannot see it; nothing when there can be no such link. */
export function link(doc: LabDocument, from: LinkStart, to: LinkStart): string | undefined {
  const id = ops.addLink(doc, from, to);
  const made = id === undefined ? undefined : doc.projection.links.get(id);
  return made && t('Linked {ends}', { ends: linkWords(doc.projection, made) });
}

export function canRename({ element }: OutlineRow): boolean {
  return element !== undefined && element.type in LONGEST;
}

/** Characters of what can be typed: names, labels of links, titles and notes. */
const LONGEST: Partial<Record<ElementId['type'], number>> = {
  node: 15,
  interface: 15,
  link: 60,
  shape: 2000,
};

export function longest({ element }: OutlineRow): number {
  return (element && LONGEST[element.type]) ?? 0;
}

/** What stands there before it is typed anew; a link shows its ends, and has its label. */
export function renamedText({ projection }: LabDocument, { element, title }: OutlineRow): string {
  if (element?.type === 'link') return projection.links.get(element.link)?.label ?? '';
  if (element?.type !== 'shape') return title;
  return (projection.shapes.get(element.shape)?.text ?? '').replaceAll('\n', LINE_BREAK);
}

export function renameLabel({ element, title }: OutlineRow): string {
  if (element?.type === 'link') return t('Label of the link');
  return element?.type === 'shape'
    ? t('Text of {name}', { name: title })
    : t('New name of {name}', { name: title });
}

/** Why it cannot be called so; nothing when it can. */
export function renameProblem(
  doc: LabDocument,
  { element, title }: OutlineRow,
  name: string,
): string | undefined {
  if (name === title) return undefined;
  if (element?.type === 'node') {
    if (!isNodeName(name))
      return t('A name has up to 15 characters: a to z first, then also digits and hyphens.');
    return takenNames(doc.projection).has(name)
      ? t('There is another node called {name}.', { name })
      : undefined;
  }
  if (element?.type !== 'interface') return undefined;
  if (!isInterfaceName(name))
    return t('A name has up to 15 characters: a letter first, then also digits, dots and hyphens.');
  const others = doc.projection.nodes.get(element.node)?.interfaces ?? [];
  return others.some((port) => port.name === name)
    ? t('The node has another interface called {name}.', { name })
    : undefined;
}

export function rename(doc: LabDocument, { element }: OutlineRow, name: string): void {
  if (element?.type === 'node') ops.renameNode(doc, element.node, name);
  if (element?.type === 'interface') ops.renameInterface(doc, element.node, element.interface, name);
  if (element?.type === 'link') ops.setLinkField(doc, element.link, 'label', name.trim() || undefined);
  if (element?.type === 'shape') setText(doc, element.shape, name.trim());
}

/** How a field of one line shows where a note has another one. */
const LINE_BREAK = '↵';

/** A note that says nothing is none. */
function setText(doc: LabDocument, id: string, typed: string): void {
  const shape = doc.projection.shapes.get(id);
  const text = typed.replaceAll(LINE_BREAK, '\n');
  if (shape?.kind === 'note' && text === '') ops.removeShapes(doc, [id]);
  else if (shape && text !== shape.text) ops.setShape(doc, id, { text });
}

const REMOVABLE: ReadonlySet<string> = new Set(['node', 'interface', 'link', 'shape']);

export function canRemove({ element }: OutlineRow): boolean {
  return element !== undefined && REMOVABLE.has(element.type);
}

export function remove(doc: LabDocument, { element, title }: OutlineRow): void {
  if (element?.type === 'node') ops.removeElements(doc, { nodes: [element.node] });
  if (element?.type === 'link') ops.removeElements(doc, { links: [element.link] });
  if (element?.type === 'shape') ops.removeElements(doc, { shapes: [element.shape] });
  if (element?.type === 'interface') ops.removeInterface(doc, element.node, element.interface);
  toast({ title: t('Removed {name}', { name: title }), action: { label: t('Undo'), run: () => doc.undo() } });
}
