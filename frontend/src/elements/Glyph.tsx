import type { ReactNode } from 'react';

/** The frame of our own icons, drawn like those of lucide: 24 by 24, two pixels wide, round ends. */
export function Glyph({ size = 20, children }: { size?: number; children: ReactNode }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.9"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      {children}
    </svg>
  );
}
