import { useState } from 'react';
import { useLab, useSaveState } from '@/state/lab';
import { Button, Dialog, toast } from '@/ui';

/** Two windows edited one lab: the person says whose drawing stays. */
export function ConflictDialog({ onReload }: { onReload: () => void }) {
  const { autosave } = useLab();
  const { status } = useSaveState();
  const [busy, setBusy] = useState(false);
  const overwrite = async () => {
    setBusy(true);
    try {
      await autosave.overwrite();
    } catch (error) {
      toast({
        tone: 'bad',
        title: 'Not saved',
        text: error instanceof Error ? error.message : String(error),
      });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open={status === 'conflict'}
      onOpenChange={() => undefined}
      mustChoose
      title="This lab was changed elsewhere"
      description="A newer revision was stored, perhaps from another window. Your latest changes here are not saved yet. Which drawing shall stay?"
      footer={
        <>
          <Button onClick={onReload}>Load the stored one</Button>
          <Button variant="danger" busy={busy} onClick={() => void overwrite()}>
            Keep mine, replace the stored one
          </Button>
        </>
      }
    />
  );
}
