/** The lab's document as text. */
export { CodeLines } from './CodeLines';
export { YamlPanel } from './YamlPanel';
