import { useEffect, useRef, useState } from 'react';
import { Check, PartyPopper } from 'lucide-react';
import { t } from '@/i18n';
import { useLab, useTopology } from '@/state/lab';
import { useRun } from '@/state/run';
import { endTour } from '@/state/tour';
import { useViewport } from '@/state/viewport';
import { Button } from '@/ui';
import { currentStep, TOUR_STEPS, type TourFacts } from './steps';
import css from './TourCard.module.css';

/** One step at a time, beside the drawing: whoever takes the tour does everything in the real editor. */
export function TourCard() {
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const facts = useFacts();
  const index = currentStep(facts, skipped);
  const step = TOUR_STEPS[index];
  const card = useRef<HTMLElement>(null);
  useEffect(() => card.current?.focus(), []);
  useMarkedTarget(step?.target);
  const end = (finished: boolean) => {
    endTour(finished);
    useViewport.getState().focusCanvas();
  };
  return (
    <section ref={card} tabIndex={-1} className={css.card} aria-label={t('Guided tour')}>
      <Progress index={step === undefined ? TOUR_STEPS.length : index} />
      <div role="status" className={css.words}>
        <h2 className={css.title}>
          {step === undefined ? (
            <>
              <PartyPopper size={18} aria-hidden /> {t('Your network runs')}
            </>
          ) : (
            step.title
          )}
        </h2>
        <p className={css.text}>{step?.text ?? endText(skipped.size > 0)}</p>
      </div>
      <div className={css.buttons}>
        {step === undefined ? (
          <Button size="s" variant="primary" onClick={() => end(true)}>
            {t('Finish')}
          </Button>
        ) : (
          <>
            <Button size="s" onClick={() => setSkipped(new Set(skipped).add(step.id))}>
              {t('Skip this step')}
            </Button>
            <Button size="s" variant="quiet" onClick={() => end(false)}>
              {t('End the tour')}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

function endText(hasSkipped: boolean): string {
  return hasSkipped
    ? t('That was the tour. You can take it again from the help menu.')
    : t(
        'Everything you expected came true. Cut a cable and apply again: the matrix says what no longer gets through, and why.',
      );
}

function useFacts(): TourFacts {
  const { doc } = useLab();
  const now = useTopology((projection) => projection);
  const change = useRun((runs) => runs.change);
  const matrix = useRun((runs) => runs.matrix);
  return { now, then: matrix === null ? now : doc.projectionAt(matrix.run.revision), change, matrix };
}

function Progress({ index }: { index: number }) {
  const words = t('{done} of {all} steps done', { done: index, all: TOUR_STEPS.length });
  return (
    <div className={css.progress} role="img" aria-label={words}>
      {TOUR_STEPS.map((step, at) => (
        <span
          key={step.id}
          className={css.dot}
          data-done={at < index || undefined}
          data-now={at === index || undefined}
        >
          {at < index ? <Check size={11} strokeWidth={3} aria-hidden /> : at + 1}
        </span>
      ))}
    </div>
  );
}

/** The style sheet puts a frame round what the step is about. */
function useMarkedTarget(target: string | undefined): void {
  useEffect(() => {
    if (target === undefined) return undefined;
    document.documentElement.dataset.touring = target;
    return () => {
      delete document.documentElement.dataset.touring;
    };
  }, [target]);
}
