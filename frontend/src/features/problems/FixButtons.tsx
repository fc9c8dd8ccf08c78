import { ChevronDown, Wrench } from 'lucide-react';
import type { Fix } from '@/api';
import { t } from '@/i18n';
import { Button, IconButton, Menu, MenuItem } from '@/ui';
import css from './FixButtons.module.css';

/** The best fix as a button, the others in a menu beside it. */
export function FixButtons({ fixes, onFix }: { fixes: readonly Fix[]; onFix: (fix: Fix) => void }) {
  const [first, ...others] = fixes;
  if (first === undefined) return null;
  return (
    <span className={css.fixes}>
      <Button
        size="s"
        icon={<Wrench size={13} aria-hidden />}
        className={css.fix}
        onClick={() => onFix(first)}
      >
        {first.title}
      </Button>
      {others.length > 0 && (
        <Menu
          trigger={
            <IconButton label={t('Other fixes')} size="s" side="left" icon={<ChevronDown size={14} />} />
          }
        >
          {others.map((fix) => (
            <MenuItem key={fix.title} icon={<Wrench size={14} aria-hidden />} onSelect={() => onFix(fix)}>
              {fix.title}
            </MenuItem>
          ))}
        </Menu>
      )}
    </span>
  );
}
