/** German. A file a part of the product; `everywhere` has what several parts say. */
import type { Catalogue } from '../language';
import { account } from './account';
import { everywhere } from './everywhere';

const GERMAN: Catalogue = { ...everywhere, ...account };

export default GERMAN;
