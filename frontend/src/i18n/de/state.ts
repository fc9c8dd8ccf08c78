export const state = {
  '{count} addresses': { one: '{count} Adresse', other: '{count} Adressen' },
  '{count} nodes ask {addresses} by {probes}': {
    one: 'Ein Knoten fragt {addresses} per {probes}',
    other: '{count} Knoten fragen {addresses} per {probes}',
  },
  '{count} operations planned': { one: 'Ein Schritt geplant', other: '{count} Schritte geplant' },
  'A firewall or a route forbids it.': 'Eine Firewall oder eine Route verbietet es.',
  'A router on the way cannot reach the target.': 'Ein Router auf dem Weg erreicht das Ziel nicht.',
  'A worker has begun': 'Ein Worker hat begonnen',
  'An answer came back.': 'Eine Antwort kam zurück.',
  'Attempt {attempt} begins after a crash': 'Versuch {attempt} beginnt nach einem Absturz',
  'No address': 'Keine Adresse',
  'No route': 'Keine Route',
  'Not asked yet.': 'Noch nicht gefragt.',
  'Nothing came back, though it was asked twice.': 'Nichts kam zurück, obwohl zweimal gefragt wurde.',
  'Nothing to do': 'Nichts zu tun',
  Pending: 'Offen',
  Prohibited: 'Verboten',
  Reached: 'Erreicht',
  Refused: 'Abgelehnt',
  'Source down': 'Quelle aus',
  'The server answered with status {status}.': 'Der Server antwortete mit Status {status}.',
  'The server does not answer. Is it running, and are you online?':
    'Der Server antwortet nicht. Läuft er, und sind Sie online?',
  'The source has no address of the target’s family.':
    'Die Quelle hat keine Adresse von der Familie des Ziels.',
  'The source or a router on the way has no route to the target.':
    'Die Quelle oder ein Router auf dem Weg hat keine Route zum Ziel.',
  'The source’s interface towards the target is down.': 'Die Schnittstelle der Quelle zum Ziel ist aus.',
  'The target answered that nothing listens there.': 'Das Ziel antwortete, dass dort nichts lauscht.',
  'Timed out': 'Zeit abgelaufen',
  Unreachable: 'Unerreichbar',
};
