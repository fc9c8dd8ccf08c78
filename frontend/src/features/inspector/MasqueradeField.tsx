import { ops, type DocNode } from '@/doc';
import { t } from '@/i18n';
import { useLab } from '@/state/lab';
import { Checkbox } from '@/ui';
import css from './MasqueradeField.module.css';

/** Out of which interfaces the others' packets leave under this node's own address. */
export function MasqueradeField({ node }: { node: DocNode }) {
  const { doc } = useLab();
  const chosen = node.masquerade ?? [];
  const names = [...new Set([...node.interfaces.map((port) => port.name), ...chosen])].filter(
    (one) => one !== 'lo',
  );
  if (names.length === 0) return null;
  const set = (name: string, on: boolean) => {
    const others = chosen.filter((one) => one !== name);
    ops.setMasquerade(doc, node.id, on ? [...others, name] : others);
  };
  return (
    <fieldset className={css.field}>
      <legend className={css.legend}>{t('Masquerade out of')}</legend>
      <div className={css.names}>
        {names.map((name) => (
          <Checkbox
            key={name}
            label={name}
            checked={chosen.includes(name)}
            onCheckedChange={(on) => set(name, on)}
          />
        ))}
      </div>
    </fieldset>
  );
}
