import { Component, lazy, type ComponentType, type ReactNode } from 'react';
import { t } from '@/i18n';
import css from './Boundary.module.css';
import { Button } from './Button';
import { toast } from './Toast';

interface Props {
  children: ReactNode;
  /** Says so in a message and shows nothing: where there is no room for more, as on the canvas. */
  quiet?: boolean;
  /** Before it is tried again. */
  onRetry?: () => void;
}

/** What breaks in here leaves all else as it is: says what happened, and offers to try again. */
export class Boundary extends Component<Props, { error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidCatch(error: unknown): void {
    if (!this.props.quiet) return;
    this.props.onRetry?.();
    toast({ tone: 'bad', title: TITLE(), text: wordsOf(error) });
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    if (this.props.quiet) return null;
    return (
      <div className={css.broken} role="alert">
        <strong>{TITLE()}</strong>
        <span>{wordsOf(this.state.error)}</span>
        <Button onClick={this.#retry}>{t('Try again')}</Button>
      </div>
    );
  }

  readonly #retry = () => {
    if (FILE.test(wordsOf(this.state.error))) {
      void loadAnew();
      return;
    }
    this.props.onRetry?.();
    this.setState({ error: null });
  };
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : JSON.stringify(error));

/** What is said of a script or a style that did not come: each browser has words of its own, with one of these. */
const FILE = /import|preload/i;

/** A script that was not there once is never asked for again by the same page; and no page is left for nothing. */
async function loadAnew(): Promise<void> {
  try {
    await fetch(window.location.href, { method: 'HEAD', cache: 'no-store' });
    window.location.reload(); // who has edits that are not stored is asked first
  } catch {
    toast({ tone: 'bad', title: t('The server is not reached. Try again in a moment.') });
  }
}

const TITLE = () => t('A part of the page did not load. Your drawing is still there.');

/** A part that is loaded when it is first shown; one that cannot be had is asked for again. */
export function lazyPart<PartProps extends object>(
  load: () => Promise<ComponentType<PartProps>>,
  quiet = false,
): ComponentType<PartProps> {
  const begin = () => lazy(async () => ({ default: await load() })) as ComponentType<PartProps>;
  let Part = begin();
  const restart = () => {
    Part = begin();
  };
  return function LazyPart(props: PartProps) {
    return (
      <Boundary quiet={quiet} onRetry={restart}>
        <Part {...props} />
      </Boundary>
    );
  };
}
