export const commandPalette = {
  'A new lab from the gallery': 'Ein neues Labor aus der Galerie',
};
