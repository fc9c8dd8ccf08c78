import { Search } from 'lucide-react';
import { cx } from '@/lib/cx';
import { Input } from './Field';
import css from './SearchField.module.css';

/** Where one types what a list shall be narrowed to; `label` also stands in it while it is empty. */
export function SearchField({
  label,
  placeholder = label,
  value,
  size = 'm',
  className,
  onValueChange,
}: {
  label: string;
  placeholder?: string;
  value: string;
  size?: 's' | 'm';
  className?: string | undefined;
  onValueChange: (value: string) => void;
}) {
  return (
    <span className={cx(css.search, css[size], className)}>
      <Search size={14} aria-hidden />
      <Input
        type="search"
        aria-label={label}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
      />
    </span>
  );
}
