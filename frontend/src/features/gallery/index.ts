/** What a new lab can begin as, and small pictures of drawings. */
export { Starters } from './Starters';
export { Thumbnail } from './Thumbnail';
