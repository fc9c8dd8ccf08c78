/** What can be done about problems, and about packets that do not arrive. */
import { inWords } from '@/i18n';
import { change, client } from './client';
import type { FixesOffered, KnownProblem } from './types';

/** So many problems may be asked about at once. */
export const PROBLEMS_AT_ONCE = 25;

export async function askFixes(id: string, problems: readonly KnownProblem[]): Promise<FixesOffered> {
  const body = { problems: problems.map(({ code, element, message }) => ({ code, element, message })) };
  return await ask(id, body);
}

/** What would let a node reach an address, asked by a probe. */
export async function askRepairs(
  id: string,
  way: { source: string; target: string; probe: string },
): Promise<FixesOffered> {
  return await ask(id, { problems: [], way });
}

async function ask(
  id: string,
  body: { problems: KnownProblem[]; way?: { source: string; target: string; probe: string } },
): Promise<FixesOffered> {
  const params = { path: { lab_id: id } };
  const offered = await change(() => client.POST('/api/labs/{lab_id}/fixes', { params, body }));
  const problems = offered.problems.map((one) => ({ ...one, fixes: one.fixes.map(inWords) }));
  return { ...offered, problems, way: offered.way.map(inWords) };
}
