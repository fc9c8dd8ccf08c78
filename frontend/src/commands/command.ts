/** What a command is. Menus, the command palette, shortcuts and toolbars all speak of the same ones. */
import { t } from '@/i18n';

/** Headings of the palette and of the list of shortcuts, in this order. */
export const COMMAND_GROUPS = [
  'Draw',
  'Select and move',
  'Edit',
  'Arrange',
  'Look',
  'Find',
  'Run',
  'Panels',
  'Lab',
  'Help',
] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

export const GROUP_TITLES: Readonly<Record<CommandGroup, string>> = {
  Draw: t('Draw'),
  'Select and move': t('Select and move'),
  Edit: t('Edit'),
  Arrange: t('Arrange'),
  Look: t('Look'),
  Find: t('Find'),
  Run: t('Run'),
  Panels: t('Panels'),
  Lab: t('Lab'),
  Help: t('Help'),
};

export interface Command {
  /** `area.what`, such as `edit.undo`; never shown. */
  readonly id: string;
  readonly title: string;
  readonly group: CommandGroup;
  /**
   * Keys such as `Mod+Shift+Z`, `Delete`, `ArrowLeft` or `?`, by the name that the browser gives them.
   * A single key acts only while the canvas has the focus; with `Mod` or a function key it acts everywhere but in a text.
   */
  readonly keys?: readonly string[];
  /** Its keys act while a text is edited, too. */
  readonly inTexts?: boolean;
  /** Its keys act only while the canvas has the focus, though they are no single ones. */
  readonly onCanvas?: boolean;
  /** The browser itself acts on its keys, as on those of the clipboard. */
  readonly byBrowser?: boolean;
  /** Commands with the same one share a row of this name in the list of shortcuts. */
  readonly row?: string;
  /** The right that it takes. Left out: whoever sees the lab may do it. */
  readonly needs?: 'edit' | 'run';
  /** Left out: always. */
  readonly isEnabled?: () => boolean;
  readonly run: () => void;
}
