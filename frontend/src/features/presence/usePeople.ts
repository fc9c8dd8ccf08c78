import { useSyncExternalStore } from 'react';
import type { Person } from '@/doc';
import { useLab } from '@/state/lab';

/** Everybody else, as they are at each frame that is painted. */
export function usePeople(): readonly Person[] {
  const { presence } = useLab();
  return useSyncExternalStore(
    (listener) => {
      let asked = 0;
      const stop = presence.subscribe(() => {
        asked ||= requestAnimationFrame(() => {
          asked = 0;
          listener();
        });
      });
      return () => {
        cancelAnimationFrame(asked);
        stop();
      };
    },
    () => presence.people,
  );
}
