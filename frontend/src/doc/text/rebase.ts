/** Edits of the drawing as it was, for the drawing as it is: their elements may have other names and places by now. */
import type { DocNode, Projection } from '../projection';
import { writtenExpectations, writtenLinks } from '../toTopology';
import type { ElementEdit } from './fixEdits';
import { isList, same } from './values';

/** The same edits with the paths of now; those of elements that are gone, or say something else, are left out. */
export function rebased(then: Projection, now: Projection, edits: readonly ElementEdit[]): ElementEdit[] {
  if (then === now) return [...edits];
  return edits.flatMap((edit) => {
    const element = pathNow(then, now, edit.element.split('/'));
    return element === undefined ? [] : [{ ...edit, element: element.join('/') }];
  });
}

type Path = readonly string[];

function pathNow(then: Projection, now: Projection, path: Path): Path | undefined {
  const [section, key = '', ...rest] = path;
  switch (section) {
    case 'nodes':
      return nodePath(then, now, key, rest);
    case 'links':
      return listPath(path, writtenLinks(then), writtenLinks(now));
    case 'expect':
      return listPath(path, writtenExpectations(then), writtenExpectations(now));
    case 'shapes':
      return listPath(path, [...then.shapes.values()], [...now.shapes.values()]);
    default:
      return path;
  }
}

function listPath(
  [section = '', key = '', ...rest]: Path,
  then: readonly { id: string }[],
  now: readonly { id: string }[],
): Path | undefined {
  const place = now.findIndex((one) => one.id === then[Number(key)]?.id);
  return place < 0 ? undefined : [section, String(place), ...rest];
}

function nodePath(then: Projection, now: Projection, name: string, rest: Path): Path | undefined {
  const old = [...then.nodes.values()].find((node) => node.name === name);
  if (old === undefined) return ['nodes', name, ...rest];
  const found = now.nodes.get(old.id);
  const inner = found && innerPath(old, found, rest);
  return found && inner && ['nodes', found.name, ...inner];
}

function innerPath(old: DocNode, found: DocNode, rest: Path): Path | undefined {
  const [part, key = '', ...more] = rest;
  if (part === 'interfaces') {
    const port = old.interfaces.find((one) => one.name === key);
    const is = port === undefined ? { name: key } : found.interfaces.find((one) => one.id === port.id);
    return is && [part, is.name, ...more];
  }
  if (part === 'routes' && key !== '-') return listPath(rest, old.routes, found.routes);
  const list = part === undefined ? undefined : old.fields[part];
  if (isList(list) && key !== '-') return same(list, found.fields[part ?? '']) ? rest : undefined;
  return rest;
}
