import { StickyNote } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { ops, type NodeKind } from '@/doc';
import { KIND_LIST, KindTile } from '@/elements';
import { t } from '@/i18n';
import { useLab } from '@/state/lab';
import { useView } from '@/state/view';
import { useViewport } from '@/state/viewport';
import { useCanvas, type QuickAddAt } from './canvasStore';
import { addNote } from './gestures/arrange';
import css from './QuickAdd.module.css';

/** What to add, asked at the point where a link was dropped or where the keyboard is. */
export function QuickAddMenu({ at }: { at: QuickAddAt }) {
  const { doc } = useLab();
  const focusCanvas = useViewport((viewport) => viewport.focusCanvas);
  const add = (kind: NodeKind) => {
    const from = at.from === null ? null : { node: at.from };
    const id = from ? ops.addLinkedNode(doc, from, kind, at.place) : ops.addNode(doc, kind, at.place);
    useView.getState().select([id]);
  };
  return (
    <DropdownMenu.Root open onOpenChange={() => useCanvas.setState({ quickAdd: null })}>
      <DropdownMenu.Trigger asChild>
        <span className={css.anchor} style={{ left: at.screen.x, top: at.screen.y }} aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className={css.menu}
          align="start"
          sideOffset={6}
          collisionPadding={12}
          aria-label={t('Add a node')}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (!(document.activeElement instanceof HTMLTextAreaElement)) focusCanvas();
          }}
        >
          <DropdownMenu.Label className={css.label}>
            {at.from ? t('Link to a new') : t('Add a')}
          </DropdownMenu.Label>
          {KIND_LIST.map(({ kind, label, blurb }) => (
            <DropdownMenu.Item key={kind} className={css.item} onSelect={() => add(kind)}>
              <KindTile kind={kind} />
              <span className={css.words}>
                <span className={css.name}>{label}</span>
                <span className={css.blurb}>{blurb}</span>
              </span>
            </DropdownMenu.Item>
          ))}
          {at.from === null && (
            <DropdownMenu.Item className={css.item} onSelect={() => addNote(doc, at.place)}>
              <span className={css.tile}>
                <StickyNote size={17} />
              </span>
              <span className={css.words}>
                <span className={css.name}>{t('Note')}</span>
                <span className={css.blurb}>{t('A text for people, beside what is drawn')}</span>
              </span>
            </DropdownMenu.Item>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
