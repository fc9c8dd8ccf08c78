import { useMemo, useState } from 'react';
import { ArrowDown, ArrowUp, ChevronRight, CircleAlert, Plus, Trash2 } from 'lucide-react';
import { useTopologySchema, type JsonSchema } from '@/api';
import { ops, type DocNode, type EntryJson, type NodeList } from '@/doc';
import { kindsOf, resolved, SchemaFields } from '@/features/form';
import { t } from '@/i18n';
import { cx } from '@/lib/cx';
import { useLab } from '@/state/lab';
import { useProblems } from '@/state/problems';
import { useView } from '@/state/view';
import { Field, IconButton, Select } from '@/ui';
import { ForEditors } from './ForEditors';
import type { EntryList } from './entries';
import css from './EntriesSection.module.css';
import { FoldedSection } from './FoldedSection';
import { bringIntoSight } from './sight';

/** One of a node's lists, a line each; the open one with its fields. */
export function EntriesSection({ node, list }: { node: DocNode; list: EntryList }) {
  const { doc } = useLab();
  const { open, setOpen, isPointed } = useOpenEntry(node, list.list);
  const problems = useEntryProblems(node, list.list);
  const { data: root } = useTopologySchema();
  const items = root?.$defs?.Node?.properties?.[list.list]?.items;
  if (root === undefined || items === undefined) return null;
  const entries = (node.fields[list.list] ?? []) as EntryJson[];
  const put = (after: EntryJson[]) =>
    ops.setNodeField(doc, node.id, list.list, after.length > 0 ? after : undefined);
  const add = () => {
    put([...entries, list.start]);
    setOpen(entries.length);
  };
  const move = (from: number, to: number) => {
    const after = [...entries];
    after.splice(to, 0, ...after.splice(from, 1));
    put(after);
    setOpen(open === from ? to : open);
  };
  return (
    <FoldedSection
      key={isPointed ? 'pointed' : 'own'}
      title={list.title}
      count={entries.length}
      pointed={isPointed}
      action={
        <ForEditors>
          <IconButton label={list.addLabel} size="s" side="left" icon={<Plus size={16} />} onClick={add} />
        </ForEditors>
      }
    >
      <p className={css.blurb}>{list.blurb}</p>
      <ol className={css.list}>
        {entries.map((entry, index) => (
          <li
            key={index}
            ref={isPointed && open === index ? bringIntoSight : undefined}
            className={cx(css.item, open === index && css.open)}
          >
            <button
              type="button"
              className={css.row}
              aria-expanded={open === index}
              onClick={() => setOpen(open === index ? null : index)}
            >
              <ChevronRight size={15} aria-hidden className={css.chevron} />
              <span className={css.line}>{list.line(entry)}</span>
              {problems.has(index) && (
                <CircleAlert size={15} className={css.wrong} aria-label={t('has a problem')} />
              )}
            </button>
            {problems.get(index)?.map((message) => (
              <p key={message} className={css.problem}>
                {message}
              </p>
            ))}
            {open === index && (
              <div className={css.body}>
                <EntryFields
                  root={root}
                  schema={items}
                  node={node}
                  entry={entry}
                  onChange={(value) => put(entries.map((one, place) => (place === index ? value : one)))}
                />
                <ForEditors>
                  <div className={css.actions}>
                    <IconButton
                      label={t('Move up')}
                      size="s"
                      icon={<ArrowUp size={15} />}
                      disabled={index === 0}
                      onClick={() => move(index, index - 1)}
                    />
                    <IconButton
                      label={t('Move down')}
                      size="s"
                      icon={<ArrowDown size={15} />}
                      disabled={index === entries.length - 1}
                      onClick={() => move(index, index + 1)}
                    />
                    <IconButton
                      label={t('Remove')}
                      size="s"
                      icon={<Trash2 size={15} />}
                      onClick={() => {
                        put(entries.filter((_, place) => place !== index));
                        setOpen(null);
                      }}
                    />
                  </div>
                </ForEditors>
              </div>
            )}
          </li>
        ))}
      </ol>
    </FoldedSection>
  );
}

/** The entry that is open: the one somebody was sent to, until another one is chosen. */
function useOpenEntry(node: DocNode, list: NodeList) {
  const part = useView((view) => view.part);
  const [chosen, setChosen] = useState<{ part: typeof part; index: number | null } | null>(null);
  const isMine = part?.type === 'entry' && part.node === node.id && part.list === list;
  const isChosen = chosen !== null && chosen.part === part;
  return {
    open: isChosen ? chosen.index : isMine ? part.index : null,
    setOpen: (index: number | null) => setChosen({ part, index }),
    isPointed: isMine,
  };
}

/** What is wrong with each entry, by its place. */
function useEntryProblems(node: DocNode, list: NodeList): ReadonlyMap<number, readonly string[]> {
  const problems = useProblems((state) => state.problems);
  return useMemo(() => {
    const found = new Map<number, string[]>();
    for (const { at, text } of problems) {
      if (at.type !== 'entry' || at.node !== node.id || at.list !== list) continue;
      found.set(at.index, [...(found.get(at.index) ?? []), text]);
    }
    return found;
  }, [problems, node.id, list]);
}

/** The fields of an entry; where there are several kinds of it, the kind is chosen first. */
export function EntryFields({
  root,
  schema,
  node,
  entry,
  onChange,
}: {
  root: JsonSchema;
  schema: JsonSchema;
  node: DocNode;
  entry: EntryJson;
  onChange: (entry: EntryJson) => void;
}) {
  const kinds = kindsOf(root, schema);
  const kind = typeof entry.kind === 'string' ? entry.kind : '';
  const shown = kinds.size > 0 ? kinds.get(kind) : resolved(root, schema);
  return (
    <>
      {kinds.size > 0 && (
        <Field label={t('Kind')} hint={shown?.description}>
          {(ids) => (
            <Select
              {...ids}
              value={kind}
              options={[...kinds.keys()].map((value) => ({ value, label: value }))}
              onValueChange={(chosen) => onChange({ kind: chosen })}
            />
          )}
        </Field>
      )}
      {shown && <SchemaFields root={root} schema={shown} value={entry} node={node} onChange={onChange} />}
    </>
  );
}
