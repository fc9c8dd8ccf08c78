import { Fragment, type ReactNode } from 'react';
import { open } from './text';

/** `rich('Press {key}', { key: <Kbd keys="A" /> })`: a text with elements in its gaps. */
export function rich(text: string, values: Readonly<Record<string, ReactNode>>): ReactNode {
  return open(text)
    .split(/\{(\w+)\}/)
    .map((piece, index) => <Fragment key={index}>{index % 2 === 0 ? piece : values[piece]}</Fragment>);
}
