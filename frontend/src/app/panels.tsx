/** What stands in the dock below the canvas and in the bar above it, in order. Add a feature by adding its line. */
import type { ComponentType, ReactNode } from 'react';
import { CircleAlert } from 'lucide-react';
import { ProblemsBadge, ProblemsPanel } from '@/features/problems';

export interface DockPanel {
  id: string;
  label: string;
  icon: ReactNode;
  Badge?: ComponentType;
  Panel: ComponentType;
}

export const DOCK_PANELS: readonly DockPanel[] = [
  {
    id: 'problems',
    label: 'Problems',
    icon: <CircleAlert size={15} aria-hidden />,
    Badge: ProblemsBadge,
    Panel: ProblemsPanel,
  },
];

/** Buttons at the right of the editor's bar, such as those that run the lab. */
export const BAR_ACTIONS: readonly ComponentType[] = [];
