import {
  cloneElement,
  useId,
  useState,
  type FocusEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import { TooltipBubble, type Side } from './TooltipBubble';

type Handler<Event> = ((event: Event) => void) | undefined;

/** What the child of a tooltip must let itself be given. */
interface Anchor {
  'aria-describedby'?: string | undefined;
  onPointerEnter?: Handler<PointerEvent<HTMLElement>>;
  onPointerLeave?: Handler<PointerEvent<HTMLElement>>;
  onPointerDown?: Handler<PointerEvent<HTMLElement>>;
  onFocus?: Handler<FocusEvent<HTMLElement>>;
  onBlur?: Handler<FocusEvent<HTMLElement>>;
}

const DELAY_MS = 350;
/** Long enough to move the pointer from the button into its tooltip. */
const GRACE_MS = 120;

/** One thing to be done in a while; what was to be done before is not. */
class Soon {
  #timer = 0;

  run(delay_ms: number, action: () => void): void {
    this.cancel();
    this.#timer = window.setTimeout(action, delay_ms);
  }

  cancel(): void {
    window.clearTimeout(this.#timer);
  }
}

/** A short label beside its child, on hover and on keyboard focus; Escape puts it away. */
export function Tooltip({
  content,
  shortcut,
  side = 'bottom',
  children,
}: {
  content: ReactNode;
  shortcut?: string | undefined;
  side?: Side;
  children: ReactElement<Anchor>;
}) {
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [soon] = useState(() => new Soon());
  const later = (delay_ms: number, element: HTMLElement | null) =>
    soon.run(delay_ms, () => setAnchor(element));
  const now = (element: HTMLElement | null) => {
    soon.cancel();
    setAnchor(element);
  };
  const { props } = children;
  const also =
    <Event,>(own: Handler<Event>, ours: (event: Event) => void) =>
    (event: Event) => {
      own?.(event);
      ours(event);
    };
  const child = cloneElement(children, {
    'aria-describedby': anchor === null ? props['aria-describedby'] : id,
    onPointerEnter: also(props.onPointerEnter, ({ pointerType, currentTarget }) => {
      if (pointerType !== 'touch') later(DELAY_MS, currentTarget);
    }),
    onPointerLeave: also(props.onPointerLeave, () => later(GRACE_MS, null)),
    onPointerDown: also(props.onPointerDown, () => now(null)),
    onFocus: also(props.onFocus, ({ currentTarget }) => {
      if (currentTarget.matches(':focus-visible')) now(currentTarget);
    }),
    onBlur: also(props.onBlur, () => now(null)),
  });
  return (
    <>
      {child}
      {anchor !== null && (
        <TooltipBubble
          id={id}
          anchor={anchor}
          side={side}
          shortcut={shortcut}
          onKeep={() => now(anchor)}
          onLeave={() => later(GRACE_MS, null)}
          onClose={() => now(null)}
        >
          {content}
        </TooltipBubble>
      )}
    </>
  );
}
