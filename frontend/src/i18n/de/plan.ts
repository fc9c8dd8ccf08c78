export const plan = {
  '{count} operations by an apply': {
    one: '{count} Schritt beim Anwenden',
    other: '{count} Schritte beim Anwenden',
  },
  '{count} operations of the apply': {
    one: '{count} Schritt des Anwendens',
    other: '{count} Schritte des Anwendens',
  },
  '{count} operations of the destroy': {
    one: '{count} Schritt des Abbauens',
    other: '{count} Schritte des Abbauens',
  },
  'Copy commands': 'Befehle kopieren',
  done: 'erledigt',
  'Filter operations': 'Schritte filtern',
  'No operation speaks of that.': 'Kein Schritt handelt davon.',
  'Nothing of this lab was running.': 'Nichts von diesem Labor lief.',
  Operations: 'Schritte',
  'Plan again': 'Erneut planen',
  refused: 'abgelehnt',
  'The commands are on the clipboard': 'Die Befehle sind in der Zwischenablage',
  'The host runs this lab as it is drawn.': 'Der Host betreibt dieses Labor, wie es gezeichnet ist.',
  'The plan compares the drawing with what runs on the host and lists each step, as words and as the command that does the same.':
    'Der Plan vergleicht die Zeichnung mit dem, was auf dem Host läuft, und führt jeden Schritt auf, in Worten und als Befehl, der dasselbe tut.',
  'under way': 'in Arbeit',
  'What would apply do?': 'Was würde Anwenden tun?',
  Words: 'Worte',
};
