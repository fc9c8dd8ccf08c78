export const exports = {
  Copied: 'Kopiert',
  Download: 'Herunterladen',
  Export: 'Exportieren',
  Formats: 'Formate',
  'No preview': 'Keine Vorschau',
  'Not saved, so not exported': 'Nicht gespeichert, darum nicht exportiert',
  'Preview of {filename}': 'Vorschau von {filename}',
  'The lab as it is drawn now, in the words of other tools.':
    'Das Labor, wie es jetzt gezeichnet ist, in der Sprache anderer Werkzeuge.',
  'This format cannot say everything that is drawn:':
    'Dieses Format kann nicht alles ausdrücken, was gezeichnet ist:',
};
