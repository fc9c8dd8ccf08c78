export const tour = {
  '{done} of {all} steps done': '{done} von {all} Schritten erledigt',
  'Add a switch': 'Einen Switch hinzufügen',
  'Add two hosts': 'Zwei Hosts hinzufügen',
  'Choose Host at the left twice, or press A on the canvas. A host is a computer of its own.':
    'Wählen Sie links zweimal „Host“, oder drücken Sie A auf der Zeichenfläche. Ein Host ist ein eigener Computer.',
  'Choose Switch at the left. It passes on what its ports hear.':
    'Wählen Sie links „Switch“. Er gibt weiter, was seine Ports hören.',
  'Drag from the border of a host to the switch. By keyboard: go to the host with Tab, press L, go to the switch, press Enter.':
    'Ziehen Sie vom Rand eines Hosts zum Switch. Mit der Tastatur: mit Tab zum Host, L drücken, zum Switch gehen, Enter drücken.',
  'End the tour': 'Tour beenden',
  'Everything you expected came true. Cut a cable and apply again: the matrix says what no longer gets through, and why.':
    'Alles Erwartete ist eingetroffen. Trennen Sie ein Kabel und wenden Sie noch einmal an: Die Matrix sagt, was nicht mehr durchkommt, und warum.',
  Finish: 'Fertig',
  'Guided tour': 'Geführte Tour',
  'Link both hosts to the switch': 'Beide Hosts mit dem Switch verbinden',
  'Press Apply, or Ctrl+Enter. Linux makes the namespaces, the bridge and the cables.':
    'Drücken Sie Anwenden oder Strg+Enter. Linux legt Namensräume, Bridge und Kabel an.',
  'Press Escape to select nothing; the inspector at the right then shows the lab. Press the plus beside Expectations: the first host must reach the second.':
    'Drücken Sie Escape, damit nichts ausgewählt ist; rechts steht dann das Labor. Drücken Sie das Plus neben den Erwartungen: Der erste Host muss den zweiten erreichen.',
  'Run it for real': 'Wirklich betreiben',
  'Say what must get through': 'Sagen, was durchkommen muss',
  'See the matrix turn green': 'Zusehen, wie die Matrix grün wird',
  'Skip this step': 'Schritt überspringen',
  'Take the guided tour': 'Geführte Tour beginnen',
  'Take the two-minute tour': 'Tour in zwei Minuten beginnen',
  'That was the tour. You can take it again from the help menu.':
    'Das war die Tour. Im Hilfemenü können Sie sie noch einmal beginnen.',
  'The matrix opens by itself and asks who reaches whom. If a cell is not green, point at it: it says why. Check matrix asks again.':
    'Die Matrix öffnet sich von selbst und fragt, wer wen erreicht. Ist eine Zelle nicht grün, zeigen Sie darauf: Sie sagt, warum. „Matrix prüfen“ fragt noch einmal.',
  'Your network runs': 'Ihr Netzwerk läuft',
};
