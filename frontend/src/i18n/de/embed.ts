/** German for the page inside other sites' pages, and for what makes one. */
import type { Catalogue } from '../catalogue';

export const embed: Catalogue = {
  'A part of the page did not load. Your drawing is still there.':
    'Ein Teil der Seite wurde nicht geladen. Ihre Zeichnung ist noch da.',
  'All {count} expectations are met': {
    one: 'Die {count} Erwartung ist erfüllt',
    other: 'Alle {count} Erwartungen sind erfüllt',
  },
  'Copy for a page': 'Für eine Seite kopieren',
  'Inside pages of other sites': 'In Seiten anderer Websites',
  'Open it in Vethwork': 'In Vethwork öffnen',
  'Sites that may show it': 'Websites, die es zeigen dürfen',
  'The drawing: arrow keys move it, + and − zoom, 1 fits all of it':
    'Die Zeichnung: Pfeiltasten verschieben sie, + und − ändern die Größe, 1 zeigt sie ganz',
  'The server is not reached. Try again in a moment.':
    'Der Server ist nicht erreichbar. Versuchen Sie es gleich noch einmal.',
  'This lab is not shown here any more.': 'Dieses Labor wird hier nicht mehr gezeigt.',
  'What shows the lab inside another page: copy it now, it is not shown again':
    'Was das Labor in einer anderen Seite zeigt: kopieren Sie es jetzt, es wird nicht noch einmal gezeigt',
  'With commas between; https://*.example.org is all below it':
    'Mit Kommas dazwischen; https://*.example.org ist alles darunter',
  'any site may show it': 'jede Website darf es zeigen',
  'as a page of its own': 'als eigene Seite',
  'inside pages of any site': 'in Seiten jeder Website',
  'inside pages of some sites': 'in Seiten einiger Websites',
  '{count} expectations are missed': {
    one: 'Eine Erwartung ist verfehlt',
    other: '{count} Erwartungen sind verfehlt',
  },
};
