/** The page of a lab inside another site's page: the language first, then everything that speaks it. */
import { loadLanguage } from '@/i18n';
import '@/styles/fonts.css';
import '@/styles/tokens.css';
import '@/styles/base.css';

const theme = new URLSearchParams(window.location.search).get('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
await loadLanguage();
const { start } = await import('./start');
start();
