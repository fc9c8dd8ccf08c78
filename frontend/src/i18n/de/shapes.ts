export const shapes = {
  'A few numbers make a whole network, with addresses and routes.':
    'Aus wenigen Zahlen wird ein ganzes Netz, mit Adressen und Routen.',
  Create: 'Anlegen',
  Insert: 'Einfügen',
  Shapes: 'Formen',
};
