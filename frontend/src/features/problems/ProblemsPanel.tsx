import { useMemo, useState } from 'react';
import { CircleCheck, SearchX } from 'lucide-react';
import { PROBLEMS_AT_ONCE } from '@/api';
import { t, tn } from '@/i18n';
import { useTopology } from '@/state/lab';
import { useProblems, type PlacedProblem } from '@/state/problems';
import { Badge, Button, EmptyState, Panel, PanelBody } from '@/ui';
import { grouped, matching, type Group, type Wanted } from './grouped';
import { ProblemRow } from './ProblemRow';
import css from './ProblemsPanel.module.css';
import { ProblemsToolbar } from './ProblemsToolbar';
import { fixKey, useFixes } from './useFixes';

/** Everything that is wrong with the drawing, by element: a way to each, and what can be done about it. */
export function ProblemsPanel() {
  const problems = useProblems((state) => state.problems);
  const [wanted, setWanted] = useState<Wanted>({ text: '', severity: 'all' });
  if (problems.length === 0) {
    return (
      <EmptyState
        icon={<CircleCheck size={20} />}
        title={t('No problems')}
        text={t(
          'The drawing is checked each time it is saved; what is found stands here and at its element.',
        )}
      />
    );
  }
  return (
    <Panel>
      <ProblemsToolbar problems={problems} wanted={wanted} onWanted={setWanted} />
      <Found key={`${wanted.severity} ${wanted.text}`} problems={matching(problems, wanted)} />
    </Panel>
  );
}

function Found({ problems }: { problems: readonly PlacedProblem[] }) {
  const projection = useTopology((one) => one);
  const [count, setCount] = useState(PROBLEMS_AT_ONCE);
  const groups = useMemo(() => grouped(projection, problems), [projection, problems]);
  const sorted = groups.flatMap((group) => group.problems);
  if (sorted.length === 0) {
    return (
      <EmptyState
        icon={<SearchX size={20} />}
        title={t('No such problem')}
        text={t('Look for another word, or for all severities.')}
      />
    );
  }
  const pages = Array.from({ length: Math.ceil(count / PROBLEMS_AT_ONCE) }, (_, page) =>
    sorted.slice(page * PROBLEMS_AT_ONCE, (page + 1) * PROBLEMS_AT_ONCE),
  );
  return (
    <PanelBody label={t('Problems by element')}>
      {pages.map((page, index) => (
        <Page key={index} problems={page} groups={groups} />
      ))}
      {count < sorted.length && (
        <Button size="s" className={css.more} onClick={() => setCount(count + PROBLEMS_AT_ONCE)}>
          {tn(sorted.length - count, 'Show {count} more', 'Show {count} more')}
        </Button>
      )}
    </PanelBody>
  );
}

/** As many problems as the server is asked about at once. */
function Page({ problems, groups }: { problems: readonly PlacedProblem[]; groups: readonly Group[] }) {
  const offered = useFixes(problems);
  const here = new Set(problems);
  return groups.map(({ key, title, problems: all }) => {
    const shown = all.filter((one) => here.has(one));
    if (shown.length === 0) return null;
    return (
      <section key={key} className={css.group} aria-label={title}>
        <h3 className={css.title}>
          {title}
          <Badge tone={all[0]?.severity === 'error' ? 'bad' : 'warn'}>{all.length}</Badge>
        </h3>
        <ul className={css.list}>
          {shown.map((problem, index) => (
            <ProblemRow
              key={`${fixKey(problem)} ${index}`}
              problem={problem}
              fixes={offered?.fixes.get(fixKey(problem)) ?? []}
              revision={offered?.revision ?? 0}
            />
          ))}
        </ul>
      </section>
    );
  });
}
