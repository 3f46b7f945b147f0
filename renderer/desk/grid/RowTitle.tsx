import type { ReactNode } from 'react';
import './grid.css';

interface Props {
  readonly row: { readonly code: string; readonly title: string; readonly kind: string };
  /** How far in. */
  readonly depth: number;
  /** Before the code. */
  readonly children?: ReactNode;
}

/** The place of the standard that a row of numbers is about. */
export function RowTitle({ row: { code, title, kind }, depth, children }: Props) {
  return (
    <span
      className="grid-cut"
      title={`${code} ${title}`}
      style={{ paddingLeft: depth * 14, fontWeight: kind === 'section' ? 600 : 400 }}
    >
      {children}
      {code} {title}
    </span>
  );
}
