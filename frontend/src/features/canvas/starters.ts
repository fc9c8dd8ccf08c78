/** Small drawings to begin with. */
import type { WholeTopology } from '@/doc';
import { t } from '@/i18n';

export interface Starter {
  title: string;
  summary: string;
  topology: WholeTopology;
}

const VERSION = 'vethwork/v1';

export const STARTERS: readonly Starter[] = [
  {
    title: t('Two hosts, one cable'),
    summary: t('The smallest network there is'),
    topology: {
      version: VERSION,
      name: '',
      nodes: { h1: { kind: 'host' }, h2: { kind: 'host' } },
      links: [{ ends: ['h1:eth0', 'h2:eth0'] }],
      expect: [{ from: 'h1', to: 'h2', probe: 'ping' }],
      layout: { h1: [0, 0], h2: [320, 0] },
    },
  },
  {
    title: t('Hosts on a switch'),
    summary: t('Three hosts share one network'),
    topology: {
      version: VERSION,
      name: '',
      nodes: { h1: { kind: 'host' }, h2: { kind: 'host' }, h3: { kind: 'host' }, sw1: { kind: 'switch' } },
      links: [
        { ends: ['h1:eth0', 'sw1:p1'] },
        { ends: ['h2:eth0', 'sw1:p2'] },
        { ends: ['h3:eth0', 'sw1:p3'] },
      ],
      expect: [
        { from: 'h1', to: 'h2', probe: 'ping' },
        { from: 'h3', to: 'h1', probe: 'ping' },
      ],
      layout: { sw1: [250, 0], h1: [0, 170], h2: [250, 170], h3: [500, 170] },
    },
  },
  {
    title: t('Two networks, one router'),
    summary: t('A packet has to be forwarded'),
    topology: {
      version: VERSION,
      name: '',
      nodes: {
        r1: { kind: 'router' },
        sw1: { kind: 'switch' },
        sw2: { kind: 'switch' },
        h1: { kind: 'host' },
        h2: { kind: 'host' },
        h3: { kind: 'host' },
        h4: { kind: 'host' },
      },
      links: [
        { ends: ['r1:eth0', 'sw1:p1'] },
        { ends: ['r1:eth1', 'sw2:p1'] },
        { ends: ['h1:eth0', 'sw1:p2'] },
        { ends: ['h2:eth0', 'sw1:p3'] },
        { ends: ['h3:eth0', 'sw2:p2'] },
        { ends: ['h4:eth0', 'sw2:p3'] },
      ],
      expect: [{ from: 'h1', to: 'h4', probe: 'ping' }],
      layout: {
        r1: [330, 0],
        sw1: [110, 150],
        sw2: [550, 150],
        h1: [0, 310],
        h2: [220, 310],
        h3: [440, 310],
        h4: [660, 310],
      },
    },
  },
];
