/** What a picture takes from the page: its colours in one theme, and the icons of the kinds. */
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { SHAPE_COLORS, type NodeKind } from '@/doc';
import { KIND_LIST } from '@/elements';
import { resolveTokens } from '@/lib/cssColor';

export type PictureTheme = 'light' | 'dark';

const PLAIN_TOKENS = [
  '--bg',
  '--surface-raised',
  '--line-strong',
  '--text',
  '--text-muted',
  '--link',
  '--link-down',
  '--kind-host',
  '--kind-host-soft',
  '--kind-router',
  '--kind-router-soft',
  '--kind-switch',
  '--kind-switch-soft',
  '--kind-internet',
  '--kind-internet-soft',
] as const;
const SHAPE_TOKENS = SHAPE_COLORS.map((color) => `--shape-${color}` as const);
export const PICTURE_TOKENS = [...PLAIN_TOKENS, ...SHAPE_TOKENS];

export type Palette = Readonly<Record<(typeof PICTURE_TOKENS)[number], string>>;

export interface Look {
  palette: Palette;
  /** The SVG of each kind's icon, 20 by 20 pixels. */
  icons: Readonly<Record<NodeKind, string>>;
}

/** Not to be called while React renders. */
export function drawnIcons(): Look['icons'] {
  const place = document.createElement('div');
  const root = createRoot(place);
  const icons = KIND_LIST.map(({ kind, Icon }) => {
    flushSync(() => root.render(createElement(Icon, { size: 20 })));
    return [kind, place.innerHTML];
  });
  root.unmount();
  return Object.fromEntries(icons) as Look['icons'];
}

/** Not to be called while React renders. */
export function readLook(theme: PictureTheme): Look {
  return { palette: resolveTokens(PICTURE_TOKENS, theme), icons: drawnIcons() };
}
