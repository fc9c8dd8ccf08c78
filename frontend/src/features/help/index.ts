export { HelpMenu } from './HelpMenu';
export { HelpWindow } from './HelpWindow';
