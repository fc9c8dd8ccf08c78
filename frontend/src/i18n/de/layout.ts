/** Automatic layout. */
export const layout = {
  'Lay out': 'Anordnen lassen',
  'Lay out around the middle': 'Um die Mitte herum anordnen',
  'Lay out as a tree': 'Als Baum anordnen',
  'Lay out by forces': 'Nach Kräften anordnen',
  'Lay out from left to right': 'Von links nach rechts anordnen',
  'Lay out from top to bottom': 'Von oben nach unten anordnen',
  'Not laid out': 'Nicht angeordnet',
};
