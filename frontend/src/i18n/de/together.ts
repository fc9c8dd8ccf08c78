/** Several people in one lab: who is there, what they say, what they may do. */
import type { Catalogue } from '../language';

export const together: Catalogue = {
  Saved: 'Gespeichert',
  'Every change is stored, and everybody who has the lab open sees it':
    'Jede Änderung ist gespeichert, und alle, die das Labor offen haben, sehen sie',
  'Saving…': 'Speichert …',
  'On its way to the server': 'Unterwegs zum Server',
  Offline: 'Offline',
  'Your edits stay here, and merge when the server is back':
    'Was du änderst, bleibt hier und fließt ein, sobald der Server wieder da ist',
  'your edits stay here and merge': 'Änderungen bleiben hier und fließen ein',
  'Run only': 'Nur ausführen',
  'You may run this lab, but not change it': 'Du darfst dieses Labor ausführen, aber nicht ändern',
  'View only': 'Nur ansehen',
  'You see every change as it is made. Its owner can let you edit':
    'Du siehst jede Änderung sofort. Wem das Labor gehört, kann dich bearbeiten lassen',
  Closed: 'Geschlossen',
  'Nothing is stored any more': 'Es wird nichts mehr gespeichert',
  'Your last edits in this window could not be stored.':
    'Deine letzten Änderungen in diesem Fenster konnten nicht gespeichert werden.',
  'This lab is closed here': 'Dieses Labor ist hier geschlossen',
  'Load it anew': 'Neu laden',
  'Go to your labs': 'Zu deinen Laboren',
  'The server did not understand what this window sent.':
    'Der Server hat nicht verstanden, was dieses Fenster gesendet hat.',
  'You are signed out: sign in again.': 'Du bist abgemeldet: melde dich wieder an.',
  'What you may do in this lab has changed.': 'Was du in diesem Labor darfst, hat sich geändert.',
  'It was deleted, or you may not see it any more.': 'Es wurde gelöscht, oder du darfst es nicht mehr sehen.',
  'The last change is larger than a lab may be.': 'Die letzte Änderung ist größer, als ein Labor sein darf.',
  'You may look at this lab, but not change it': 'Du darfst dieses Labor ansehen, aber nicht ändern',
};
