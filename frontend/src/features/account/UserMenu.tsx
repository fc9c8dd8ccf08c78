import { LogOut } from 'lucide-react';
import { errorText, useSession, useSignOut } from '@/api';
import { t } from '@/i18n';
import { Menu, MenuItem, MenuLabel, toast } from '@/ui';
import css from './UserMenu.module.css';

/** Who is signed in, and the way out. */
export function UserMenu() {
  const user = useSession().data?.user;
  const signOut = useSignOut();
  if (!user) return null;
  const onSignOut = () => {
    signOut.mutate(undefined, {
      onError: (error) => toast({ tone: 'bad', title: t('Not signed out'), text: errorText(error) }),
    });
  };
  return (
    <Menu
      trigger={
        <button type="button" className={css.avatar} aria-label={t('Account of {name}', { name: user.name })}>
          {user.name.slice(0, 1).toUpperCase()}
        </button>
      }
    >
      <MenuLabel>{user.name}</MenuLabel>
      <MenuItem icon={<LogOut size={15} />} onSelect={onSignOut}>
        {t('Sign out')}
      </MenuItem>
    </Menu>
  );
}
