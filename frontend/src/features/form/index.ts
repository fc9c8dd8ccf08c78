/** Fields that become one step of undo each, and forms that are made from a JSON Schema. */
export { CommitInput } from './CommitInput';
export { CommitText } from './CommitText';
export { kindsOf, resolved, splitList, textOf } from './schema';
export { SchemaFields } from './SchemaFields';
