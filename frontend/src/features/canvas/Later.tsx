import { useMemo } from 'react';
import { useRegister } from '@/commands';
import { useLab } from '@/state/lab';
import { arrangeCommands, TOUCH_COMMANDS } from './arrangeCommands';
import { CanvasMenu } from './CanvasMenu';
import { Guides } from './Guides';
import { LinkHint } from './LinkHint';

/** What the first sight of the canvas can do without: menus, arranging, helper lines. */
export function Later() {
  const { doc } = useLab();
  useRegister(useMemo(() => [...arrangeCommands(doc), ...TOUCH_COMMANDS], [doc]));
  return (
    <>
      <LinkHint />
      <Guides />
      <CanvasMenu />
    </>
  );
}
