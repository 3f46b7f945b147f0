import type { ReactNode, Ref } from 'react';
import './drop-zone.css';

interface Props {
  readonly ref?: Ref<HTMLDivElement>;
  readonly children: ReactNode;
}

/** The buttons that bring files, in a frame that says that they may be dropped as well; `intake/` takes them. */
export function DropArea({ ref, children }: Props) {
  return (
    <div ref={ref} className="ui-drop-zone">
      {children}
    </div>
  );
}
