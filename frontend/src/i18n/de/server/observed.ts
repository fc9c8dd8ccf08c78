/** What the kernel has otherwise than drawn, and what services note of themselves. */
export const observed = {
  '{address} is missing': '{address} fehlt',
  '{address} is not drawn': '{address} ist nicht gezeichnet',
  '{count} routes': { one: '{count} Route', other: '{count} Routen' },
  '{number} leased': '{number} vergeben',
  asks: 'fragt',
  'drawn as a port of {master}': 'gezeichnet als Port von {master}',
  'drawn as no port': 'nicht als Port gezeichnet',
  'drawn as {mac}': 'gezeichnet als {mac}',
  'drawn down': 'ausgeschaltet gezeichnet',
  'drawn up': 'angeschaltet gezeichnet',
  'ended with status {status}': 'endete mit Status {status}',
  'killed by signal {signal}': 'durch Signal {signal} beendet',
  'drawn with MTU {mtu}': 'gezeichnet mit MTU {mtu}',
};
