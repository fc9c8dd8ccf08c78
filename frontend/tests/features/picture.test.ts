import { expect, test } from 'vitest';
import { fromTopology, SHAPE_COLORS, type Projection, type TopologyJson } from '@/doc';
import { PICTURE_TOKENS, type Look, type Palette } from '@/features/picture/look';
import { wrapped } from '@/features/picture/pieces';
import { pictureSvg } from '@/features/picture/pictureSvg';

const LOOK: Look = {
  palette: Object.fromEntries(PICTURE_TOKENS.map((name) => [name, 'rgb(1, 2, 3)'])) as Palette,
  icons: { host: '<i-host/>', router: '<i-router/>', switch: '<i-switch/>', internet: '<i-internet/>' },
};

const DRAWING = {
  version: 'vethwork/v1',
  name: 'a <b> & "c"',
  nodes: {
    h1: { kind: 'host', interfaces: { eth0: { addresses: ['10.0.0.1/24'] } } },
    r1: { kind: 'router', interfaces: { eth0: {}, eth1: {} } },
    s1: { kind: 'switch', interfaces: { p1: { vlan: 10 } } },
    net: { kind: 'internet', interfaces: { up0: {} } },
  },
  links: [
    { ends: ['h1:eth0', 's1:p1'], label: '<script>alert(1)</script>', bends: [[-700, 900]] },
    { ends: ['r1:eth1', 'net:up0'], impairment: { delay_ms: 20 } },
    { ends: ['r1:eth0', 's1:p2'], cut: true },
  ],
  shapes: [
    { kind: 'note', text: "</text><script>\u0000 & '", at: [1000, -400], size: [200, 100], color: 'yellow' },
    { kind: 'region', text: 'Office', at: [-100, -100], size: [400, 300], color: 'blue' },
    { kind: 'group', text: 'Core', members: ['r1', 's1'], color: 'red' },
  ],
  layout: { h1: [0, 0], r1: [300, 200], s1: [0, 200], net: [600, 200] },
} as TopologyJson;

const projected = (topology: TopologyJson): Projection => fromTopology(topology).projection;

function read(svg: string): Document {
  const page = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(page.querySelector('parsererror')).toBeNull();
  return page;
}

const ALL = pictureSvg(projected(DRAWING), LOOK, null);
const kindsIn = (page: Document, name: string) =>
  [...page.querySelectorAll(`[${name}]`)].map((one) => one.getAttribute(name));

test('what people typed stays text', () => {
  const page = read(ALL.svg);
  expect(page.querySelector('script')).toBeNull();
  const texts = [...page.querySelectorAll('text')].map((one) => one.textContent);
  expect(texts).toContain('<script>alert(1)</script>');
  expect(texts.join('')).toContain('</text><script>');
  expect(ALL.svg).not.toContain('\u0000');
  expect(page.querySelector('title')?.textContent).toBe('a <b> & "c"');
});

test('every kind, cable and shape is drawn, regions first and cards last', () => {
  const page = read(ALL.svg);
  expect(kindsIn(page, 'data-kind').sort()).toEqual(['host', 'internet', 'router', 'switch']);
  expect(kindsIn(page, 'data-link').sort()).toEqual(['cut', 'impaired', 'plain']);
  expect(page.querySelector('[data-kind="router"] i-router')).not.toBeNull();
  const order = [...page.documentElement.children].flatMap(({ attributes }) =>
    [...attributes]
      .filter(({ name }) => name.startsWith('data-'))
      .map(({ name, value }) => `${name} ${value}`),
  );
  const layer = (one: string) =>
    one.includes('region')
      ? 0
      : one.includes('group')
        ? 1
        : one.includes('link')
          ? 2
          : one.includes('note')
            ? 3
            : 4;
  expect(order.map(layer)).toEqual([0, 1, 2, 2, 2, 3, 4, 4, 4, 4]);
});

test('names of interfaces, VLANs, addresses and what a cable does are written', () => {
  const texts = [...read(ALL.svg).querySelectorAll('text')].map((one) => one.textContent);
  expect(texts).toEqual(
    expect.arrayContaining(['eth0', 'p1', '10', '10.0.0.1/24', '20 ms', 'Office', 'Core']),
  );
});

test('the frame holds everything, bends and notes too', () => {
  const [x = 0, y = 0, width = 0, height = 0] = (read(ALL.svg).documentElement.getAttribute('viewBox') ?? '')
    .split(' ')
    .map(Number);
  expect(x).toBeLessThan(-700);
  expect(y).toBeLessThan(-400);
  expect(x + width).toBeGreaterThan(1200);
  expect(y + height).toBeGreaterThan(900);
  expect([ALL.width_px, ALL.height_px]).toEqual([width, height]);
});

test('of a selection only what is selected, and links between it', () => {
  const projection = projected(DRAWING);
  const ids = new Map([...projection.nodes.values()].map((node) => [node.name, node.id]));
  const none = new Set<string>();
  const nodes = new Set([ids.get('r1') ?? '', ids.get('net') ?? '']);
  const page = read(pictureSvg(projection, LOOK, { nodes, links: none, shapes: none }).svg);
  expect(kindsIn(page, 'data-kind').sort()).toEqual(['internet', 'router']);
  expect(kindsIn(page, 'data-link')).toEqual(['impaired']);
  expect(kindsIn(page, 'data-shape')).toEqual([]);
});

test('a selected link comes with its ends', () => {
  const projection = projected(DRAWING);
  const none = new Set<string>();
  const links = new Set([...projection.links.keys()].slice(0, 1));
  const page = read(pictureSvg(projection, LOOK, { nodes: none, links, shapes: none }).svg);
  expect(kindsIn(page, 'data-kind').sort()).toEqual(['host', 'switch']);
});

test('an empty drawing is an empty picture', () => {
  const { svg, width_px, height_px } = pictureSvg(
    projected({ version: 'vethwork/v1', name: 'nothing', nodes: {} }),
    LOOK,
    null,
  );
  expect(read(svg).querySelectorAll('g')).toHaveLength(0);
  expect(width_px * height_px).toBeGreaterThan(0);
});

test('every colour of a shape has its token', () => {
  for (const color of SHAPE_COLORS) expect(PICTURE_TOKENS).toContain(`--shape-${color}`);
});

test('a note breaks between words, and within one that is too long', () => {
  expect(wrapped('ab cd efghijk\nx', 5)).toEqual(['ab cd', 'efghi', 'jk', 'x']);
});
