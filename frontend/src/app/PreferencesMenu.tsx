import { Monitor, Moon, Settings2, Sun } from 'lucide-react';
import { chooseLanguage, LANGUAGES, language, t, type Language } from '@/i18n';
import { useTheme, type Theme } from '@/state/theme';
import { IconButton, Menu, MenuChoice, MenuLabel, MenuSeparator } from '@/ui';

const THEMES: readonly { value: Theme; label: string; icon: React.ReactNode }[] = [
  { value: 'system', label: t('Like the system'), icon: <Monitor size={15} /> },
  { value: 'light', label: t('Light'), icon: <Sun size={15} /> },
  { value: 'dark', label: t('Dark'), icon: <Moon size={15} /> },
];

const CHOICES = Object.entries(LANGUAGES).map(([value, label]) => ({ value: value as Language, label }));

/** How the product looks and speaks in this browser. */
export function PreferencesMenu() {
  const { theme, setTheme } = useTheme();
  return (
    <Menu trigger={<IconButton label={t('Colours and language')} icon={<Settings2 size={17} />} />}>
      <MenuLabel>{t('Colours')}</MenuLabel>
      <MenuChoice value={theme} onValueChange={setTheme} choices={THEMES} />
      <MenuSeparator />
      <MenuLabel>{t('Language')}</MenuLabel>
      <MenuChoice value={language()} onValueChange={chooseLanguage} choices={CHOICES} />
    </Menu>
  );
}
