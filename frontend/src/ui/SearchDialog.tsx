import { useRef, useState } from 'react';
import { Dialog as Radix } from 'radix-ui';
import { focusNow, returnFocus } from './keptFocus';
import css from './SearchDialog.module.css';
import { SearchList, type SearchGroup } from './SearchList';

/** A window to find something by typing. It closes before what was chosen begins, with the focus where it was. */
export function SearchDialog({
  title,
  placeholder,
  nothing,
  query,
  onQuery,
  groups,
  onClose,
}: {
  title: string;
  placeholder: string;
  nothing: string;
  query: string;
  onQuery: (query: string) => void;
  groups: readonly SearchGroup[];
  /** Takes the window away, and returns what is to be done once it has gone. */
  onClose: (chosen: string | null) => (() => void) | undefined;
}) {
  const [before] = useState(focusNow);
  const [chosen, setChosen] = useState<string | undefined>();
  const after = useRef<(() => void) | undefined>(undefined);
  const offered = groups.flatMap(({ items }) => items.filter((item) => item.disabled !== true));
  const active = offered.find((item) => item.id === chosen)?.id ?? offered[0]?.id;
  const close = (id: string | null) => {
    after.current = onClose(id);
  };
  const onGone = (event: Event) => {
    event.preventDefault();
    returnFocus(before);
    after.current?.();
  };
  return (
    <Radix.Root
      open
      onOpenChange={(open) => {
        if (!open) close(null);
      }}
    >
      <Radix.Portal>
        <Radix.Overlay className={css.overlay} />
        <Radix.Content className={css.window} aria-describedby={undefined} onCloseAutoFocus={onGone}>
          <Radix.Title className="vw-sr-only">{title}</Radix.Title>
          <SearchList
            label={title}
            placeholder={placeholder}
            nothing={nothing}
            query={query}
            onQuery={(text) => {
              setChosen(undefined);
              onQuery(text);
            }}
            groups={groups}
            active={active}
            onActive={setChosen}
            onChoose={close}
          />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
