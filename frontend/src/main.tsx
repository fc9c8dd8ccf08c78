/** The language first, then everything that speaks it. */
import { openEarly } from '@/api/earlySocket';
import { loadLanguage } from '@/i18n';
import { applyStoredTheme } from '@/state/theme';
import '@/styles/fonts.css';
import '@/styles/tokens.css';
import '@/styles/base.css';

openEarly(window.location.pathname);
applyStoredTheme();
await loadLanguage();
const { start } = await import('@/app/start');
start();
