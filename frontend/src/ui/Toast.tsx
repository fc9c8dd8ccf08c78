import { useEffect, useState, type ReactNode } from 'react';
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { create } from 'zustand';
import { t } from '@/i18n';
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

/** Where toasts appear: once, at the root of the page, and there before the first so that it is read aloud. */
export function Toasts() {
  const shown = useToasts((state) => state.shown);
  return (
    <section aria-label={t('Notifications')} aria-live="polite" className={css.viewport}>
      {shown.map((one) => (
        <ToastCard key={one.id} message={one} />
      ))}
    </section>
  );
}

/** Counts down, except while somebody points at it or is in it by keyboard. */
function useExpiry(id: number, sticky: boolean): { hold: () => void; release: () => void } {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || sticky) return undefined;
    const timer = setTimeout(() => dismiss(id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, id, sticky]);
  return { hold: () => setHeld(true), release: () => setHeld(false) };
}

function ToastCard({ message }: { message: Shown }) {
  const { id, title, text, tone = 'info', action, sticky = false } = message;
  const { hold, release } = useExpiry(id, sticky);
  return (
    <div
      className={css.toast}
      data-tone={tone}
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocus={hold}
      onBlur={release}
    >
      <span className={css.icon}>{ICONS[tone]}</span>
      <div className={css.words}>
        <p className={css.title}>{title}</p>
        {text !== undefined && <p className={css.text}>{text}</p>}
      </div>
      {action !== undefined && (
        <Button
          size="s"
          onClick={() => {
            action.run();
            dismiss(id);
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton
        label={t('Dismiss')}
        size="s"
        side="top"
        icon={<X size={15} />}
        onClick={() => dismiss(id)}
      />
    </div>
  );
}
