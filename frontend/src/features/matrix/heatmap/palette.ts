/** The colours of the heat map in the theme now in force, and an ink that is legible on each. */
import { resolveTokens } from '@/lib/cssColor';
import { OUTCOMES } from '@/state/outcomes';

export interface Paint {
  fill: string;
  /** Legible on `fill`. */
  ink: string;
  /** `fill` as a pixel of ImageData: ABGR in a little-endian word. */
  pixel: number;
}

export interface Palette {
  /** By outcome code. */
  outcomes: readonly Paint[];
  met: Paint;
  missed: Paint;
  open: Paint;
  unstated: Paint;
  surface: string;
  text: string;
  muted: string;
  accent: string;
  accentSoft: string;
  accentText: string;
}

const DARK_INK = '#16130a';
const LIGHT_INK = '#ffffff';
/** Brighter than this, white is hard to read. */
const BRIGHT = 0.36;

function channels(colour: string): [number, number, number] {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue];
}

function luminance([red, green, blue]: [number, number, number]): number {
  const linear = (value: number) => ((value / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

export function paintOf(fill: string): Paint {
  const rgb = channels(fill);
  const [red, green, blue] = rgb;
  const pixel = ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
  return { fill, ink: luminance(rgb) > BRIGHT ? DARK_INK : LIGHT_INK, pixel };
}

const SURFACES = [
  '--ok',
  '--bad',
  '--surface-active',
  '--surface',
  '--text',
  '--text-muted',
  '--accent',
  '--accent-soft',
  '--accent-text',
] as const;

export function readPalette(): Palette {
  const names = OUTCOMES.map(({ id }) => `--outcome-${id.replaceAll('_', '-')}`);
  const outcomes = resolveTokens(names);
  const surfaces = resolveTokens(SURFACES);
  return {
    outcomes: names.map((name) => paintOf(outcomes[name] ?? '')),
    met: paintOf(surfaces['--ok']),
    missed: paintOf(surfaces['--bad']),
    open: paintOf(outcomes['--outcome-pending'] ?? ''),
    unstated: paintOf(surfaces['--surface-active']),
    surface: surfaces['--surface'],
    text: surfaces['--text'],
    muted: surfaces['--text-muted'],
    accent: surfaces['--accent'],
    accentSoft: surfaces['--accent-soft'],
    accentText: surfaces['--accent-text'],
  };
}

let font: string | undefined;

/** The page's own family, as a canvas does not inherit it. */
export function pageFont(): string {
  font ??= getComputedStyle(document.body).fontFamily;
  return font;
}
