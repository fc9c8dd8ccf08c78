/** What the server says has changed from one version to another. */
export const versions = {
  '{entry} of {name}: {what}': '{entry} von {name}: {what}',
  '{kind} {name}': '{kind} {name}',
  '{source} must not reach {target} by {probe}': '{source} darf {target} per {probe} nicht erreichen',
  '{source} must reach {target} by {probe}': '{source} muss {target} per {probe} erreichen',
  host: 'Host',
  internet: 'Internet',
  'link {ends}': 'Verbindung {ends}',
  neighbour: 'Nachbar',
  policy: 'Richtlinie',
  route: 'Route',
  router: 'Router',
  rule: 'Regel',
  service: 'Dienst',
  switch: 'Switch',
  'the lab': 'das Labor',
};
