/** What a new lab can begin as. */
export { Starters } from './Starters';
