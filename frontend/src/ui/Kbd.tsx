import { t } from '@/i18n';
import css from './Kbd.module.css';

const MAC = typeof navigator !== 'undefined' && navigator.userAgent.includes('Macintosh');

function splitKeys(keys: string): string[] {
  return keys === '+' ? ['+'] : keys.split('+');
}

const WORDS: Partial<Record<string, string>> = {
  Mod: MAC ? '⌘' : 'Ctrl',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Delete: 'Del',
  Click: t('Click'),
  Wheel: t('Wheel'),
};

/** Shows a shortcut such as `Mod+Shift+Z` key by key, in this machine's words. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className={css.keys}>
      {splitKeys(keys).map((key) => (
        <kbd key={key} className={css.key}>
          {WORDS[key] ?? key}
        </kbd>
      ))}
    </span>
  );
}
