import type { DocNode } from '@/doc';
import { t } from '@/i18n';
import { Checkbox, Field, Select } from '@/ui';
import { labelOf, textOf, type SchemaField } from './schema';
import css from './SchemaFields.module.css';

const NAMING = new Set(['interface', 'in', 'out', 'parent', 'members']);

/** Whether a field holds the name of an interface of the node, or several of them. */
export function namesInterface(field: string): boolean {
  return NAMING.has(field);
}

interface Choice {
  field: SchemaField;
  current: unknown;
  set: (value: unknown) => void;
  node: DocNode;
}

function namesOf(node: DocNode, chosen: readonly string[]): string[] {
  return [...new Set([...node.interfaces.map((port) => port.name), ...chosen])].filter((one) => one !== '');
}

export function InterfaceChoice({ field, current, set, node }: Choice) {
  const value = textOf(current);
  const none = { value: '', label: field.required ? t('choose') : t('any') };
  return (
    <Field label={labelOf(field.name)} hint={field.schema.description}>
      {(ids) => (
        <Select
          {...ids}
          value={value}
          options={[none, ...namesOf(node, [value]).map((name) => ({ value: name, label: name }))]}
          onValueChange={(name) => set(name === '' ? undefined : name)}
        />
      )}
    </Field>
  );
}

export function InterfaceChoices({ field, current, set, node }: Choice) {
  const chosen = Array.isArray(current) ? (current as string[]) : [];
  return (
    <fieldset className={css.group}>
      <legend className={css.legend}>{labelOf(field.name)}</legend>
      <div className={css.names}>
        {namesOf(node, chosen)
          .filter((name) => name !== 'lo')
          .map((name) => (
            <Checkbox
              key={name}
              label={name}
              checked={chosen.includes(name)}
              onCheckedChange={(on) => set(on ? [...chosen, name] : chosen.filter((one) => one !== name))}
            />
          ))}
      </div>
    </fieldset>
  );
}
