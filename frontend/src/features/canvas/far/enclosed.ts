/** What a rectangle over the canvas selects. */
import { cardBox, shapeBox, type Box, type Projection } from '@/doc';
import { overlaps } from '../sight';

interface Enclosed {
  nodes: Set<string>;
  links: Set<string>;
  shapes: Set<string>;
}

/** Cards and notes that it touches, links of these cards, and of regions and groups those that lie in it as a whole. */
export function enclosed({ nodes, links, shapes, positions }: Projection, area: Box): Enclosed {
  const found: Enclosed = { nodes: new Set(), links: new Set(), shapes: new Set() };
  for (const id of nodes.keys()) {
    const place = positions.get(id);
    if (place && overlaps(cardBox(place), area)) found.nodes.add(id);
  }
  for (const { id, ends } of links.values())
    if (ends.some((end) => 'node' in end && found.nodes.has(end.node))) found.links.add(id);
  for (const [id, shape] of shapes) {
    const box = shapeBox(shape, (node) => positions.get(node));
    if (box && (shape.kind === 'note' ? overlaps(box, area) : isWithin(box, area))) found.shapes.add(id);
  }
  return found;
}

function isWithin(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
