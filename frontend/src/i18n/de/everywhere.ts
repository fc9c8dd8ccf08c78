export const everywhere = {
  Close: 'Schließen',
  Colours: 'Farben',
  'Colours and language': 'Farben und Sprache',
  Dark: 'Dunkel',
  'just now': 'gerade eben',
  Language: 'Sprache',
  Light: 'Hell',
  'Like the system': 'Wie das System',
  yesterday: 'gestern',
  '{n} days ago': 'vor {n} Tagen',
  '{n} h ago': 'vor {n} Std.',
  '{n} min ago': 'vor {n} Min.',
};
