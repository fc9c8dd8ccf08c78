/** German. A file a part of the product; `everywhere` has what several parts say. */
import type { Catalogue } from '../language';
import { account } from './account';
import { commands } from './commands';
import { everywhere } from './everywhere';

const GERMAN: Catalogue = { ...everywhere, ...account, ...commands };

export default GERMAN;
