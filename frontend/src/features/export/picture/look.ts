/** What a picture takes from the page: its colours in one theme, and the icons of the kinds. */
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { NodeKind, ShapeColor } from '@/doc';
import { KIND_LIST } from '@/elements';

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
const SHAPE_TOKENS = ['grey', 'blue', 'green', 'yellow', 'orange', 'red', 'purple'].map(
  (color) => `--shape-${color as ShapeColor}` as const,
);
export const PICTURE_TOKENS = [...PLAIN_TOKENS, ...SHAPE_TOKENS];

export type Palette = Readonly<Record<(typeof PICTURE_TOKENS)[number], string>>;

export interface Look {
  palette: Palette;
  /** The SVG of each kind's icon, 20 by 20 pixels. */
  icons: Readonly<Record<NodeKind, string>>;
}

/** The colours as `theme` has them, whichever the page is in now. */
function readPalette(theme: PictureTheme): Palette {
  const probe = document.createElement('span');
  probe.style.colorScheme = theme;
  probe.style.transition = 'none'; // else each colour is read while it fades from the one before
  document.body.append(probe);
  const colours = PICTURE_TOKENS.map((name) => {
    probe.style.color = `var(${name})`;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(colours) as Palette;
}

function drawnIcons(): Look['icons'] {
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
  return { palette: readPalette(theme), icons: drawnIcons() };
}
