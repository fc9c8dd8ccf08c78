/** German. A file a part of the product; `everywhere` has what several parts say. */
import type { Catalogue } from '../language';
import { account } from './account';
import { canvas } from './canvas';
import { commands } from './commands';
import { everywhere } from './everywhere';
import { runtime } from './runtime';
import { together } from './together';

const GERMAN: Catalogue = { ...everywhere, ...account, ...canvas, ...commands, ...runtime, ...together };

export default GERMAN;
