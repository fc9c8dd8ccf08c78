/** German. A file a part of the product; `everywhere` has what several parts say. */
import type { Catalogue } from '../language';
import { account } from './account';
import { canvas } from './canvas';
import { commands } from './commands';
import { everywhere } from './everywhere';
import { together } from './together';

const GERMAN: Catalogue = { ...everywhere, ...account, ...canvas, ...commands, ...together };

export default GERMAN;
