/** German. A file a part of the product; `everywhere` has what several parts say. */
import type { Catalogue } from '../language';
import { account } from './account';
import { app } from './app';
import { canvas } from './canvas';
import { commands } from './commands';
import { drift } from './drift';
import { elements } from './elements';
import { everywhere } from './everywhere';
import { history } from './history';
import { outline } from './outline';
import { problems } from './problems';
import { runtime } from './runtime';
import { shapes } from './shapes';
import { state } from './state';
import { together } from './together';
import { tour } from './tour';

const GERMAN: Catalogue = {
  ...everywhere,
  ...account,
  ...canvas,
  ...commands,
  ...history,
  ...outline,
  ...problems,
  ...runtime,
  ...together,
  ...tour,
};

export default GERMAN;
