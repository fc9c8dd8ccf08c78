import { useEffect, useRef, type CSSProperties } from 'react';
import { useReactFlow, useStoreApi } from '@xyflow/react';
import type { Person } from '@/doc';
import { t } from '@/i18n';
import { useView } from '@/state/view';
import css from './PresenceLayer.module.css';

const stopFollowing = () => useView.setState({ following: null });

/** Shows what somebody else looks at, until this person moves the view or that one is gone. */
export function FollowFrame({ people }: { people: readonly Person[] }) {
  const following = useView((view) => view.following);
  const person = people.find((one) => one.client === following);
  useFollowedView(person);
  if (person === undefined) return null;
  return (
    <div className={css.frame} style={{ '--person': person.user.color } as CSSProperties}>
      <div className={css.following} role="status">
        {t('Following {name}', { name: person.user.name })}
        <button type="button" className={css.stop} onClick={stopFollowing}>
          {t('Stop')}
        </button>
      </div>
    </div>
  );
}

function useFollowedView(person: Person | undefined): void {
  const { setViewport } = useReactFlow();
  const store = useStoreApi();
  const moving = useRef(false);
  const { x, y, zoom } = person?.viewport ?? {};
  useEffect(() => {
    if (x === undefined || y === undefined || zoom === undefined) return;
    const { width, height } = store.getState();
    moving.current = true;
    void setViewport({ x: width / 2 - x * zoom, y: height / 2 - y * zoom, zoom });
    moving.current = false;
  }, [x, y, zoom, store, setViewport]);
  const client = person?.client;
  useEffect(() => {
    if (client === undefined) return undefined;
    let { transform, width, height } = store.getState();
    return store.subscribe((state) => {
      const isResized = state.width !== width || state.height !== height;
      const isOwnPan = state.transform !== transform && !isResized && !moving.current;
      ({ transform, width, height } = state);
      if (isOwnPan) stopFollowing();
    });
  }, [client, store]);
}
