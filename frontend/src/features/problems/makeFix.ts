import type { Fix } from '@/api';
import { ops } from '@/doc';
import { makeEdits } from '@/doc/text/bring';
import { t } from '@/i18n';
import type { OpenLab } from '@/state/lab';
import { toast } from '@/ui';

/** Makes the edits of a fix in the drawing, which undo takes back; `revision` is that of its paths. */
export function makeFix({ doc }: OpenLab, fix: Fix, revision: number): void {
  const isMade = makeEdits(doc, doc.projectionAt(revision), fix.edits);
  tell(isMade, fix.title, () => doc.undo());
}

/** What only people who draw at the same moment can do, and so only a browser can put right. */
export function renameDoubles({ doc }: OpenLab, element: string): void {
  tell(ops.renameDoubles(doc, element), t('Rename all but one'), () => doc.undo());
}

function tell(isMade: boolean, title: string, undo: () => void): void {
  if (isMade) toast({ tone: 'ok', title, action: { label: t('Undo'), run: undo } });
  else toast({ tone: 'info', title: t('Nothing is left to fix there'), text: t('The drawing has changed.') });
}
