import { use } from 'react';
import type { JsonSchema } from '@/api';
import type { DocNode, EntryJson } from '@/doc';
import { t } from '@/i18n';
import { Checkbox, Field, ReadOnly, Select } from '@/ui';
import { CommitInput } from './CommitInput';
import { InterfaceChoice, InterfaceChoices, namesInterface } from './InterfaceChoice';
import { faultOf, fieldsOf, labelOf, resolved, sortOf, splitList, textOf, valueOf } from './schema';
import type { SchemaField, Sort } from './schema';
import css from './SchemaFields.module.css';

interface Values {
  root: JsonSchema;
  value: EntryJson;
  /** The node whose interfaces can be named. */
  node?: DocNode | undefined;
  /** Names of fields in which the several objects that this one stands for differ. */
  mixed?: ReadonlySet<string>;
  onChange: (value: EntryJson) => void;
}

/** All fields of an object, as its schema has them; what goes without saying is left out of the document. */
export function SchemaFields({
  schema,
  only,
  ...values
}: Values & { schema: JsonSchema; only?: readonly string[] }) {
  const fields = fieldsOf(values.root, resolved(values.root, schema));
  const shown = only === undefined ? fields : fields.filter(({ name }) => only.includes(name));
  return (
    <div className={css.fields}>
      {shown
        .filter(({ name }) => name !== 'kind')
        .map((field) => (
          <SchemaControl key={field.name} field={field} {...values} />
        ))}
    </div>
  );
}

function SchemaControl({ field, ...values }: Values & { field: SchemaField }) {
  const { value, onChange } = values;
  const set = (chosen: unknown) => onChange(changed(value, field, chosen));
  const isMixed = values.mixed?.has(field.name) ?? false;
  const props = { ...values, field, current: value[field.name], isMixed, set };
  const sort = sortOf(values.root, field.schema);
  if (values.node && namesInterface(field.name)) {
    return sort.sort === 'list' ? (
      <InterfaceChoices {...props} node={values.node} />
    ) : (
      <InterfaceChoice {...props} node={values.node} />
    );
  }
  switch (sort.sort) {
    case 'flag':
      return <FlagControl {...props} />;
    case 'choice':
      return <ChoiceControl {...props} values={sort.values} />;
    case 'group':
    case 'groups':
      return <GroupControl {...props} sort={sort} />;
    default:
      return <TextControl {...props} sort={sort} />;
  }
}

/** The object with one field set, or without it when that says no more than is usual. */
function changed(value: EntryJson, field: SchemaField, chosen: unknown): EntryJson {
  const { [field.name]: before, ...others } = value;
  const isUsual = chosen === undefined || chosen === field.schema.default;
  if (isUsual && !field.required) return others;
  return before === undefined ? { ...others, [field.name]: chosen } : { ...value, [field.name]: chosen };
}

interface Control {
  field: SchemaField;
  current: unknown;
  isMixed: boolean;
  set: (value: unknown) => void;
}

function FlagControl({ field, current, isMixed, set }: Control) {
  return (
    <Checkbox
      label={labelOf(field.name)}
      hint={field.schema.description ?? ''}
      checked={(current ?? field.schema.default ?? false) === true}
      mixed={isMixed}
      onCheckedChange={set}
    />
  );
}

function ChoiceControl({ field, current, set, values }: Control & { values: readonly string[] }) {
  const usual = field.schema.default;
  const unset = field.required || typeof usual === 'string' ? [] : [{ value: '', label: t('any') }];
  return (
    <Field label={labelOf(field.name)} hint={field.schema.description}>
      {(ids) => (
        <Select
          {...ids}
          value={textOf(current ?? usual)}
          options={[...unset, ...values.map((value) => ({ value, label: value }))]}
          onValueChange={(chosen) => set(chosen === '' ? undefined : chosen)}
        />
      )}
    </Field>
  );
}

function TextControl({ field, current, isMixed, set, sort }: Control & { sort: Sort }) {
  const check = (text: string) => {
    if (text === '') return field.required ? t('needed') : undefined;
    if (sort.sort !== 'list') return faultOf(sort, text);
    const wrong = splitList(text).find((one) => faultOf(sort.item, one) !== undefined);
    return wrong === undefined ? undefined : `${wrong}: ${faultOf(sort.item, wrong) ?? ''}`;
  };
  return (
    <CommitInput
      label={labelOf(field.name)}
      value={textOf(current)}
      placeholder={isMixed ? t('mixed') : placeholderOf(field)}
      hint={field.schema.description}
      mono
      check={check}
      onCommit={(text) => set(text === '' ? undefined : valueOf(sort, text))}
    />
  );
}

function placeholderOf({ required, schema: { default: usual } }: SchemaField): string {
  const text = textOf(usual);
  if (text !== '') return text;
  return required ? '' : t('left out');
}

/** One object within the object, or a list of them. */
function GroupControl({
  field,
  current,
  set,
  sort,
  root,
  node,
}: Control & Omit<Values, 'value' | 'onChange'> & { sort: Extract<Sort, { fields: unknown }> }) {
  const readOnly = use(ReadOnly);
  const item = sort.sort === 'groups' ? resolved(root, field.schema.items ?? {}) : field.schema;
  const list = sort.sort === 'groups' ? ((current ?? []) as EntryJson[]) : [(current ?? {}) as EntryJson];
  const put = (entries: EntryJson[]) => {
    if (sort.sort === 'group') {
      set(Object.keys(entries[0] ?? {}).length > 0 ? entries[0] : undefined);
      return;
    }
    set(entries.length > 0 ? entries : undefined);
  };
  return (
    <fieldset className={css.group}>
      <legend className={css.legend}>{labelOf(field.name)}</legend>
      {list.map((entry, index) => (
        <div key={index} className={css.entry}>
          <SchemaFields
            root={root}
            schema={item}
            value={entry}
            node={node}
            onChange={(value) => put(list.map((one, place) => (place === index ? value : one)))}
          />
          {sort.sort === 'groups' && !readOnly && (
            <button
              type="button"
              className={css.remove}
              onClick={() => put(list.filter((_, place) => place !== index))}
            >
              {t('Remove')}
            </button>
          )}
        </div>
      ))}
      {sort.sort === 'groups' && !readOnly && (
        <button type="button" className={css.remove} onClick={() => put([...list, {}])}>
          {t('Add')}
        </button>
      )}
    </fieldset>
  );
}
