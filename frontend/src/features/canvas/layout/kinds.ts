/** How a drawing can be laid out. */
export const LAYOUTS = ['down', 'right', 'force', 'radial', 'tree'] as const;
export type LayoutKind = (typeof LAYOUTS)[number];
