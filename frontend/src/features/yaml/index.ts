/** The lab's document as text. */
export { yamlCommands } from './commands';
export { CodeLines, YamlPanel } from './lazy';
export { YamlSide } from './YamlSide';
export { YamlToggle } from './YamlToggle';
