import { ops, type DocNode, type NodeField } from '@/doc';
import { useLab } from '@/state/lab';
import { common, MIXED } from './common';

/** Sets a field of one node, or of several alike: one step of undo. */
export function useSetNodes(nodes: readonly DocNode[]) {
  const { doc } = useLab();
  return (field: NodeField, valueOf: (node: DocNode) => unknown) =>
    doc.edit(() => {
      for (const node of nodes) ops.setNodeField(doc, node.id, field, valueOf(node));
    });
}

/** What a checkbox shows that stands for one node or several. */
export function checkedFor(nodes: readonly DocNode[], isOn: (node: DocNode) => boolean) {
  const value = common(nodes.map(isOn));
  return { checked: value === true, mixed: value === MIXED };
}
