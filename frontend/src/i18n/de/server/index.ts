/** What the server says, by what it says in English; the templates stand in its own code. */
import { fixes } from './fixes';
import { gallery } from './gallery';
import { losses } from './losses';
import { observed } from './observed';
import { operations } from './operations';
import { problems } from './problems';
import { reasons } from './reasons';
import { refusals } from './refusals';
import { runs } from './runs';
import { schema } from './schema';
import { values } from './values';
import { versions } from './versions';

export const server = {
  ...problems,
  ...values,
  ...fixes,
  ...reasons,
  ...refusals,
  ...runs,
  ...operations,
  ...observed,
  ...losses,
  ...versions,
  ...gallery,
  ...schema,
};
