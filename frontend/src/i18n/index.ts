/** What the product says, in the language of who reads it. */
export type { Catalogue } from './catalogue';
export { chooseLanguage, language, LANGUAGES, loadLanguage, type Language } from './language';
export { rich } from './rich';
export { formatDate, formatNumber, inWords, said, t, tn, type Values } from './text';
export type { Told } from './server';
