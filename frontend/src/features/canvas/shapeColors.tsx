import type { ReactNode } from 'react';
import type { ShapeColor } from '@/doc';
import { shapeColorWords } from '@/elements';

/** The colours of shapes, each with its name. */
export function colorChoices(): { value: ShapeColor; label: string; icon: ReactNode }[] {
  return (Object.entries(shapeColorWords()) as [ShapeColor, string][]).map(([value, label]) => ({
    value,
    label,
    icon: <Swatch color={value} />,
  }));
}

const SIZE_PX = 12;

function Swatch({ color }: { color: ShapeColor }) {
  return (
    <span style={{ width: SIZE_PX, height: SIZE_PX, borderRadius: 3, background: `var(--shape-${color})` }} />
  );
}
