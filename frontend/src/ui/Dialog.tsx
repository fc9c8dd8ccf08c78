import { lazy, Suspense, useState } from 'react';
import type { DialogProps } from './DialogWindow';
import { focusNow } from './keptFocus';

export const loadDialog = () => import('./DialogWindow');
const DialogWindow = lazy(async () => ({ default: (await loadDialog()).DialogWindow }));

/** A modal window; `footer` holds its buttons, the safe one first. */
export function Dialog(props: DialogProps) {
  const { open } = props;
  const [known, setKnown] = useState(() => ({ open, before: open ? focusNow() : null }));
  if (open !== known.open) setKnown({ open, before: open ? focusNow() : known.before });
  if (known.before === null) return null;
  return (
    <Suspense>
      <DialogWindow {...props} before={known.before} />
    </Suspense>
  );
}
