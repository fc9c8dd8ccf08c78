export const account = {
  'Account of {name}': 'Konto von {name}',
  'Draw a network, and Linux runs it for real.': 'Zeichnen Sie ein Netzwerk, und Linux betreibt es wirklich.',
  Name: 'Name',
  'Not signed out': 'Nicht abgemeldet',
  'On your own machine the start-up prints a link that signs you in once, without a password.':
    'Auf Ihrem eigenen Rechner zeigt der Start einen Link an, der Sie einmal ohne Passwort anmeldet.',
  Password: 'Passwort',
  'Sign in': 'Anmelden',
  'Sign out': 'Abmelden',
  'This link opens nothing any more. Ask for a new one, or sign in with your password.':
    'Dieser Link öffnet nichts mehr. Fordern Sie einen neuen an, oder melden Sie sich mit Ihrem Passwort an.',
};
