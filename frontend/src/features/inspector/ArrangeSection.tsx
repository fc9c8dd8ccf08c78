import { Group, Ungroup, type LucideIcon } from 'lucide-react';
import { isEnabled, runCommand, useCommands } from '@/commands';
import { ARRANGE_ICONS } from '@/features/canvas';
import { t } from '@/i18n';
import { IconButton } from '@/ui';
import css from './ArrangeSection.module.css';
import { Section } from './Section';

const ICON = 16;
const ICONS: Readonly<Record<string, LucideIcon>> = { ...ARRANGE_ICONS, group: Group, ungroup: Ungroup };

/** The commands that put what is selected in line or together, a button each. */
export function ArrangeSection() {
  const commands = useCommands((registry) => registry.commands);
  return (
    <Section title={t('Arrange')}>
      <div className={css.buttons} role="group" aria-label={t('Arrange')}>
        {Object.entries(ICONS).map(([how, Icon]) => {
          const command = commands.get(`arrange.${how}`);
          return (
            command && (
              <IconButton
                key={how}
                label={command.title}
                shortcut={command.keys?.[0]}
                size="s"
                icon={<Icon size={ICON} aria-hidden />}
                disabled={!isEnabled(command)}
                onClick={() => runCommand(command.id)}
              />
            )
          );
        })}
      </div>
    </Section>
  );
}
