/** Two people may give one name at the same moment: all but the first that has it get a name like it. */
import type { LabDocument } from '../labDocument';
import { similarName, takenNames } from '../naming';
import type { DocNode } from '../projection';
import { renameInterface } from './links';
import { renameNode } from './nodes';

/** `path` is that of a node or an interface of which there are several; tells whether any was renamed. */
export function renameDoubles(doc: LabDocument, path: string): boolean {
  const [, name = '', , port] = path.split('/');
  const nodes = [...doc.projection.nodes.values()].filter((node) => node.name === name);
  if (port !== undefined) return nodes.some((node) => renamePorts(doc, node, port));
  const taken = takenNames(doc.projection);
  doc.edit(() => {
    for (const node of nodes.slice(1)) {
      const free = similarName(taken, name);
      taken.add(free);
      renameNode(doc, node.id, free);
    }
  });
  return nodes.length > 1;
}

function renamePorts(doc: LabDocument, node: DocNode, name: string): boolean {
  const taken = new Set(node.interfaces.map((port) => port.name));
  const doubles = node.interfaces.filter((port) => port.name === name).slice(1);
  doc.edit(() => {
    for (const port of doubles) {
      const free = similarName(taken, name);
      taken.add(free);
      renameInterface(doc, node.id, port.id, free);
    }
  });
  return doubles.length > 0;
}
