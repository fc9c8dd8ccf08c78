export const outline = {
  Outline: 'Gliederung',
  'Edit the outline': 'Gliederung bearbeiten',
  'Linking from {name}: go to a node or an interface, Enter links, Escape stops.':
    'Verbindung von {name}: zu einem Knoten oder einer Schnittstelle gehen, Enter verbindet, Escape bricht ab.',
  'There can be no link to {name}.': 'Zu {name} kann es keine Verbindung geben.',
  'Linked {ends}': '{ends} verbunden',
  'A name has up to 15 characters: a to z first, then also digits and hyphens.':
    'Ein Name hat bis zu 15 Zeichen: zuerst a bis z, dann auch Ziffern und Bindestriche.',
  'A name has up to 15 characters: a letter first, then also digits, dots and hyphens.':
    'Ein Name hat bis zu 15 Zeichen: zuerst ein Buchstabe, dann auch Ziffern, Punkte und Bindestriche.',
  'There is another node called {name}.': 'Es gibt schon einen Knoten namens {name}.',
  'The node has another interface called {name}.': 'Der Knoten hat schon eine Schnittstelle namens {name}.',
  'Removed {name}': '{name} entfernt',
  'Not renamed': 'Nicht umbenannt',
  'New name of {name}': 'Neuer Name von {name}',
  'Add an interface': 'Schnittstelle hinzufügen',
  '{count} nodes': { one: '{count} Knoten', other: '{count} Knoten' },
  '{count} links': { one: '{count} Verbindung', other: '{count} Verbindungen' },
  '{count} interfaces': { one: '{count} Schnittstelle', other: '{count} Schnittstellen' },
  '{count} notes and groups': { one: '{count} Notiz oder Gruppe', other: '{count} Notizen und Gruppen' },
  'not linked': 'nicht verbunden',
  'to {peer}': 'nach {peer}',
  cut: 'getrennt',
  note: 'Notiz',
  region: 'Bereich',
  group: 'Gruppe',
};
