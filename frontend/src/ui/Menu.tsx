import { cloneElement, createContext, use, useEffect, useState, type ReactNode } from 'react';
import type { MenuChoiceProps, MenuItemProps, MenuProps, PointMenuProps, SubMenuProps } from './menuProps';

export const loadMenu = () => import('./MenuWindow');
type Parts = Awaited<ReturnType<typeof loadMenu>>;
const PartsContext = createContext<Parts | null>(null);

/** A button (`trigger`) that opens a list of MenuItem, MenuLabel and MenuSeparator. */
export function Menu({ trigger, align = 'end', children }: MenuProps) {
  const [parts, setParts] = useState<Parts | null>(null);
  if (parts !== null) {
    return (
      <PartsContext value={parts}>
        <parts.MenuWindow trigger={trigger} align={align}>
          {children}
        </parts.MenuWindow>
      </PartsContext>
    );
  }
  const open = () => void loadMenu().then(setParts);
  return cloneElement(trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onPointerEnter: () => void loadMenu(),
    onFocus: () => void loadMenu(),
    onClick: open,
    onKeyDown: ({ key }) => {
      if (key === 'ArrowDown') open();
    },
  });
}

/** A menu that is open at a point, such as that of the right button. */
export function PointMenu(props: PointMenuProps) {
  const [parts, setParts] = useState<Parts | null>(null);
  useEffect(() => void loadMenu().then(setParts), []);
  return (
    parts && (
      <PartsContext value={parts}>
        <parts.PointWindow {...props} />
      </PartsContext>
    )
  );
}

/** An entry that opens a list of its own. */
export function SubMenu(props: SubMenuProps) {
  const { Sub } = useParts();
  return <Sub {...props} />;
}

function useParts(): Parts {
  const parts = use(PartsContext);
  if (parts === null) throw new Error('This belongs into a Menu.');
  return parts;
}

export function MenuItem(props: MenuItemProps) {
  const { Item } = useParts();
  return <Item {...props} />;
}

/** One of several choices, the chosen one marked. */
export function MenuChoice<Value extends string>(props: MenuChoiceProps<Value>) {
  const { Choice } = useParts();
  return <Choice {...props} />;
}

export function MenuLabel({ children }: { children: ReactNode }) {
  const { Label } = useParts();
  return <Label>{children}</Label>;
}

export function MenuSeparator() {
  const { Separator } = useParts();
  return <Separator />;
}
