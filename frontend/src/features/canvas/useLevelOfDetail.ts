import { useEffect } from 'react';
import { useStoreApi } from '@xyflow/react';

const FAR_BELOW = 0.5;
const MID_BELOW = 0.8;

/** Writes how close one looks onto the canvas, for the style sheets: no card renders anew when that changes. */
export function useLevelOfDetail(): void {
  const store = useStoreApi();
  useEffect(() => {
    const write = () => {
      const { domNode, transform } = store.getState();
      const zoom = transform[2];
      const level = zoom < FAR_BELOW ? 'far' : zoom < MID_BELOW ? 'mid' : 'near';
      if (domNode !== null && domNode.dataset.lod !== level) domNode.dataset.lod = level;
    };
    write();
    return store.subscribe(write);
  }, [store]);
}
