import { useState } from 'react';
import { Plus, SlidersHorizontal, X } from 'lucide-react';
import { useAutomaticRoutes, useTopologySchema } from '@/api';
import { ops, type DocNode, type DocRoute, type RouteFields } from '@/doc';
import { CommitInput, SchemaFields } from '@/features/form';
import { t } from '@/i18n';
import { isAddress, isDestination } from '@/lib/addresses';
import { useLab, useRevision, useTopology } from '@/state/lab';
import { useProblems } from '@/state/problems';
import { useView } from '@/state/view';
import { IconButton, Select } from '@/ui';
import { ForEditors } from './ForEditors';
import { isPlain, leads, routeAfter, specialWords } from './routeWords';
import css from './RoutesSection.module.css';
import { Section } from './Section';
import { bringIntoSight } from './sight';

export function RoutesSection({ node }: { node: DocNode }) {
  const { doc } = useLab();
  const routed = useTopology(({ meta: { routing } }) => routing !== undefined && routing !== 'none');
  const add = () => {
    const hasDefault = node.routes.some((route) => route.destination === 'default');
    ops.addRoute(doc, node.id, { destination: hasDefault ? '10.0.0.0/8' : 'default' });
  };
  return (
    <Section
      title={t('Routes')}
      action={
        <ForEditors>
          <IconButton label={t('Add a route')} size="s" side="left" icon={<Plus size={16} />} onClick={add} />
        </ForEditors>
      }
    >
      {node.routes.length === 0 && !routed && (
        <p className={css.none}>{t('Only what its own addresses bring.')}</p>
      )}
      <ul className={css.list}>
        {node.routes.map((route, index) => (
          <RouteRow key={route.id} node={node} route={route} number={index + 1} />
        ))}
      </ul>
      {routed && <AutomaticRoutes node={node} />}
    </Section>
  );
}

/** What is worked out for the whole lab: to be read, not to be changed here. */
function AutomaticRoutes({ node }: { node: DocNode }) {
  const { id } = useLab();
  const revision = useRevision();
  const { data } = useAutomaticRoutes(id, revision, true);
  if (data === undefined) return null;
  const routes = data[node.name] ?? [];
  if (routes.length === 0) return <p className={css.none}>{t('No automatic routes here.')}</p>;
  return (
    <div className={css.automatic}>
      <h4 className={css.heading}>{t('Automatic')}</h4>
      <ul>
        {routes.map(({ destination, hops }) => (
          <li key={destination} className={css.given}>
            <span>{destination}</span>
            <span>
              {hops.map((hop) => (
                <span key={`${hop.gateway} ${hop.interface}`} className={css.hop}>
                  {t('via {gateway}', { gateway: hop.gateway })} {hop.interface}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function RouteRow({ node, route, number }: { node: DocNode; route: DocRoute; number: number }) {
  const { doc } = useLab();
  const { open, setOpen, isPointed } = useOpenRoute(route);
  const problems = useProblems((state) => state.problems);
  const wrong = problems.filter(({ at }) => at.type === 'route' && at.route === route.id);
  const set = (fields: RouteFields) => ops.setRoute(doc, node.id, route.id, fields);
  const special = specialWords(route);
  return (
    <li className={css.route} ref={isPointed ? bringIntoSight : undefined}>
      <CommitInput
        bare
        label={t('Route {number}: destination', { number })}
        value={route.destination}
        placeholder="default"
        mono
        check={(text) => (isDestination(text) ? undefined : t('default, or a network such as 10.1.0.0/16'))}
        onCommit={(destination) => set({ destination })}
      />
      <span className={css.buttons}>
        <IconButton
          label={t('More of route {number}', { number })}
          size="s"
          side="left"
          aria-expanded={open}
          icon={<SlidersHorizontal size={14} />}
          onClick={() => setOpen(!open)}
        />
        <ForEditors>
          <IconButton
            label={t('Remove route {number}', { number })}
            size="s"
            side="left"
            icon={<X size={15} />}
            onClick={() => ops.removeRoute(doc, node.id, route.id)}
          />
        </ForEditors>
      </span>
      {leads(route) && <Way node={node} route={route} number={number} set={set} />}
      {special !== '' && <p className={css.special}>{special}</p>}
      {open && <MoreFields node={node} route={route} set={set} />}
      {wrong.map(({ text }) => (
        <p key={text} className={css.problem}>
          {text}
        </p>
      ))}
    </li>
  );
}

/** Open where somebody was sent to it, until it is closed. */
function useOpenRoute(route: DocRoute) {
  const part = useView((view) => view.part);
  const [chosen, setChosen] = useState<{ part: typeof part; open: boolean } | null>(null);
  const isPointed = part?.type === 'route' && part.route === route.id;
  const open = chosen !== null && chosen.part === part ? chosen.open : isPointed && !isPlain(route);
  return { open, isPointed, setOpen: (now: boolean) => setChosen({ part, open: now }) };
}

interface RowProps {
  node: DocNode;
  route: DocRoute;
  set: (fields: RouteFields) => void;
}

/** Where a simple route leads, in one line. */
function Way({ node, route, number, set }: RowProps & { number: number }) {
  const names = [...new Set([...node.interfaces.map((port) => port.name), route.interface ?? ''])];
  return (
    <div className={css.way}>
      <CommitInput
        bare
        label={t('Route {number}: gateway', { number })}
        value={route.gateway ?? ''}
        placeholder={t('via gateway')}
        mono
        check={(text) => (text === '' || isAddress(text) ? undefined : t('an address such as 10.0.0.1'))}
        onCommit={(text) => set({ gateway: text === '' ? undefined : text })}
      />
      <Select
        aria-label={t('Route {number}: interface', { number })}
        value={route.interface ?? ''}
        options={[
          { value: '', label: t('any') },
          ...names.filter((name) => name !== '').map((name) => ({ value: name, label: name })),
        ]}
        onValueChange={(name) => set({ interface: name === '' ? undefined : name })}
      />
      <CommitInput
        bare
        label={t('Route {number}: metric', { number })}
        value={route.metric === undefined ? '' : String(route.metric)}
        placeholder={t('metric')}
        mono
        check={(text) => (/^\d{0,9}$/.test(text) ? undefined : t('a number'))}
        onCommit={(text) => set({ metric: text === '' ? undefined : Number(text) })}
      />
    </div>
  );
}

const MORE = ['type', 'table', 'hops'];

/** What few routes have; several hops take the place of the gateway, and what drops packets leads nowhere. */
function MoreFields({ node, route, set }: RowProps) {
  const { data: root } = useTopologySchema();
  const schema = root?.$defs?.Route;
  if (root === undefined || schema === undefined) return null;
  return (
    <div className={css.more}>
      <SchemaFields
        root={root}
        schema={schema}
        only={MORE}
        node={node}
        value={route.fields}
        onChange={(value) => set(routeAfter(value))}
      />
    </div>
  );
}
