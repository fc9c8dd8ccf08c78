/** Light, dark or as the system says; remembered in this browser only. */
import { create } from 'zustand';

export type Theme = 'system' | 'light' | 'dark';
const KEY = 'vethwork.theme';
const THEMES: readonly string[] = ['system', 'light', 'dark'];

function storedTheme(): Theme {
  const stored = localStorage.getItem(KEY);
  return stored !== null && THEMES.includes(stored) ? (stored as Theme) : 'system';
}

function show(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export const useTheme = create<{ theme: Theme; setTheme: (theme: Theme) => void }>((set) => ({
  theme: storedTheme(),
  setTheme: (theme) => {
    localStorage.setItem(KEY, theme);
    show(theme);
    set({ theme });
  },
}));

/** Must run before the first paint, so that a dark page never flashes white. */
export function applyStoredTheme(): void {
  show(storedTheme());
}
