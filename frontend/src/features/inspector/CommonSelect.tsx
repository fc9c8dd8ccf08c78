import { t } from '@/i18n';
import { Field, Select } from '@/ui';
import { MIXED, type Common } from './common';

/** A choice that stands for one thing or for several; that they differ is no choice. */
export function CommonSelect<Value extends string>({
  label,
  value,
  options,
  onValueChange,
}: {
  label: string;
  value: Common<Value> | undefined;
  options: readonly { value: Value; label: string }[];
  onValueChange: (value: Value) => void;
}) {
  const isMixed = value === MIXED || value === undefined;
  const mixed = isMixed ? [{ value: '' as const, label: t('mixed') }] : [];
  return (
    <Field label={label}>
      {(ids) => (
        <Select<Value | ''>
          {...ids}
          value={isMixed ? '' : value}
          options={[...mixed, ...options]}
          onValueChange={(chosen) => {
            if (chosen !== '') onValueChange(chosen);
          }}
        />
      )}
    </Field>
  );
}
