import { useState, type KeyboardEvent } from 'react';
import { Plus } from 'lucide-react';
import { t } from '@/i18n';
import { Button, Checkbox, Field, Input } from '@/ui';
import css from './CheckDialog.module.css';
import { MAX_PROBES, readProbe } from './checkOrder';

/** Probes to choose from, and a line to add one that is not there. */
export function ProbesField({
  offered,
  probes,
  onProbes,
}: {
  offered: readonly string[];
  probes: readonly string[];
  onProbes: (probes: readonly string[]) => void;
}) {
  const [draft, setDraft] = useState('');
  const [error, setError] = useState<string>();
  const listed = [...new Set([...offered, ...probes])];
  const toggle = (probe: string, wanted: boolean) =>
    onProbes(listed.filter((one) => (one === probe ? wanted : probes.includes(one))));
  const add = () => {
    const probe = readProbe(draft);
    if (probe === null) setError(t('Write ping, tcp/PORT or udp/PORT, such as tcp/80'));
    else if (probes.length >= MAX_PROBES)
      setError(t('At most {most} probes in one check', { most: MAX_PROBES }));
    else {
      onProbes([...new Set([...probes, probe])]);
      setDraft('');
      setError(undefined);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    add();
  };
  return (
    <fieldset className={css.fieldset}>
      <legend>{t('Probes')}</legend>
      <div className={css.choices}>
        {listed.map((probe) => (
          <Checkbox
            key={probe}
            label={probe}
            checked={probes.includes(probe)}
            onCheckedChange={(wanted) => toggle(probe, wanted)}
          />
        ))}
      </div>
      <Field label={t('Another probe')} error={error}>
        {(ids) => (
          <span className={css.add}>
            <Input
              {...ids}
              mono
              placeholder="tcp/80"
              value={draft}
              onChange={(event) => setDraft(event.target.value)}
              onKeyDown={onKeyDown}
            />
            <Button icon={<Plus size={15} aria-hidden />} onClick={add}>
              {t('Add')}
            </Button>
          </span>
        )}
      </Field>
    </fieldset>
  );
}
