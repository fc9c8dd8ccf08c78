/** German. A file a part of the product; `everywhere` has what several parts say. */
import type { Catalogue } from '../catalogue';
import { account } from './account';
import { app } from './app';
import { canvas } from './canvas';
import { commandPalette } from './commandPalette';
import { commands } from './commands';
import { drift } from './drift';
import { elements } from './elements';
import { embed } from './embed';
import { everywhere } from './everywhere';
import { exports } from './exports';
import { find } from './find';
import { form } from './form';
import { gallery } from './gallery';
import { history } from './history';
import { inspector } from './inspector';
import { labs } from './labs';
import { layout } from './layout';
import { matrix } from './matrix';
import { outline } from './outline';
import { palette } from './palette';
import { plan } from './plan';
import { problems } from './problems';
import { run } from './run';
import { runtime } from './runtime';
import { server } from './server';
import { shapes } from './shapes';
import { state } from './state';
import { together } from './together';
import { tour } from './tour';
import { yaml } from './yaml';
import { yamlFaults } from './yamlFaults';

const GERMAN: Catalogue = {
  ...everywhere,
  ...account,
  ...app,
  ...canvas,
  ...commandPalette,
  ...commands,
  ...drift,
  ...elements,
  ...embed,
  ...exports,
  ...find,
  ...form,
  ...gallery,
  ...history,
  ...inspector,
  ...labs,
  ...layout,
  ...matrix,
  ...outline,
  ...palette,
  ...plan,
  ...problems,
  ...run,
  ...runtime,
  ...server,
  ...shapes,
  ...state,
  ...together,
  ...tour,
  ...yaml,
  ...yamlFaults,
};

export * as server from '../server';
export default GERMAN;
