/** What a person can do in the editor, by name. */
export { addCommands } from './add';
export { COMMAND_GROUPS, GROUP_TITLES, type Command, type CommandGroup } from './command';
export { CANVAS_KEYS, useShortcuts } from './dispatch';
export { helpCommands } from './help';
export { historyCommands } from './history';
export { labCommands } from './lab';
export { panelCommands } from './panels';
export { isAllowed, isEnabled, runCommand, useCommands, useRegister } from './registry';
