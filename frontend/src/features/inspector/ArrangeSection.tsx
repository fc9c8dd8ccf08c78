import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceBetween,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceBetween,
  Group,
  Ungroup,
  type LucideIcon,
} from 'lucide-react';
import { isEnabled, runCommand, useCommands } from '@/commands';
import { t } from '@/i18n';
import { IconButton } from '@/ui';
import css from './ArrangeSection.module.css';
import { Section } from './Section';

const ICON = 16;
const ICONS: Readonly<Record<string, LucideIcon>> = {
  'arrange.left': AlignStartVertical,
  'arrange.centre': AlignCenterVertical,
  'arrange.right': AlignEndVertical,
  'arrange.top': AlignStartHorizontal,
  'arrange.middle': AlignCenterHorizontal,
  'arrange.bottom': AlignEndHorizontal,
  'arrange.across': AlignHorizontalSpaceBetween,
  'arrange.down': AlignVerticalSpaceBetween,
  'arrange.group': Group,
  'arrange.ungroup': Ungroup,
};

/** The commands that put what is selected in line or together, a button each. */
export function ArrangeSection() {
  const commands = useCommands((registry) => registry.commands);
  return (
    <Section title={t('Arrange')}>
      <div className={css.buttons} role="group" aria-label={t('Arrange')}>
        {Object.entries(ICONS).map(([id, Icon]) => {
          const command = commands.get(id);
          return (
            command && (
              <IconButton
                key={id}
                label={command.title}
                shortcut={command.keys?.[0]}
                size="s"
                icon={<Icon size={ICON} aria-hidden />}
                disabled={!isEnabled(command)}
                onClick={() => runCommand(id)}
              />
            )
          );
        })}
      </div>
    </Section>
  );
}
