import type { ReactNode } from 'react';
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { Toast as Radix } from 'radix-ui';
import { create } from 'zustand';
import { Button } from './Button';
import { IconButton } from './IconButton';
import css from './Toast.module.css';

export interface ToastMessage {
  title: string;
  text?: string;
  tone?: 'info' | 'ok' | 'bad';
  action?: { label: string; run: () => void };
  /** Stays until it is closed. */
  sticky?: boolean;
}

type Shown = ToastMessage & { id: number };

const useToasts = create<{ shown: Shown[] }>(() => ({ shown: [] }));
const ICONS: Record<NonNullable<ToastMessage['tone']>, ReactNode> = {
  info: <Info size={17} aria-hidden />,
  ok: <CircleCheck size={17} aria-hidden />,
  bad: <CircleAlert size={17} aria-hidden />,
};
const SHOWN_MS = 6000;
let lastId = 0;

/** Says something in the corner, from anywhere; a title that already shows is not shown twice. */
export function toast(message: ToastMessage): void {
  lastId += 1;
  const added = { ...message, id: lastId };
  useToasts.setState(({ shown }) => ({
    shown: [...shown.filter((one) => one.title !== added.title), added],
  }));
}

function dismiss(id: number): void {
  useToasts.setState(({ shown }) => ({ shown: shown.filter((one) => one.id !== id) }));
}

/** Where toasts appear: once, at the root of the page. */
export function Toasts() {
  const shown = useToasts((state) => state.shown);
  return (
    <Radix.Provider swipeDirection="right">
      {shown.map((one) => (
        <ToastCard key={one.id} message={one} />
      ))}
      <Radix.Viewport className={css.viewport} />
    </Radix.Provider>
  );
}

function ToastCard({ message }: { message: Shown }) {
  const { id, title, text, tone = 'info', action, sticky = false } = message;
  return (
    <Radix.Root
      className={css.toast}
      data-tone={tone}
      duration={sticky ? Infinity : SHOWN_MS}
      onOpenChange={(open) => {
        if (!open) dismiss(id);
      }}
    >
      <span className={css.icon}>{ICONS[tone]}</span>
      <div className={css.words}>
        <Radix.Title className={css.title}>{title}</Radix.Title>
        {text !== undefined && <Radix.Description className={css.text}>{text}</Radix.Description>}
      </div>
      {action !== undefined && (
        <Radix.Action altText={action.label} asChild>
          <Button size="s" onClick={action.run}>
            {action.label}
          </Button>
        </Radix.Action>
      )}
      <Radix.Close asChild>
        <IconButton label="Dismiss" size="s" icon={<X size={15} />} />
      </Radix.Close>
    </Radix.Root>
  );
}
