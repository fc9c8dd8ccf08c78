import { useMemo, type RefObject } from 'react';
import { useRegister } from '@/commands';
import { useLab } from '@/state/lab';
import { arrangeCommands, TOUCH_COMMANDS } from './arrangeCommands';
import { CanvasMenu } from './CanvasMenu';
import { useClipboard } from './gestures/clipboard';
import { Guides } from './Guides';
import { LinkHint } from './LinkHint';

/** What the first sight of the canvas can do without: clipboard, menus, arranging, helper lines. */
export function Later({ canvas }: { canvas: RefObject<HTMLElement | null> }) {
  const { doc } = useLab();
  useClipboard(canvas);
  useRegister(useMemo(() => [...arrangeCommands(doc), ...TOUCH_COMMANDS], [doc]));
  return (
    <>
      <LinkHint />
      <Guides />
      <CanvasMenu />
    </>
  );
}
