/** What the product says, in the language of who reads it. */
export type { Catalogue, Told } from './catalogue';
export { chooseLanguage, language, loadLanguage } from './language';
export { LANGUAGES, type Language } from './speech';
export { rich } from './rich';
export { formatDate, formatNumber, inWords, said, t, tn, type Values } from './text';
