/** Commands about the editor as a whole; the first sight of the canvas can do without them. */
import type { Command } from '@/commands';
import { panelCommands } from '@/commands';
import { chooseLanguage, language, LANGUAGES, t, type Language } from '@/i18n';
import { useTheme, type Theme } from '@/state/theme';
import { openWindow, useView, type EditorWindow } from '@/state/view';
import { DOCK_PANELS } from './panels';

const THEMES: Readonly<Record<Theme, string>> = {
  light: t('Light colours'),
  dark: t('Dark colours'),
  system: t('Colours as the system has them'),
};

function lookCommands(): readonly Command[] {
  return [
    ...Object.entries(THEMES).map(([theme, title]): Command => ({
      id: `look.${theme}`,
      title,
      group: 'Look',
      run: () => useTheme.getState().setTheme(theme as Theme),
    })),
    ...Object.entries(LANGUAGES).map(([code, name]): Command => ({
      id: `look.language-${code}`,
      title: t('Language: {name}', { name }),
      group: 'Look',
      isEnabled: () => code !== language(),
      run: () => chooseLanguage(code as Language),
    })),
  ];
}

function windowCommand(window: EditorWindow, title: string, more: Partial<Command> = {}): Command {
  return { id: `lab.${window}`, title, group: 'Lab', run: () => openWindow(window), ...more };
}

function sideCommands(): readonly Command[] {
  const { setPanels } = useView.getState();
  return [
    {
      id: 'panel.none',
      title: t('Close the panels'),
      group: 'Panels',
      isEnabled: () => useView.getState().dockTab !== null,
      run: () => setPanels({ dockTab: null }),
    },
    {
      id: 'panel.inspector',
      title: t('Open or close the inspector'),
      group: 'Panels',
      run: () => setPanels({ inspectorOpen: !useView.getState().inspectorOpen }),
    },
  ];
}

export function screenCommands(owns: boolean, goTo: (path: string) => void): readonly Command[] {
  return [
    ...lookCommands(),
    ...panelCommands(DOCK_PANELS),
    ...sideCommands(),
    windowCommand('shape', t('Insert a shape'), { group: 'Draw', needs: 'edit' }),
    windowCommand('share', t('Share this lab'), { isEnabled: () => owns }),
    windowCommand('export', t('Export')),
    windowCommand('picture', t('Save as a picture')),
    { id: 'lab.print', title: t('Print'), group: 'Lab', run: () => window.print() },
    { id: 'lab.leave', title: t('Go to your labs'), group: 'Lab', run: () => goTo('/') },
  ];
}
