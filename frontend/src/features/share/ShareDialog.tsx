import { useState, type SubmitEvent } from 'react';
import { Trash2 } from 'lucide-react';
import { errorText, useMembers, useSetMember } from '@/api';
import type { Role } from '@/doc';
import { t } from '@/i18n';
import { useLab } from '@/state/lab';
import { openWindow } from '@/state/view';
import { Button, Dialog, Field, IconButton, Input, Select } from '@/ui';
import css from './ShareDialog.module.css';
import { ShareLinks } from './ShareLinks';

function roleOptions(): { value: Role; label: string }[] {
  return [
    { value: 'view', label: t('may look') },
    { value: 'run', label: t('may run') },
    { value: 'edit', label: t('may edit and run') },
    { value: 'own', label: t('may do everything, share too') },
  ];
}

/** Members with what each may do, and links for those without an account. */
export function ShareDialog() {
  const { id } = useLab();
  return (
    <Dialog
      open
      onOpenChange={() => openWindow(null)}
      title={t('Share this lab')}
      description={t('Whoever has it open at the same time sees every change as it is made.')}
      width="34rem"
    >
      <div className={css.body}>
        <Invite lab={id} />
        <Members lab={id} />
        <ShareLinks lab={id} />
      </div>
    </Dialog>
  );
}

function Invite({ lab }: { lab: string }) {
  const setMember = useSetMember(lab);
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('edit');
  const invite = (event: SubmitEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    setMember.mutate({ user: { name: name.trim() }, role }, { onSuccess: () => setName('') });
  };
  return (
    <form className={css.invite} onSubmit={invite}>
      <Field label={t('Name of the person')} error={setMember.error ? errorText(setMember.error) : undefined}>
        {(ids) => (
          <Input
            {...ids}
            value={name}
            maxLength={150}
            placeholder={t('as they sign in')}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Select
        aria-label={t('What the person may do')}
        value={role}
        options={roleOptions()}
        onValueChange={setRole}
      />
      <Button type="submit" variant="primary" busy={setMember.isPending} disabled={name.trim() === ''}>
        {t('Add')}
      </Button>
    </form>
  );
}

function Members({ lab }: { lab: string }) {
  const { data = [], error } = useMembers(lab);
  const setMember = useSetMember(lab);
  if (error) return <p role="alert">{errorText(error)}</p>;
  return (
    <ul className={css.list} aria-label={t('Members')}>
      {data.map(({ user, role, is_owner: isOwner }) => (
        <li key={user.id} className={css.row}>
          <span className={css.name}>{user.name}</span>
          {isOwner ? (
            <span className={css.owner}>{t('owner')}</span>
          ) : (
            <>
              <Select
                aria-label={t('What {name} may do', { name: user.name })}
                value={role}
                options={roleOptions()}
                onValueChange={(chosen) => setMember.mutate({ user, role: chosen })}
              />
              <IconButton
                label={t('Remove {name}', { name: user.name })}
                size="s"
                side="left"
                icon={<Trash2 size={14} />}
                onClick={() => setMember.mutate({ user, role: null })}
              />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
