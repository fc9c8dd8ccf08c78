import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { useRegister } from '@/commands';
import { versionCommands } from '@/features/history';
import { usePrinting } from '@/features/print';
import { liveCommands } from '@/features/run';
import { useLab } from '@/state/lab';
import { screenCommands } from './screenCommands';

/** Registers what nobody runs before the canvas is there, and what is printed. */
export function LaterCommands() {
  const { id, role } = useLab();
  const [, goTo] = useLocation();
  usePrinting();
  const owns = role === 'own';
  useRegister(
    useMemo(
      () => [...screenCommands(owns, goTo), ...versionCommands(id), ...liveCommands()],
      [owns, goTo, id],
    ),
  );
  return null;
}
