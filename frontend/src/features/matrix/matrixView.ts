/** How this person looks at the matrix; nothing of it is known to anybody else. */
import { create } from 'zustand';

export type Layout = 'map' | 'table';
export type Colours = 'outcome' | 'verdict';
export type Family = 'all' | 'ipv4' | 'ipv6';

interface MatrixView {
  layout: Layout;
  colours: Colours;
  family: Family;
  /** The probe in sight; the first one while it is null or gone. */
  probe: string | null;
  /** Cells by index. */
  hovered: number | null;
  chosen: number | null;
  zoom: number;
  look: (change: Partial<Omit<MatrixView, 'look'>>) => void;
}

export const useMatrixView = create<MatrixView>((set) => ({
  layout: 'map',
  colours: 'outcome',
  family: 'all',
  probe: null,
  hovered: null,
  chosen: null,
  zoom: 1,
  look: (change) => set(change),
}));
