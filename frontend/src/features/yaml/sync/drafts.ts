/** What was typed and could not be drawn yet, kept while its editor is closed. */

export interface Draft {
  /** The text it was typed into. */
  base: string;
  text: string;
}

const drafts = new Map<string, Draft>();

export function keepDraft(lab: string, draft: Draft | null): void {
  if (draft === null || draft.base === draft.text) drafts.delete(lab);
  else drafts.set(lab, draft);
}

export function takeDraft(lab: string): Draft | undefined {
  const draft = drafts.get(lab);
  drafts.delete(lab);
  return draft;
}
