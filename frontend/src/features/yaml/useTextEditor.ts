/** Opens the editor of the lab's text in an element, and keeps it told of problems and of what is selected. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Diagnostic } from '@codemirror/lint';
import { readText, useTopologySchema } from '@/api';
import { elementAt } from '@/doc';
import { drawn, type TextError } from '@/doc/text';
import { t } from '@/i18n';
import { useLab } from '@/state/lab';
import { useProblems, type PlacedProblem } from '@/state/problems';
import { useView } from '@/state/view';
import { TextEditor } from './editor/create';
import { selectedPaths } from './paths';
import type { SyncState } from './sync/TextSync';

const TYPED_MS = 30;

export interface OpenText {
  /** Where the editor is to be put. */
  place: (element: HTMLElement | null) => (() => void) | undefined;
  editor: TextEditor | null;
  state: SyncState;
  failure: Error | null;
  /** Selects on the canvas what the cursor stands in. */
  goTo: () => void;
}

/** The stored text and the drawing it stands for; what was drawn since is merged into it once it is open. */
function useStoredText() {
  const { id, doc, provider } = useLab();
  return useQuery({
    queryKey: ['text', id],
    queryFn: async () => {
      await provider.flush().catch(() => undefined);
      const { yaml, revision } = await readText(id);
      return { text: yaml.replaceAll('\r\n', '\n'), said: drawn(doc.projectionAt(revision)) };
    },
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

export function useTextEditor(): OpenText {
  const lab = useLab();
  const { doc, id, canEdit } = lab;
  const stored = useStoredText();
  const schema = useTopologySchema();
  const [editor, setEditor] = useState<TextEditor | null>(null);
  const [state, setState] = useState<SyncState>({ status: 'in-step' });
  const [round, setRound] = useState(0);
  const current = useRef<TextEditor | null>(null);
  const goTo = useCallback(() => void goToElement(lab, current.current), [lab]);
  const { data } = stored;
  const place = useCallback(
    (element: HTMLElement | null) => {
      if (element === null || data === undefined || schema.data === undefined) return;
      const run = () => (goTo(), true);
      const opened = new TextEditor(element, {
        ...data,
        lab: id,
        doc,
        schema: schema.data,
        label: t('The lab as YAML'),
        readOnly: !canEdit,
        keys: [
          { key: 'F12', run },
          { key: 'Alt-Enter', run },
        ],
        onState: setState,
        onText: () => setRound((count) => count + 1),
      });
      current.current = opened;
      setEditor(opened);
      return () => {
        current.current = null;
        setEditor(null);
        opened.close();
      };
    },
    [data, schema.data, id, doc, canEdit, goTo],
  );
  useDiagnostics(editor, state, round);
  useRevealing(editor, round);
  return { place, editor, state, failure: stored.error ?? schema.error, goTo };
}

async function goToElement({ doc }: ReturnType<typeof useLab>, editor: TextEditor | null): Promise<void> {
  const path = await editor?.pathAtCursor();
  if (path !== undefined) useView.getState().goTo(elementAt(doc.projection, path));
}

/** What is wrong in the text itself stands there at once; what the server finds in the drawing follows. */
function useDiagnostics(editor: TextEditor | null, state: SyncState, round: number): void {
  const problems = useProblems((all) => all.problems);
  useEffect(() => {
    if (editor === null) return;
    let isCurrent = true;
    const timer = setTimeout(() => void show(), TYPED_MS);
    const show = async () => {
      const places = await editor.find([...new Set(problems.map((one) => one.element))]);
      if (!isCurrent) return;
      const length = editor.view.state.doc.length;
      const wrong =
        state.status === 'wrong' ? state.errors.map((error) => textDiagnostic(error, length)) : [];
      editor.showDiagnostics([...wrong, ...problems.map((one) => problemDiagnostic(one, places))]);
    };
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [editor, problems, state, round]);
}

function textDiagnostic({ message, from, to }: TextError, length: number): Diagnostic {
  const start = Math.min(from, length);
  return { message, severity: 'error', from: start, to: Math.max(start, Math.min(to, length)) };
}

function problemDiagnostic(
  { element, text: message, severity }: PlacedProblem,
  places: ReadonlyMap<string, { from: number; to: number }>,
): Diagnostic {
  const { from, to } = places.get(element) ?? { from: 0, to: 0 };
  return { message, severity, from, to };
}

function useRevealing(editor: TextEditor | null, round: number): void {
  const { doc } = useLab();
  const nodes = useView((view) => view.nodes);
  const links = useView((view) => view.links);
  useEffect(() => {
    void editor?.reveal(selectedPaths(doc.projection, nodes, links));
  }, [editor, doc, nodes, links, round]);
}
