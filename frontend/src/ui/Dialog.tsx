import { lazy, Suspense, useState, type ReactNode } from 'react';

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  width?: string;
  /** Nothing but a button of the footer closes it: leave `open` as it is in `onOpenChange`. */
  mustChoose?: boolean;
  footer?: ReactNode;
  children?: ReactNode;
}

export const loadDialog = () => import('./DialogWindow');
const DialogWindow = lazy(async () => ({ default: (await loadDialog()).DialogWindow }));

/** A modal window; `footer` holds its buttons, the safe one first. */
export function Dialog(props: DialogProps) {
  const [wasOpen, setWasOpen] = useState(props.open);
  if (props.open && !wasOpen) setWasOpen(true);
  if (!wasOpen) return null;
  return (
    <Suspense>
      <DialogWindow {...props} />
    </Suspense>
  );
}
