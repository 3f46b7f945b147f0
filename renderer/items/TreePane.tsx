import type { ReactNode } from 'react';
import { Pane } from './Panes.tsx';
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
    <Pane name="tree" label={label} className="items-left">
      {tools}
      {children}
    </Pane>
  );
}
