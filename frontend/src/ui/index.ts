/** Widgets that know nothing of networks. */
export { Badge, type Tone } from './Badge';
export { Button, buttonLook, type ButtonProps } from './Button';
export { Dialog, loadDialog } from './Dialog';
export { EmptyState } from './EmptyState';
export { Checkbox, Field, Input, Select } from './Field';
export { IconButton, type IconButtonProps } from './IconButton';
export { Kbd } from './Kbd';
export { loadMenu, Menu, MenuChoice, MenuItem, MenuLabel, MenuSeparator, PointMenu, SubMenu } from './Menu';
export { Panel, PanelBody, PanelHeadline, PanelSkeleton, PanelToolbar } from './Panel';
export { SearchDialog } from './SearchDialog';
export { SearchField } from './SearchField';
export { SearchList, type SearchGroup, type SearchItem } from './SearchList';
export { Segmented } from './Segmented';
export { Splitter } from './Splitter';
export { Tabs, type Tab } from './Tabs';
export { toast, Toasts, type ToastMessage } from './Toast';
export { Tooltip } from './Tooltip';
export { useVirtualRows, type VirtualRows } from './useVirtualRows';
