import { useEffect, useMemo, useRef, useState, type CSSProperties, type RefObject } from 'react';
import { useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { useRegister, type Command } from '@/commands';
import type { Person, Point } from '@/doc';
import { t } from '@/i18n';
import { motion_ms } from '@/lib/motion';
import { useLab } from '@/state/lab';
import { toast } from '@/ui';
import css from './PresenceLayer.module.css';

const SHOWN_MS = 3500;

interface Shown extends Point {
  key: string;
  name: string;
  color: string;
}

/** "Look here": Alt and a click call the others to a place. */
export function Pings({
  layer,
  people,
}: {
  layer: RefObject<HTMLElement | null>;
  people: readonly Person[];
}) {
  const [x, y, zoom] = useStore((state) => state.transform);
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const show = useMemo(
    () => (ping: Shown) => {
      setShown((others) => [...others.filter((one) => one.key !== ping.key), ping]);
      setTimeout(() => setShown((all) => all.filter((one) => one !== ping)), SHOWN_MS);
    },
    [],
  );
  useCalls(layer, show);
  useCalled(people, show);
  return shown.map((ping) => (
    <div
      key={ping.key}
      className={css.ping}
      style={
        {
          '--person': ping.color,
          transform: `translate(${ping.x * zoom + x}px, ${ping.y * zoom + y}px)`,
        } as CSSProperties
      }
    >
      <span className={css.ring} />
      <span className={css.called} role="status">
        {t('{name}: look here', { name: ping.name })}
      </span>
    </div>
  ));
}

/** Tells the others, and shows this person that they were told. */
function useCalls(layer: RefObject<HTMLElement | null>, show: (ping: Shown) => void): void {
  const { presence } = useLab();
  const store = useStoreApi();
  const { screenToFlowPosition } = useReactFlow();
  const call = useMemo(
    () => (at: Point) => {
      const ping = { x: Math.round(at.x), y: Math.round(at.y), at_ms: Date.now() };
      presence.share({ ping });
      setTimeout(() => presence.share({ ping: null }), SHOWN_MS);
      show({ ...ping, key: `own ${ping.at_ms}`, name: t('You'), color: '#4d5563' });
    },
    [presence, show],
  );
  useEffect(() => {
    const canvas = layer.current?.parentElement;
    const onClick = (event: MouseEvent) => {
      if (event.altKey)
        call(screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false }));
    };
    canvas?.addEventListener('click', onClick, true);
    return () => canvas?.removeEventListener('click', onClick, true);
  }, [layer, call, screenToFlowPosition]);
  const commands = useMemo((): readonly Command[] => {
    const inTheMiddle = () => {
      const { transform, width, height } = store.getState();
      const [x, y, zoom] = transform;
      call({ x: (width / 2 - x) / zoom, y: (height / 2 - y) / zoom });
    };
    return [{ id: 'people.call', title: t('Call the others to look here'), group: 'Look', run: inTheMiddle }];
  }, [call, store]);
  useRegister(commands);
}

/** Shows each call once; one that is out of sight is told of, with a way there. */
function useCalled(people: readonly Person[], show: (ping: Shown) => void): void {
  const store = useStoreApi();
  const { setCenter, getZoom } = useReactFlow();
  const known = useRef(new Map<number, number>());
  useEffect(() => {
    for (const { client, user, ping } of people) {
      const before = known.current.get(client);
      known.current.set(client, ping?.at_ms ?? 0);
      if (ping === null || before === undefined || before === ping.at_ms) continue;
      show({ ...ping, key: `${client} ${ping.at_ms}`, name: user.name, color: user.color });
      const { transform, width, height } = store.getState();
      const [x, y] = [ping.x * transform[2] + transform[0], ping.y * transform[2] + transform[1]];
      if (x > 0 && y > 0 && x < width && y < height) continue;
      toast({
        title: t('{name} asks you to look', { name: user.name }),
        action: {
          label: t('Go there'),
          run: () => void setCenter(ping.x, ping.y, { zoom: getZoom(), duration: motion_ms(250) }),
        },
      });
    }
  }, [people, show, store, setCenter, getZoom]);
}
