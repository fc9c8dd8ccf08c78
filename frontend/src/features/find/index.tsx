import { Suspense, useMemo } from 'react';
import { useRegister } from '@/commands';
import { isFiltered } from '@/state/filter';
import { useLab } from '@/state/lab';
import { useView } from '@/state/view';
import { lazyPart } from '@/ui';
import { findCommands } from './commands';
import { useLit } from './useLit';

const FindBar = lazyPart(async () => (await import('./FindBar')).FindBar);
const FilterChip = lazyPart(async () => (await import('./FilterChip')).FilterChip);

/** Finding by name and address, and dimming what one does not want to look at. */
export function Find() {
  const { doc } = useLab();
  const finding = useView((view) => view.finding);
  const filtered = useView((view) => isFiltered(view.filter));
  useRegister(useMemo(() => findCommands(doc), [doc]));
  useLit();
  return (
    <>
      <Suspense>{finding && <FindBar />}</Suspense>
      <Suspense>{filtered && <FilterChip />}</Suspense>
    </>
  );
}
