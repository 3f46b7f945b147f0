import { type ReactNode, useState } from 'react';
import './drop-zone.css';

interface Props {
  readonly onDrop: (dropped: DataTransfer) => void;
  readonly children: ReactNode;
}

/** Where files may be dropped; it shows that it takes them. */
export function DropArea({ onDrop, children }: Props) {
  const [over, setOver] = useState(false);
  return (
    <div
      className={over ? 'ui-drop-zone ui-drop-zone-over' : 'ui-drop-zone'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop(event.dataTransfer);
      }}
    >
      {children}
    </div>
  );
}
