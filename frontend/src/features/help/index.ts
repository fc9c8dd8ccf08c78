export { HelpWindow } from './HelpWindow';
