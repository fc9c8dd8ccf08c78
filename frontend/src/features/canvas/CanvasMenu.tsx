import { useViewport } from '@/state/viewport';
import { PointMenu } from '@/ui';
import { useCanvas } from './canvasStore';
import { LinkMenu } from './menus/LinkMenu';
import { NodeMenu } from './menus/NodeMenu';
import { PaneMenu } from './menus/PaneMenu';
import { PortsMenu } from './menus/PortsMenu';
import { SelectionMenu } from './menus/SelectionMenu';
import { ShapeMenu } from './menus/ShapeMenu';
import type { MenuAt } from './canvasStore';
import type { ReactNode } from 'react';
import { t } from '@/i18n';

/** What can be done with the thing, things or place at which the menu was opened. */
export function CanvasMenu() {
  const at = useCanvas((canvas) => canvas.menu);
  const ports = useCanvas((canvas) => canvas.ports);
  return (
    <>
      {at && (
        <PointMenu
          key={`${at.screen.x} ${at.screen.y}`}
          at={at.screen}
          label={t('What can be done here')}
          onClose={() => useCanvas.setState({ menu: null })}
          focusAfter={focusAfter}
        >
          {entriesOf(at)}
        </PointMenu>
      )}
      {ports && (
        <PointMenu
          at={ports.screen}
          label={t('Plug the cable into')}
          onClose={() => useCanvas.setState({ ports: null })}
          focusAfter={focusAfter}
        >
          <PortsMenu node={ports.node} plug={ports.plug} />
        </PointMenu>
      )}
    </>
  );
}

/** Back to the canvas, unless an entry has opened a field to type in. */
function focusAfter(): void {
  const { activeElement } = document;
  const isTyping = activeElement instanceof HTMLTextAreaElement || activeElement instanceof HTMLInputElement;
  if (!isTyping) useViewport.getState().focusCanvas();
}

function entriesOf({ about, place, screen }: MenuAt): ReactNode {
  switch (about.type) {
    case 'pane':
      return <PaneMenu place={place} screen={screen} />;
    case 'selection':
      return <SelectionMenu place={place} />;
    case 'node':
      return <NodeMenu id={about.id} place={place} />;
    case 'link':
      return <LinkMenu id={about.id} />;
    case 'shape':
      return <ShapeMenu id={about.id} />;
  }
}
