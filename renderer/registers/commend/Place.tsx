import { type RefObject, useEffect, useRef } from 'react';
import { filledEntries } from '../../../shared/registers/year/entries.ts';
import type { Entry } from '../../../shared/registers/entry.ts';
import type { RegisterName } from '../../../shared/registers/kinds.ts';
import { useOpenYear, useYear } from '../../state/year-store.ts';
import { MoveButtons } from '../MoveButtons.tsx';
import './commend.css';

/** The place of an entry in the order of the list, and the way to another one. */
export function Place({ name, entry }: { readonly name: RegisterName; readonly entry: Entry }) {
  const { value } = useOpenYear();
  const entries = filledEntries(value, name);
  const at = entries.findIndex(({ id }) => id === entry.id);
  const { box, move } = useMoving(name, entry.id, at);
  if (at < 0) return null;
  return (
    <p ref={box} className="commend-place">
      <span>
        推荐顺序：第 {at + 1} 位，共 {entries.length}
      </span>
      <MoveButtons
        what={`第 ${at + 1} 位`}
        isFirst={at === 0}
        isLast={at === entries.length - 1}
        onMove={move}
      />
    </p>
  );
}

/** The button keeps the focus; at an end, where it can do no more, the other one has it. */
function useMoving(
  name: RegisterName,
  id: string,
  at: number,
): { box: RefObject<HTMLParagraphElement | null>; move: (by: 1 | -1) => void } {
  const box = useRef<HTMLParagraphElement>(null);
  const wanted = useRef<1 | -1>(undefined);
  useEffect(() => {
    const by = wanted.current;
    wanted.current = undefined;
    if (by === undefined) return;
    const find = (way: number) => box.current?.querySelector<HTMLButtonElement>(`[data-move="${way}"]`);
    const button = find(by);
    (button?.disabled ? find(-by) : button)?.focus();
  }, [at]);
  const move = (by: 1 | -1) => {
    wanted.current = by;
    void useYear.getState().edit({ kind: 'moveEntry', register: name, id, by });
  };
  return { box, move };
}
