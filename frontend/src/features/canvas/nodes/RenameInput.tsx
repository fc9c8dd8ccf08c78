import { useState } from 'react';
import { isNodeName, ops, takenNames, type DocNode } from '@/doc';
import { t } from '@/i18n';
import { useLab } from '@/state/lab';
import { useView } from '@/state/view';
import { useViewport } from '@/state/viewport';
import { toast } from '@/ui';
import css from './RenameInput.module.css';

/** Why a node cannot be called so; nothing when it can. */
function refusal(name: string, taken: ReadonlySet<string>): string | undefined {
  if (!isNodeName(name))
    return t('A name has up to 15 characters: a to z first, then also digits and hyphens.');
  return taken.has(name) ? t('There is another node called {name}.', { name }) : undefined;
}

/** The name on the card while it is being typed: Enter keeps it, Escape does not. */
export function RenameInput({ node }: { node: DocNode }) {
  const { doc } = useLab();
  const startRenaming = useView((view) => view.startRenaming);
  const focusCanvas = useViewport((viewport) => viewport.focusCanvas);
  const [draft, setDraft] = useState(node.name);
  const others = takenNames(doc.projection);
  others.delete(node.name);
  const problem = refusal(draft, others);
  const end = (keep: boolean) => {
    if (keep && problem === undefined) ops.renameNode(doc, node.id, draft);
    else if (keep) toast({ tone: 'bad', title: t('Not renamed'), text: problem ?? '' });
    startRenaming(null);
  };
  return (
    <input
      className={`${css.input} nodrag nopan nokey`}
      aria-label={t('New name of {name}', { name: node.name })}
      aria-invalid={problem !== undefined}
      autoFocus
      spellCheck={false}
      maxLength={15}
      value={draft}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => end(true)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        end(event.key === 'Enter');
        focusCanvas();
      }}
    />
  );
}
