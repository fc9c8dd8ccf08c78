/** The panel's code comes apart from the editor's, and is there before it is asked for. */
export function loadMatrixPanel() {
  return import('./MatrixPanel');
}
