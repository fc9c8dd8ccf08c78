import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { addCommands, helpCommands, labCommands, useRegister } from '@/commands';
import { versionCommands } from '@/features/history';
import { usePrinting } from '@/features/print';
import { liveCommands } from '@/features/run';
import { yamlCommands } from '@/features/yaml';
import { useLab } from '@/state/lab';
import { screenCommands } from './screenCommands';

/** Registers what nobody runs before the canvas is there, and what is printed. */
export function LaterCommands() {
  const { id, role, doc, provider } = useLab();
  const [, goTo] = useLocation();
  usePrinting();
  const owns = role === 'own';
  useRegister(
    useMemo(
      () => [
        ...addCommands(doc),
        ...labCommands(provider),
        ...screenCommands(owns, goTo),
        ...versionCommands(id),
        ...liveCommands(),
        ...yamlCommands(),
        ...helpCommands(),
      ],
      [doc, provider, owns, goTo, id],
    ),
  );
  return null;
}
