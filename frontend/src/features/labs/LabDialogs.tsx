import { useState, type SyntheticEvent } from 'react';
import { errorText, useDeleteLab, useLeaveLab, useRenameLab, useSession, type LabSummary } from '@/api';
import { t } from '@/i18n';
import { Button, Dialog, Field, Input, toast } from '@/ui';

interface DialogProps {
  lab: LabSummary;
  onClose: () => void;
}

export function RenameDialog({ lab, onClose }: DialogProps) {
  const [name, setName] = useState(lab.name);
  const rename = useRenameLab();
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (name.trim() === '' || rename.isPending) return;
    rename.mutate({ id: lab.id, name: name.trim() }, { onSuccess: onClose });
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('Rename lab')}
      footer={
        <>
          <Button onClick={onClose}>{t('Cancel')}</Button>
          <Button variant="primary" type="submit" form="rename-lab" busy={rename.isPending}>
            {t('Rename')}
          </Button>
        </>
      }
    >
      <form id="rename-lab" onSubmit={onSubmit}>
        <Field label={t('Name')} error={rename.isError ? errorText(rename.error) : undefined}>
          {(ids) => (
            <Input {...ids} value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
      </form>
    </Dialog>
  );
}

export function DeleteDialog({ lab, onClose }: DialogProps) {
  const remove = useDeleteLab();
  const onDelete = () => {
    remove.mutate(lab.id, {
      onSuccess: () => {
        onClose();
        toast({ title: t('“{name}” is deleted', { name: lab.name }) });
      },
    });
  };
  return (
    <ConfirmDialog
      title={t('Delete “{name}”?', { name: lab.name })}
      description={
        lab.state === 'empty'
          ? t('The drawing and the results of its runs are gone for good.')
          : t(
              'The drawing and the results of its runs are gone for good. What runs of it on the host is taken down.',
            )
      }
      no={t('Keep it')}
      yes={t('Delete')}
      doing={remove}
      onClose={onClose}
      onConfirm={onDelete}
    />
  );
}

export function LeaveDialog({ lab, onClose }: DialogProps) {
  const user = useSession().data?.user;
  const leave = useLeaveLab();
  const onLeave = () => {
    if (user == null) return;
    leave.mutate(
      { id: lab.id, user: user.id },
      {
        onSuccess: () => {
          onClose();
          toast({ title: t('You have left “{name}”', { name: lab.name }) });
        },
      },
    );
  };
  return (
    <ConfirmDialog
      title={t('Leave “{name}”?', { name: lab.name })}
      description={t(
        'It goes from your list and stays as it is for everybody else. {owner} can add you again.',
        { owner: lab.owner },
      )}
      no={t('Stay')}
      yes={t('Leave')}
      doing={leave}
      onClose={onClose}
      onConfirm={onLeave}
    />
  );
}

/** Asks before something is done that cannot be taken back; says where it did not succeed. */
function ConfirmDialog({
  title,
  description,
  no,
  yes,
  doing,
  onClose,
  onConfirm,
}: {
  title: string;
  description: string;
  no: string;
  yes: string;
  doing: { isPending: boolean; error: Error | null };
  onClose: () => void;
  onConfirm: () => void;
}) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>{no}</Button>
          <Button variant="danger" busy={doing.isPending} onClick={onConfirm}>
            {yes}
          </Button>
        </>
      }
    >
      {doing.error !== null && <p role="alert">{errorText(doing.error)}</p>}
    </Dialog>
  );
}
