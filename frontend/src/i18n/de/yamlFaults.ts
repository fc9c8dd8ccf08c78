/** What is wrong with a text while it is typed. */
export const yamlFaults = {
  'A backslash in quotation marks begins a special character: write two of them.':
    'Ein Backslash in Anführungszeichen leitet ein Sonderzeichen ein: zwei davon schreiben.',
  'A bracket is opened here and not closed.': 'Hier wird eine Klammer geöffnet und nicht geschlossen.',
  'A colon needs a space after it.': 'Nach einem Doppelpunkt muss ein Leerzeichen stehen.',
  'A comma is missing between two entries.': 'Zwischen zwei Einträgen fehlt ein Komma.',
  'A comment needs a space before its #.': 'Vor dem # eines Kommentars muss ein Leerzeichen stehen.',
  'A drawing is a mapping: start with `nodes:`.':
    'Eine Zeichnung besteht aus Schlüsseln mit Werten: mit `nodes:` beginnen.',
  'A key is a plain name.': 'Ein Schlüssel ist ein einfacher Name.',
  'A key needs a colon and a space after it.':
    'Nach einem Schlüssel müssen ein Doppelpunkt und ein Leerzeichen stehen.',
  'A key stands on one line.': 'Ein Schlüssel steht in einer Zeile.',
  'A quotation mark is opened here and not closed.':
    'Hier wird ein Anführungszeichen geöffnet und nicht geschlossen.',
  'A text cannot begin with this character: put it in quotation marks.':
    'Ein Text kann nicht mit diesem Zeichen beginnen: ihn in Anführungszeichen setzen.',
  'Aliases and deeper levels are not taken: write the values out.':
    'Aliase und tiefere Ebenen werden nicht angenommen: die Werte ausschreiben.',
  'Anchors and aliases are not taken: write the values out.':
    'Anker und Aliase werden nicht angenommen: die Werte ausschreiben.',
  'Each entry of this list begins with a dash.': 'Jeder Eintrag dieser Liste beginnt mit einem Strich.',
  'Indent with spaces, not with tabs.': 'Mit Leerzeichen einrücken, nicht mit Tabulatoren.',
  'Tags are not taken: remove them.': 'Tags werden nicht angenommen: sie entfernen.',
  'The indentation does not fit the lines above.': 'Die Einrückung passt nicht zu den Zeilen darüber.',
  'There is more than one document: keep the first.': 'Es gibt mehr als ein Dokument: das erste behalten.',
  'This is no YAML here.': 'Das ist hier kein YAML.',
  'This key is there twice: keep one of them.': 'Diesen Schlüssel gibt es zweimal: einen behalten.',
  'This key is too long.': 'Dieser Schlüssel ist zu lang.',
  'Too few entries: {least} at least.': 'Zu wenige Einträge: mindestens {least}.',
  'Too many entries: {most} at most.': 'Zu viele Einträge: höchstens {most}.',
  'Two keys stand in one line: put the second on a line of its own.':
    'Zwei Schlüssel stehen in einer Zeile: den zweiten in eine eigene Zeile setzen.',
  'Within brackets only entries with commas between them can stand.':
    'In Klammern können nur Einträge mit Kommas dazwischen stehen.',
  'a list': 'eine Liste',
  'a mapping': 'Schlüssel mit Werten',
  'a text': 'ein Text',
  nothing: 'nichts',
  'true or false': 'true oder false',
  '{value} does not fit here.': '{value} passt hier nicht.',
  '{value} does not fit here: {description}': '{value} passt hier nicht: {description}',
  '{value} is too little: {least} at least.': '{value} ist zu wenig: mindestens {least}.',
  '{value} is too much: {most} at most.': '{value} ist zu viel: höchstens {most}.',
  '{value}: expected is {expected}.': '{value}: erwartet wird {expected}.',
  '{words}': '{words}',
  '“{key}” is missing.': '„{key}“ fehlt.',
  '“{key}” is no name that can stand here.': '„{key}“ ist kein Name, der hier stehen kann.',
  '“{key}” is not known here: {known}.': '„{key}“ ist hier nicht bekannt: {known}.',
};
