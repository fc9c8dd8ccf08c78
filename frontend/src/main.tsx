/** The language first, then everything that speaks it. */
import { loadLanguage } from '@/i18n';
import { applyStoredTheme } from '@/state/theme';
import '@/styles/fonts.css';
import '@/styles/tokens.css';
import '@/styles/base.css';

applyStoredTheme();
await loadLanguage();
const { start } = await import('@/app/start');
start();
