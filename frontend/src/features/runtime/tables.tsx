import type { NodeSeen } from '@/api';
import { said, t } from '@/i18n';
import { formatBytes, formatCount } from '@/lib/format';
import { isOdd, OriginMark, Table } from './Table';
import css from './Table.module.css';

const MAIN_TABLE = 254;

export function Interfaces({ interfaces }: Pick<NodeSeen, 'interfaces'>) {
  const rows = interfaces.map((one) => ({
    key: one.name,
    odd: isOdd(one.origin) || one.unlike.length > 0,
    cells: [
      <code key="name">{one.name}</code>,
      <State key="state" state={one.state} />,
      <>
        {one.addresses.map((address) => (
          <code key={address} className={css.address}>
            {address}
          </code>
        ))}
      </>,
      <code key="mac">{one.mac}</code>,
      one.mtu > 0 ? one.mtu : '',
      `${formatBytes(one.bytes_in)} / ${formatBytes(one.bytes_out)}`,
      `${formatCount(one.packets_in)} / ${formatCount(one.packets_out)}`,
      one.drops + one.errors > 0 ? (
        <span className={css.lost}>▼ {formatCount(one.drops + one.errors)}</span>
      ) : (
        '0'
      ),
      <>
        <OriginMark origin={one.origin} />
        {one.master !== '' && ` · ${t('port of {name}', { name: one.master })}`}
        {one.unlike.map((unlike) => (
          <span key={unlike.text} className={css.unlike}>
            ≠ {said(unlike.text, unlike)}
          </span>
        ))}
      </>,
    ],
  }));
  const heads = [
    t('Name'),
    t('State'),
    t('Addresses'),
    'MAC',
    'MTU',
    t('In / out'),
    t('Packets'),
    t('Lost'),
    t('Drawing'),
  ];
  return <Table title={t('Interfaces')} heads={heads} rows={rows} />;
}

function State({ state }: { state: NodeSeen['interfaces'][number]['state'] }) {
  const words = {
    up: `▲ ${t('up')}`,
    down: `▽ ${t('down')}`,
    'no carrier': `△ ${t('no carrier')}`,
    missing: `✕ ${t('missing')}`,
  };
  return (
    <span className={css.state} data-state={state}>
      {words[state]}
    </span>
  );
}

export function Routes({ routes }: Pick<NodeSeen, 'routes'>) {
  const rows = routes.map((one) => ({
    key: `${one.table} ${one.destination} ${one.metric} ${one.ways.join()} ${one.origin}`,
    odd: isOdd(one.origin),
    cells: [
      one.table === MAIN_TABLE ? t('main') : one.table,
      <code key="destination">{one.destination}</code>,
      <code key="ways">{one.ways.length > 0 ? one.ways.join(', ') : one.kind}</code>,
      one.metric > 0 ? one.metric : '',
      one.protocol,
      <OriginMark key="origin" origin={one.origin} />,
    ],
  }));
  const heads = [t('Table'), t('Destination'), t('Way'), t('Metric'), t('Protocol'), t('Drawing')];
  return <Table title={t('Routes')} heads={heads} rows={rows} />;
}

export function Neighbours({ neighbours }: Pick<NodeSeen, 'neighbours'>) {
  const rows = neighbours.map((one) => ({
    key: `${one.interface} ${one.address}`,
    cells: [
      <code key="address">{one.address}</code>,
      <code key="mac">{one.mac}</code>,
      <code key="interface">{one.interface}</code>,
      NEIGHBOUR_WORDS[one.state] ?? one.state,
    ],
  }));
  const heads = [t('Address'), 'MAC', t('Interface'), t('State')];
  return <Table title={t('Neighbours')} heads={heads} rows={rows} />;
}

/** The kernel's words; any other is shown as it is. */
const NEIGHBOUR_WORDS: Readonly<Record<string, string>> = {
  reachable: t('reachable'),
  stale: t('stale'),
  delay: t('waiting to ask'),
  probe: t('being asked'),
  incomplete: t('not answered yet'),
  failed: t('no answer'),
  permanent: t('permanent'),
};

export function Peers({ peers }: Pick<NodeSeen, 'peers'>) {
  const rows = peers.map((one) => ({
    key: `${one.protocol} ${one.address}`,
    odd: !one.established,
    cells: [
      one.protocol.toUpperCase(),
      <code key="address">{one.address}</code>,
      one.name,
      `${one.established ? '✓' : '✕'} ${one.state}`,
    ],
  }));
  const heads = [t('Protocol'), t('Address'), t('Router'), t('State')];
  return <Table title={t('Routing neighbours')} heads={heads} rows={rows} />;
}

export function Services({ services }: Pick<NodeSeen, 'services'>) {
  const rows = services.map((one) => ({
    key: one.name,
    odd: one.health !== 'running',
    cells: [
      one.name,
      `${one.health === 'running' ? '✓' : '✕'} ${HEALTH_WORDS[one.health] ?? one.health}`,
      one.restarts,
      said(one.note, one),
      <pre key="lines" className={css.lines}>
        {one.lines.join('\n')}
      </pre>,
    ],
  }));
  const heads = [t('Name'), t('State'), t('Restarts'), t('Note'), t('Last lines')];
  return <Table title={t('Services')} heads={heads} rows={rows} />;
}

const HEALTH_WORDS: Readonly<Record<string, string>> = {
  starting: t('is starting'),
  running: t('running'),
  waiting: t('waits to start again'),
  failed: t('failed'),
};

export function Rules({ rules, changed }: { rules: NodeSeen['rules']; changed: boolean }) {
  const rows = rules.map((one, index) => ({
    key: `${one.chain} ${index}`,
    cells: [
      one.chain,
      one.number > 0 ? one.number : '',
      <code key="text">{one.text}</code>,
      formatCount(one.packets),
      formatBytes(one.bytes),
    ],
  }));
  const heads = [t('Chain'), t('Number'), t('Rule'), t('Packets'), t('Bytes')];
  const note = changed
    ? t('≠ Somebody changed this table by hand: apply the lab to set its rules.')
    : undefined;
  return <Table title={t('Rules')} heads={heads} rows={rows} {...(note !== undefined && { note })} />;
}
