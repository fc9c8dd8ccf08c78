import { useState } from 'react';
import { ArrowDown, ArrowUp, ChevronRight, Plus, Trash2 } from 'lucide-react';
import { useTopologySchema, type JsonSchema } from '@/api';
import { ops, type DocNode, type EntryJson } from '@/doc';
import { kindsOf, resolved, SchemaFields } from '@/features/form';
import { cx } from '@/lib/cx';
import { useLab } from '@/state/lab';
import { Field, IconButton, Select } from '@/ui';
import type { EntryList } from './entries';
import css from './EntriesSection.module.css';
import { FoldedSection } from './FoldedSection';

/** One of a node's lists, a line each; the open one with its fields. */
export function EntriesSection({ node, list }: { node: DocNode; list: EntryList }) {
  const { doc } = useLab();
  const [open, setOpen] = useState<number | null>(null);
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
      title={list.title}
      count={entries.length}
      action={
        <IconButton label={list.addLabel} size="s" side="left" icon={<Plus size={16} />} onClick={add} />
      }
    >
      <p className={css.blurb}>{list.blurb}</p>
      <ol className={css.list}>
        {entries.map((entry, index) => (
          <li key={index} className={cx(css.item, open === index && css.open)}>
            <button
              type="button"
              className={css.row}
              aria-expanded={open === index}
              onClick={() => setOpen(open === index ? null : index)}
            >
              <ChevronRight size={15} aria-hidden className={css.chevron} />
              <span className={css.line}>{list.line(entry)}</span>
            </button>
            {open === index && (
              <div className={css.body}>
                <EntryFields
                  root={root}
                  schema={items}
                  node={node}
                  entry={entry}
                  onChange={(value) => put(entries.map((one, place) => (place === index ? value : one)))}
                />
                <div className={css.actions}>
                  <IconButton
                    label="Move up"
                    size="s"
                    icon={<ArrowUp size={15} />}
                    disabled={index === 0}
                    onClick={() => move(index, index - 1)}
                  />
                  <IconButton
                    label="Move down"
                    size="s"
                    icon={<ArrowDown size={15} />}
                    disabled={index === entries.length - 1}
                    onClick={() => move(index, index + 1)}
                  />
                  <IconButton
                    label="Remove"
                    size="s"
                    icon={<Trash2 size={15} />}
                    onClick={() => {
                      put(entries.filter((_, place) => place !== index));
                      setOpen(null);
                    }}
                  />
                </div>
              </div>
            )}
          </li>
        ))}
      </ol>
    </FoldedSection>
  );
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
        <Field label="Kind" hint={shown?.description}>
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
