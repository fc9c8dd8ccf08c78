import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { cx } from '@/lib/cx';
import { Kbd } from './Kbd';
import css from './SearchList.module.css';

export interface SearchItem {
  id: string;
  title: string;
  detail?: string;
  icon?: ReactNode;
  /** A shortcut that does the same. */
  keys?: string | undefined;
  disabled?: boolean;
}

export interface SearchGroup {
  title: string;
  items: readonly SearchItem[];
}

interface SearchListProps {
  label: string;
  placeholder: string;
  query: string;
  onQuery: (query: string) => void;
  groups: readonly SearchGroup[];
  /** The item that Enter chooses. */
  active: string | undefined;
  onActive: (id: string) => void;
  onChoose: (id: string) => void;
  /** Said where nothing is found. */
  nothing: string;
  /** Keys beside the arrows and Enter. */
  onKeyDown?: (event: KeyboardEvent) => void;
  inputRef?: Ref<HTMLInputElement>;
  /** Beside the field. */
  end?: ReactNode;
}

/** A field to type in and what is found below it; the arrows move through that while one types. */
export function SearchList(props: SearchListProps) {
  const { label, placeholder, query, onQuery, groups, active, nothing, inputRef, end } = props;
  const listId = useId();
  const onKeyDown = useListKeys(props);
  const optionId = (id: string) => `${listId}-${id}`;
  const isEmpty = groups.every((group) => group.items.length === 0);
  return (
    <>
      <div className={css.field}>
        <input
          ref={inputRef}
          className={css.input}
          role="combobox"
          aria-label={label}
          aria-expanded={!isEmpty}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active === undefined ? undefined : optionId(active)}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          placeholder={placeholder}
          value={query}
          onChange={(event) => onQuery(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {end}
      </div>
      <div id={listId} role="listbox" aria-label={label} className={css.list}>
        {groups.map((group) => (
          <Group key={group.title} group={group} optionId={optionId} {...props} />
        ))}
      </div>
      <p role="status" className={cx(css.nothing, !(isEmpty && nothing !== '') && 'vw-sr-only')}>
        {isEmpty ? nothing : ''}
      </p>
    </>
  );
}

/** Up, down and Enter; those that cannot be chosen are passed over. */
function useListKeys({ groups, active, onActive, onChoose, onKeyDown }: SearchListProps) {
  return (event: KeyboardEvent) => {
    onKeyDown?.(event);
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    const ids = groups.flatMap(({ items }) =>
      items.filter((item) => item.disabled !== true).map((item) => item.id),
    );
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && ids.length > 0) {
      const from = active === undefined ? -1 : ids.indexOf(active);
      const next = ids[(from + step + ids.length) % ids.length];
      if (next !== undefined) onActive(next);
    } else if (event.key === 'Enter' && active !== undefined) onChoose(active);
    else return;
    event.preventDefault();
  };
}

function Group({
  group: { title, items },
  optionId,
  active,
  onActive,
  onChoose,
}: SearchListProps & { group: SearchGroup; optionId: (id: string) => string }) {
  const headingId = useId();
  if (items.length === 0) return null;
  return (
    <div role="group" aria-labelledby={headingId}>
      <div id={headingId} className={css.heading}>
        {title}
      </div>
      {items.map((item) => (
        <Option
          key={item.id}
          item={item}
          domId={optionId(item.id)}
          isActive={item.id === active}
          onActive={onActive}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}

function Option({
  item: { id, title, detail, icon, keys, disabled = false },
  domId,
  isActive,
  onActive,
  onChoose,
}: {
  item: SearchItem;
  domId: string;
  isActive: boolean;
  onActive: (id: string) => void;
  onChoose: (id: string) => void;
}) {
  const option = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) option.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    <div
      ref={option}
      id={domId}
      role="option"
      aria-selected={isActive}
      aria-disabled={disabled || undefined}
      className={css.option}
      onPointerMove={() => {
        if (!disabled && !isActive) onActive(id);
      }}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!disabled) onChoose(id);
      }}
    >
      {icon !== undefined && <span className={css.icon}>{icon}</span>}
      <span className={css.title}>{title}</span>
      {detail !== undefined && detail !== '' && <span className={css.detail}>{detail}</span>}
      {keys !== undefined && <Kbd keys={keys} />}
    </div>
  );
}
