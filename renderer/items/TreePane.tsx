import type { ReactNode } from 'react';
import './panes.css';

interface Props {
  readonly label: string;
  /** What finds and changes the rows. */
  readonly tools: ReactNode;
  /** The tree. */
  readonly children: ReactNode;
}

/** The left of a workspace: a tree, and its tools above it. */
export function TreePane({ label, tools, children }: Props) {
  return (
    <section className="items-left" aria-label={label}>
      {tools}
      {children}
    </section>
  );
}
