import { memo } from 'react';
import { useVirtualRows } from '@/ui';
import css from './CodeLines.module.css';
import { yamlTokens } from './highlight';

const LINE_PX = 20;

/** Text with line numbers, coloured as YAML where it is some; long texts are drawn as far as they are in sight. */
export function CodeLines({ text, label, yaml = false }: { text: string; label: string; yaml?: boolean }) {
  const lines = text.replace(/\n$/, '').split('\n');
  const { measure, onScroll, first, end, before_px, after_px } = useVirtualRows(lines.length, LINE_PX);
  const digits = String(lines.length).length;
  return (
    <div
      ref={measure}
      className={css.scroller}
      onScroll={onScroll}
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      <div
        className={css.lines}
        style={{
          paddingTop: before_px,
          paddingBottom: after_px,
          ['--gutter' as string]: `${digits + 2}ch`,
        }}
      >
        {lines.slice(first, end).map((line, position) => (
          <Line key={first + position} number={first + position + 1} line={line} yaml={yaml} />
        ))}
      </div>
    </div>
  );
}

const Line = memo(function Line({ number, line, yaml }: { number: number; line: string; yaml: boolean }) {
  return (
    <div className={css.line}>
      <span className={css.lineNumber} aria-hidden>
        {number}
      </span>
      <code>
        {yaml
          ? yamlTokens(line).map(({ kind, text }, index) => (
              <span key={index} className={css[kind]}>
                {text}
              </span>
            ))
          : line}
      </code>
    </div>
  );
});
