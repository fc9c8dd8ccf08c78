import { isNodeName, ops, takenNames, type DocNode } from '@/doc';
import { t } from '@/i18n';
import { useLab } from '@/state/lab';
import { InPlaceInput, toast } from '@/ui';
import { endRenaming } from '../endRenaming';
import css from './RenameInput.module.css';

/** Why a node cannot be called so; nothing when it can. */
function refusal(name: string, taken: ReadonlySet<string>): string | undefined {
  if (!isNodeName(name))
    return t('A name has up to 15 characters: a to z first, then also digits and hyphens.');
  return taken.has(name) ? t('There is another node called {name}.', { name }) : undefined;
}

/** The name on the card while it is being typed. */
export function RenameInput({ node }: { node: DocNode }) {
  const { doc } = useLab();
  const others = takenNames(doc.projection);
  others.delete(node.name);
  return (
    <InPlaceInput
      label={t('New name of {name}', { name: node.name })}
      value={node.name}
      maxLength={15}
      className={css.input}
      onEnd={endRenaming}
      problem={(name) => refusal(name, others)}
      onKeep={(name, problem) => {
        if (problem === undefined) ops.renameNode(doc, node.id, name);
        else toast({ tone: 'bad', title: t('Not renamed'), text: problem });
      }}
    />
  );
}
