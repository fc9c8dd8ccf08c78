/** What the server says no to. */
export const refusals = {
  '{content_type}: send application/json': '{content_type}: application/json senden',
  '{first} (and {count} more)': {
    one: '{first} (und {count} weiteres)',
    other: '{first} (und {count} weitere)',
  },
  '{gallery} is not in the gallery: GET /api/gallery lists it':
    '{gallery} ist nicht in der Galerie: GET /api/gallery führt sie auf',
  '{most} versions of this lab have names, the most allowed: delete some':
    '{most} Versionen dieses Labors haben Namen, mehr sind nicht erlaubt: einige löschen',
  '{name} is no format: GET /api/formats lists them':
    '{name} ist kein Format: GET /api/formats führt sie auf',
  '{name} is no name: use one line of up to {most} characters':
    '{name} ist kein Name: eine Zeile von bis zu {most} Zeichen verwenden',
  '{node} does not run': '{node} läuft nicht',
  '{node} does not run: apply the lab first': '{node} läuft nicht: erst das Labor anwenden',
  '{shape} is no shape: GET /api/generators lists them':
    '{shape} ist keine Form: GET /api/generators führt sie auf',
  '{username} owns the lab': '{username} gehört das Labor',
  '{which} is no version: name a number, {drawn} or {running}':
    '{which} ist keine Version: eine Nummer nennen, {drawn} oder {running}',
  'Redis does not answer ({error}): see that it runs':
    'Redis antwortet nicht ({error}): dafür sorgen, dass es läuft',
  'Redis does not take the request ({error}): see that it runs, then try again':
    'Redis nimmt den Auftrag nicht an ({error}): dafür sorgen, dass es läuft, dann erneut versuchen',
  "a flap needs the index of one of the lab's links: give link":
    'ein Flattern braucht die Nummer einer Verbindung des Labors: link angeben',
  'nothing of this lab runs: apply it first': 'nichts von diesem Labor läuft: erst anwenden',
  'send a JSON object': 'ein JSON-Objekt senden',
  'send a topology or a yaml': 'topology oder yaml senden',
  'sign in first': 'erst anmelden',
  'the JSON is nested too deep: flatten it': 'das JSON ist zu tief verschachtelt: flacher schreiben',
  'the X-CSRFToken header is missing or old: GET /api/session has it':
    'der Header X-CSRFToken fehlt oder ist alt: die Seite neu laden, GET /api/session hat ihn',
  'the YAML is no UTF-8: {error}': 'das YAML ist kein UTF-8: {error}',
  'the lab does not run: apply it first': 'das Labor läuft nicht: erst anwenden',
  'the lab has {most} links, the most allowed here: revoke some first':
    'das Labor hat {most} Links, mehr sind hier nicht erlaubt: erst einige widerrufen',
  'the lab has {most} members, the most allowed here: remove some first':
    'das Labor hat {most} Mitglieder, mehr sind hier nicht erlaubt: erst einige entfernen',
  'the lab was changed elsewhere: load it again, then repeat your change':
    'das Labor wurde anderswo geändert: neu laden, dann die Änderung wiederholen',
  'the name or the password is wrong': 'der Name oder das Passwort ist falsch',
  'the request is too large: split it': 'die Anfrage ist zu groß: aufteilen',
  'the worker of the target host does not answer: see that it runs, then try again':
    'der Worker des Zielhosts antwortet nicht: dafür sorgen, dass er läuft, dann erneut versuchen',
  'there is no such lab': 'es gibt kein solches Labor',
  'there is no such link': 'es gibt keinen solchen Link',
  'there is no such member': 'es gibt kein solches Mitglied',
  'there is no such run': 'es gibt keinen solchen Lauf',
  'there is nobody called {username}: ask for the name of the account':
    'es gibt niemanden namens {username}: nach dem Namen des Kontos fragen',
  'there is nothing at this address': 'unter dieser Adresse gibt es nichts',
  'there is nothing to show at this address': 'unter dieser Adresse gibt es nichts zu zeigen',
  'there is nothing here': 'hier gibt es nichts',
  'this is no JSON: {error}': 'das ist kein JSON: {error}',
  'this lab has no version {number}: it may have been thinned out':
    'dieses Labor hat keine Version {number}: vielleicht wurde sie ausgedünnt',
  'too many attempts: wait a minute': 'zu viele Versuche: eine Minute warten',
  'too many people look at nodes at once: try again in a moment':
    'zu viele sehen gerade Knoten an: gleich noch einmal versuchen',
  'you have {count} labs, the most allowed here: delete some first': {
    one: 'Sie haben {count} Labor, mehr sind hier nicht erlaubt: es zuerst löschen',
    other: 'Sie haben {count} Labore, mehr sind hier nicht erlaubt: zuerst einige löschen',
  },
  "you may not edit it: ask an owner of the lab for the role 'edit'":
    'dies zu bearbeiten ist nicht erlaubt: wem das Labor gehört, kann die Rolle „edit“ geben',
  "you may not run it: ask an owner of the lab for the role 'run'":
    'dies zu betreiben ist nicht erlaubt: wem das Labor gehört, kann die Rolle „run“ geben',
  "you may not share or delete it: ask an owner of the lab for the role 'own'":
    'dies zu teilen oder zu löschen ist nicht erlaubt: wem das Labor gehört, kann die Rolle „own“ geben',
  "you may not view it: ask an owner of the lab for the role 'view'":
    'dies anzusehen ist nicht erlaubt: wem das Labor gehört, kann die Rolle „view“ geben',
};
