export const outline = {
  '{count} interfaces': { one: '{count} Schnittstelle', other: '{count} Schnittstellen' },
  '{count} links': { one: '{count} Verbindung', other: '{count} Verbindungen' },
  '{count} nodes': { one: '{count} Knoten', other: '{count} Knoten' },
  '{count} notes and groups': { one: '{count} Notiz oder Gruppe', other: '{count} Notizen und Gruppen' },
  'A name has up to 15 characters: a letter first, then also digits, dots and hyphens.':
    'Ein Name hat bis zu 15 Zeichen: zuerst ein Buchstabe, dann auch Ziffern, Punkte und Bindestriche.',
  'A name has up to 15 characters: a to z first, then also digits and hyphens.':
    'Ein Name hat bis zu 15 Zeichen: zuerst a bis z, dann auch Ziffern und Bindestriche.',
  'Add an interface': 'Schnittstelle hinzufügen',
  cut: 'getrennt',
  'Edit the outline': 'Gliederung bearbeiten',
  group: 'Gruppe',
  'Linked {ends}': '{ends} verbunden',
  'Text of {name}': 'Text von {name}',
  'Linking from {name}: go to a node or an interface, Enter links, Escape stops.':
    'Verbindung von {name}: zu einem Knoten oder einer Schnittstelle gehen, Enter verbindet, Escape bricht ab.',
  'New name of {name}': 'Neuer Name von {name}',
  'not linked': 'nicht verbunden',
  'Not renamed': 'Nicht umbenannt',
  note: 'Notiz',
  Outline: 'Gliederung',
  region: 'Bereich',
  'Removed {name}': '{name} entfernt',
  'The node has another interface called {name}.': 'Der Knoten hat schon eine Schnittstelle namens {name}.',
  'There can be no link to {name}.': 'Zu {name} kann es keine Verbindung geben.',
  'There is another node called {name}.': 'Es gibt schon einen Knoten namens {name}.',
  'to {peer}': 'nach {peer}',
};
