export const app = {
  'Close the panels': 'Bereiche schließen',
  Closed: 'Geschlossen',
  Drift: 'Abweichungen',
  'Height of the panels': 'Höhe der Bereiche',
  'It was deleted, or it belongs to somebody else.': 'Es wurde gelöscht, oder es gehört jemand anderem.',
  Labs: 'Labore',
  'Loading…': 'Wird geladen …',
  'Name of the lab': 'Name des Labors',
  'No such lab': 'Kein solches Labor',
  Observed: 'Beobachtet',
  'Opening the editor': 'Der Editor wird geöffnet',
  'Opening the lab': 'Das Labor wird geöffnet',
  'Page not found': 'Seite nicht gefunden',
  Problems: 'Probleme',
  'Run log': 'Protokoll',
  'The lab could not be read': 'Das Labor ließ sich nicht lesen',
  'The server is not reached. Your edits wait here.':
    'Der Server ist nicht erreichbar. Ihre Änderungen warten hier.',
  'There is nothing at this address.': 'Unter dieser Adresse gibt es nichts.',
  'This lab is closed in this window.': 'Dieses Labor ist in diesem Fenster geschlossen.',
  'This lab is not there': 'Dieses Labor gibt es nicht',
  'Vethwork is not there': 'Vethwork ist nicht da',
  'Vethwork, all labs': 'Vethwork, alle Labore',
  'You may run this lab, but not change it': 'Sie dürfen dieses Labor betreiben, aber nicht ändern',
  'You see every change as it is made. Its owner can let you edit':
    'Sie sehen jede Änderung sofort. Der Besitzer kann Sie bearbeiten lassen',
  'your edits stay here and merge': 'Ihre Änderungen bleiben hier und fließen ein',
  'Your edits stay here, and merge when the server is back':
    'Ihre Änderungen bleiben hier und fließen ein, wenn der Server wieder da ist',
  'Your last edits in this window could not be stored.':
    'Ihre letzten Änderungen in diesem Fenster ließen sich nicht speichern.',
};
