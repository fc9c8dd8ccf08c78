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

const DARK_INK = 'rgb(22, 19, 10)';
const LIGHT_INK = 'rgb(255, 255, 255)';

function channels(colour: string): [number, number, number] {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue];
}

function luminance([red, green, blue]: [number, number, number]): number {
  const linear = (value: number) => ((value / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** How well one is told from the other, as WCAG counts it: from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [one, other]
    .map((colour) => luminance(channels(colour)))
    .toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** White looks calmer on strong colours; it gives way where it would be hard to see. */
const CALM = 3;

export function paintOf(fill: string): Paint {
  const [red, green, blue] = channels(fill);
  const pixel = ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
  return { fill, ink: contrast(LIGHT_INK, fill) < CALM ? DARK_INK : LIGHT_INK, pixel };
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
