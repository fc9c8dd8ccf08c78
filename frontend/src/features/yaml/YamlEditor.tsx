import type { ReactNode } from 'react';
import { openSearchPanel } from '@codemirror/search';
import { Copy, Crosshair, Download, Search } from 'lucide-react';
import { errorText } from '@/api';
import { t } from '@/i18n';
import { copyText, downloadText } from '@/lib/clipboard';
import { useTopology } from '@/state/lab';
import { EmptyState, IconButton, Panel, PanelHeadline, PanelToolbar, toast } from '@/ui';
import type { SyncState } from './sync/TextSync';
import { useTextEditor, type OpenText } from './useTextEditor';
import css from './YamlPanel.module.css';

const ICON = 15;

/** The lab's text, to read and to type in; `end` stands last in its bar. */
export function YamlEditor({ end }: { end?: ReactNode }) {
  const text = useTextEditor();
  const { place, editor, state, failure } = text;
  if (failure !== null) return <EmptyState title={errorText(failure)} />;
  return (
    <Panel>
      <PanelToolbar className={css.toolbar}>
        <Status state={state} isOpen={editor !== null} />
        <Actions {...text} />
        {end}
      </PanelToolbar>
      <Wrong state={state} editor={editor} />
      <div className={css.code} ref={place} aria-busy={editor === null} />
    </Panel>
  );
}

function Status({ state, isOpen }: { state: SyncState; isOpen: boolean }) {
  return (
    <PanelHeadline>
      {!isOpen && t('Loading…')}
      {isOpen && state.status === 'in-step' && t('In step with the canvas')}
      {isOpen && state.status === 'typing' && t('Typing…')}
    </PanelHeadline>
  );
}

/** While the text is wrong, the drawing stays what it was. */
function Wrong({ state, editor }: Pick<OpenText, 'state' | 'editor'>) {
  const first = state.status === 'wrong' ? state.errors[0] : undefined;
  if (first === undefined || editor === null) return null;
  const { doc } = editor.view.state;
  const line = doc.lineAt(Math.min(first.from, doc.length)).number;
  return (
    <p role="alert" className={css.wrong}>
      {t('Line {line}: {message} The canvas waits.', { line, message: first.message })}
    </p>
  );
}

function Actions({ editor, goTo }: OpenText) {
  const name = useTopology((projection) => projection.name);
  const text = () => editor?.view.state.doc.toString() ?? '';
  const onCopy = async () => {
    await copyText(text());
    toast({ tone: 'ok', title: t('The YAML is on the clipboard') });
  };
  const disabled = editor === null;
  return (
    <>
      <IconButton
        label={t('Show on the canvas what the cursor stands in')}
        shortcut="F12"
        size="s"
        disabled={disabled}
        icon={<Crosshair size={ICON} />}
        onClick={goTo}
      />
      <IconButton
        label={t('Search in the text')}
        shortcut="Mod+F"
        size="s"
        disabled={disabled}
        icon={<Search size={ICON} />}
        onClick={() => editor && openSearchPanel(editor.view)}
      />
      <IconButton
        label={t('Copy')}
        size="s"
        disabled={disabled}
        icon={<Copy size={ICON} />}
        onClick={() => void onCopy()}
      />
      <IconButton
        label={t('Download')}
        size="s"
        disabled={disabled}
        icon={<Download size={ICON} />}
        onClick={() => downloadText(`${fileName(name)}.yaml`, text())}
      />
    </>
  );
}

/** A lab's name as any file system takes it. */
function fileName(name: string): string {
  return (
    name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '') || 'lab'
  );
}
