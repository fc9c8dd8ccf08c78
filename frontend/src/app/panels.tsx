/** What stands in the dock below the canvas and in the bar above it, in order. Add a feature by adding its line. */
import type { ComponentType, ReactNode } from 'react';
import {
  CircleAlert,
  Diff,
  FileCode2,
  Grid3x3,
  History,
  ListChecks,
  ListTree,
  MessageSquare,
  ScanEye,
  ScrollText,
} from 'lucide-react';
import { CommentsBadge, CommentsPanel } from '@/features/comments';
import { DriftBadge, DriftPanel } from '@/features/drift';
import { ExportButton } from '@/features/export';
import { HelpMenu } from '@/features/help';
import { EditedSinceApply, HistoryPanel } from '@/features/history';
import { MatrixBadge, MatrixPanel } from '@/features/matrix';
import { OutlinePanel } from '@/features/outline';
import { PlanPanel } from '@/features/plan';
import { People } from '@/features/presence';
import { ProblemsBadge, ProblemsPanel } from '@/features/problems';
import { RunBar, RunLog } from '@/features/run';
import { ShareButton } from '@/features/share';
import { ObservedPanel } from '@/features/runtime';
import { YamlPanel, YamlToggle } from '@/features/yaml';
import { t } from '@/i18n';

export interface DockPanel {
  id: string;
  label: string;
  icon: ReactNode;
  Badge?: ComponentType;
  Panel: ComponentType;
}

export const DOCK_PANELS: readonly DockPanel[] = [
  {
    id: 'matrix',
    label: t('Matrix'),
    icon: <Grid3x3 size={15} aria-hidden />,
    Badge: MatrixBadge,
    Panel: MatrixPanel,
  },
  { id: 'plan', label: t('Plan'), icon: <ListChecks size={15} aria-hidden />, Panel: PlanPanel },
  { id: 'log', label: t('Run log'), icon: <ScrollText size={15} aria-hidden />, Panel: RunLog },
  {
    id: 'drift',
    label: t('Drift'),
    icon: <Diff size={15} aria-hidden />,
    Badge: DriftBadge,
    Panel: DriftPanel,
  },
  {
    id: 'observed',
    label: t('Observed'),
    icon: <ScanEye size={15} aria-hidden />,
    Panel: ObservedPanel,
  },
  { id: 'outline', label: t('Outline'), icon: <ListTree size={15} aria-hidden />, Panel: OutlinePanel },
  { id: 'yaml', label: 'YAML', icon: <FileCode2 size={15} aria-hidden />, Panel: YamlPanel },
  { id: 'history', label: t('History'), icon: <History size={15} aria-hidden />, Panel: HistoryPanel },
  {
    id: 'problems',
    label: t('Problems'),
    icon: <CircleAlert size={15} aria-hidden />,
    Badge: ProblemsBadge,
    Panel: ProblemsPanel,
  },
  {
    id: 'comments',
    label: t('Comments'),
    icon: <MessageSquare size={15} aria-hidden />,
    Badge: CommentsBadge,
    Panel: CommentsPanel,
  },
];

/** Buttons at the right of the editor's bar, such as those that run the lab. */
export const BAR_ACTIONS: readonly ComponentType[] = [
  People,
  EditedSinceApply,
  YamlToggle,
  RunBar,
  ShareButton,
  ExportButton,
  HelpMenu,
];
