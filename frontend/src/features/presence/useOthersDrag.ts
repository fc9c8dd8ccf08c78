import { useEffect } from 'react';
import type { Person, Point } from '@/doc';
import { useView } from '@/state/view';

/** Has the canvas show nodes where others drag them. */
export function useOthersDrag(people: readonly Person[]): void {
  useEffect(() => {
    const drags = new Map<string, Point>();
    for (const { drag } of people) {
      for (const [id, [x, y]] of Object.entries(drag ?? {})) drags.set(id, { x, y });
    }
    const before = useView.getState().othersDrag;
    if (drags.size > 0) useView.setState({ othersDrag: drags });
    else if (before !== null) useView.setState({ othersDrag: null });
  }, [people]);
  useEffect(() => () => useView.setState({ othersDrag: null }), []);
}
