import { Monitor, Moon, Sun, SunMoon } from 'lucide-react';
import { useTheme, type Theme } from '@/state/theme';
import { IconButton, Menu, MenuChoice } from '@/ui';

const THEMES: readonly { value: Theme; label: string; icon: React.ReactNode }[] = [
  { value: 'system', label: 'Like the system', icon: <Monitor size={15} /> },
  { value: 'light', label: 'Light', icon: <Sun size={15} /> },
  { value: 'dark', label: 'Dark', icon: <Moon size={15} /> },
];

export function ThemeMenu() {
  const { theme, setTheme } = useTheme();
  return (
    <Menu trigger={<IconButton label="Colours" icon={<SunMoon size={17} />} />}>
      <MenuChoice value={theme} onValueChange={setTheme} choices={THEMES} />
    </Menu>
  );
}
