import { lazy, Suspense, useState } from 'react';
import type { DialogProps } from './DialogWindow';

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
