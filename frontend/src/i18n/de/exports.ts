export const exports = {
  Copied: 'Kopiert',
  Download: 'Herunterladen',
  Export: 'Exportieren',
  Formats: 'Formate',
  'No preview': 'Keine Vorschau',
  'Not saved, so not exported': 'Nicht gespeichert, darum nicht exportiert',
  'Preview of {filename}': 'Vorschau von {filename}',
  'Colours of the picture': 'Farben des Bildes',
  'Download picture': 'Bild herunterladen',
  'No picture saved': 'Kein Bild gespeichert',
  'Part of the drawing': 'Teil der Zeichnung',
  'Picture (PNG)': 'Bild (PNG)',
  'Picture (SVG)': 'Bild (SVG)',
  'Preview of the picture': 'Vorschau des Bildes',
  Scale: 'Maßstab',
  'Selection only': 'Nur die Auswahl',
  'The browser could not paint the picture. Choose SVG.':
    'Der Browser konnte das Bild nicht malen. Bitte SVG wählen.',
  'The lab as it is drawn now, in the words of other tools or as a picture.':
    'Das Labor, wie es jetzt gezeichnet ist, in der Sprache anderer Werkzeuge oder als Bild.',
  'This is too large for a PNG: choose a smaller scale, or SVG.':
    'Das ist zu groß für ein PNG: bitte einen kleineren Maßstab oder SVG wählen.',
  'Whole drawing': 'Ganze Zeichnung',
  'This format cannot say everything that is drawn:':
    'Dieses Format kann nicht alles ausdrücken, was gezeichnet ist:',
};
