import { useEffect } from 'react';
import { useStoreApi } from '@xyflow/react';
import { useLab } from '@/state/lab';
import { useCanvas } from './canvasStore';
import { countInSight, NOTHING, partInSight, seenBox, stepTowards, type Part } from './sight';

/** With more cards than this in sight one canvas draws them all; below the second number they are cards again. */
export const OVERVIEW_ABOVE = 220;
const CARDS_BELOW = 150;
/** A zoom has ended when it stood still for so long. */
const REST_MS = 140;

type Store = ReturnType<typeof useStoreApi>;
type View = Pick<ReturnType<Store['getState']>, 'transform' | 'width' | 'height'>;

/**
 * Chooses how the drawing is shown. While a big one is zoomed, one canvas draws it and the cards stay as they were;
 * when it rests, cards come and go a portion a frame, for hundreds at once would stop the browser.
 */
export function useTier(): void {
  const { doc } = useLab();
  const store = useStoreApi();
  useEffect(() => {
    const tiers = new Tiers(() => doc.projection, store);
    const stops = [store.subscribe(tiers.look), doc.subscribe(tiers.choose)];
    tiers.choose();
    return () => {
      for (const stop of stops) stop();
      tiers.stop();
    };
  }, [doc, store]);
}

class Tiers {
  readonly #projection: () => Parameters<typeof partInSight>[0];
  readonly #store: Store;
  /** Whether too many cards were in sight at rest: two thresholds, so that a small move never flips it to and fro. */
  #isFar = false;
  #rest = 0;
  #frame = 0;

  constructor(projection: () => Parameters<typeof partInSight>[0], store: Store) {
    this.#projection = projection;
    this.#store = store;
  }

  readonly look = (now: View, before: View): void => {
    if (now.transform[2] !== before.transform[2] && this.#isBig()) this.#holdStill(before);
    else if (now.transform !== before.transform || now.width !== before.width || now.height !== before.height)
      this.choose();
  };

  readonly choose = (): void => {
    if (this.#rest !== 0) return;
    const limit = this.#isFar ? CARDS_BELOW : OVERVIEW_ABOVE;
    const { positions } = this.#projection();
    this.#isFar = this.#isBig() && countInSight(positions.values(), this.#seen()) > limit;
    const { overview, given } = useCanvas.getState();
    const isThere = this.#isFar ? given === NOTHING : given === null;
    if (overview !== this.#isFar || !isThere) this.#start();
  };

  stop(): void {
    window.clearTimeout(this.#rest);
    cancelAnimationFrame(this.#frame);
    useCanvas.setState({ overview: false, given: NOTHING });
  }

  #isBig(): boolean {
    return this.#projection().positions.size > OVERVIEW_ABOVE;
  }

  #seen(view: View = this.#store.getState()): ReturnType<typeof seenBox> {
    return seenBox(view.transform, view.width, view.height);
  }

  #holdStill(before: View): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    window.clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => {
      this.#rest = 0;
      this.choose();
    }, REST_MS);
    const { overview, given } = useCanvas.getState();
    if (!overview) {
      const kept = given ?? partInSight(this.#projection(), this.#seen(before));
      useCanvas.setState({ overview: true, given: kept });
    }
  }

  /** What is kept from the tier before goes and comes in portions, under the canvas, which stays until all is there. */
  #start(): void {
    if (!this.#isBig()) {
      useCanvas.setState({ overview: false, given: null });
      return;
    }
    const given = useCanvas.getState().given ?? partInSight(this.#projection(), this.#seen());
    useCanvas.setState({ overview: true, given });
    this.#frame ||= requestAnimationFrame(this.#step);
  }

  readonly #step = (): void => {
    this.#frame = 0;
    const now = useCanvas.getState().given ?? NOTHING;
    const wanted: Part = this.#isFar ? NOTHING : partInSight(this.#projection(), this.#seen());
    const next = stepTowards(now, wanted);
    if (next !== now) {
      this.#leaveFocus(next);
      useCanvas.setState({ given: next });
      this.#frame = requestAnimationFrame(this.#step);
    } else if (this.#isFar) useCanvas.setState({ given: NOTHING });
    else useCanvas.setState({ overview: false, given: null });
  };

  /** The keyboard stays on the canvas when the card that it was on goes. */
  #leaveFocus(next: Part): void {
    const card = document.activeElement?.closest<HTMLElement>('.react-flow__node');
    const { domNode } = this.#store.getState();
    const goes = card?.dataset.id !== undefined && !next.nodes.has(card.dataset.id);
    if (goes && domNode?.contains(card)) domNode.focus({ preventScroll: true });
  }
}
