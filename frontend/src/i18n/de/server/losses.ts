/** What formats cannot hold of a drawing. */
export const losses = {
  'Shell script': 'Shell-Skript',
  "Make the machine's own bridges before deploy: {commands}":
    'Die Bridges der Maschine selbst vor dem Deploy anlegen: {commands}',
  'Services are left out: {services}.': 'Dienste werden weggelassen: {services}.',
  'Set up the machine itself after deploy: {commands}':
    'Die Maschine selbst nach dem Deploy einrichten: {commands}',
  'The bends of links are left out.': 'Die Knicke der Verbindungen werden weggelassen.',
  'The groups of the canvas are left out.': 'Die Gruppen der Zeichenfläche werden weggelassen.',
  'The host names of {nodes} are left out.': 'Die Hostnamen von {nodes} werden weggelassen.',
  'The keys and peers of {devices} are left out: use `wg setconf` in the container.':
    'Die Schlüssel und Gegenstellen von {devices} werden weggelassen: im Container `wg setconf` verwenden.',
  'The labels of links are left out.': 'Die Beschriftungen der Verbindungen werden weggelassen.',
  'The name servers of {nodes} are left out.': 'Die Nameserver von {nodes} werden weggelassen.',
  'The node {name} is called {other}: containerlab keeps {name} to itself.':
    'Der Knoten {name} heißt dort {other}: containerlab behält {name} für sich.',
  'The notes of the canvas are left out.': 'Die Notizen der Zeichenfläche werden weggelassen.',
  'The positions on the canvas are left out.': 'Die Positionen auf der Zeichenfläche werden weggelassen.',
  'The raw rulesets of {nodes} are left out: give them to `nft -f` in the container.':
    'Die rohen Regelsätze von {nodes} werden weggelassen: im Container mit `nft -f` einlesen.',
  'The regions of the canvas are left out.': 'Die Bereiche der Zeichenfläche werden weggelassen.',
  'The right angles of links are left out.': 'Die rechten Winkel der Verbindungen werden weggelassen.',
  '{count} expectations are left out: `vethwork verify` checks them here.': {
    one: '{count} Erwartung wird weggelassen: hier prüft `vethwork verify` sie.',
    other: '{count} Erwartungen werden weggelassen: hier prüft `vethwork verify` sie.',
  },
  '{service} of {node}': '{service} von {node}',
};
