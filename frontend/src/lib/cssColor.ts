/** Colours of the design tokens as a canvas or a picture needs them: resolved for one theme. */

/**
 * Resolves `--token` names to rgb() strings, for the theme now in force unless another is named; `light-dark()` is
 * only resolved in a real property.
 */
export function resolveTokens<Name extends string>(
  names: readonly Name[],
  theme?: 'light' | 'dark',
): Record<Name, string> {
  const probe = document.createElement('span');
  if (theme !== undefined) probe.style.colorScheme = theme;
  probe.style.setProperty('forced-color-adjust', 'none'); // the legend keeps its colours as well
  probe.style.transition = 'none'; // else each colour is read while it fades from the one before
  document.body.append(probe);
  const colours = {} as Record<Name, string>;
  for (const name of names) {
    probe.style.color = `var(${name})`;
    colours[name] = getComputedStyle(probe).color;
  }
  probe.remove();
  return colours;
}

/** Calls back whenever the theme changes, by the toggle or by the system; returns how to stop. */
export function onThemeChange(callback: () => void): () => void {
  const media = matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(callback);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  media.addEventListener('change', callback);
  return () => {
    observer.disconnect();
    media.removeEventListener('change', callback);
  };
}
