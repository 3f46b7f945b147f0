import { useState } from 'react';
import { Tree } from '../ui/list/Tree.tsx';
import { nameOfRow, RowContent } from './tree-row.tsx';
import type { TreeRow } from './tree-rows.ts';

interface Props {
  readonly rows: readonly TreeRow[];
  /** Code of the entry at hand. */
  readonly selected: string | undefined;
  /** Codes whose number fields hold text that is not counted. */
  readonly wrong: ReadonlySet<string>;
  readonly onSelect: (code: string) => void;
  readonly onToggle: (key: string) => void;
  /** An entry was clicked. */
  readonly onPick: () => void;
  /** Enter on an entry: on to its editor. */
  readonly onEnter: () => void;
}

/** The standard as a tree. A section can be at hand as well, for the keyboard; what is shown stays the entry's. */
export function ItemTree({ rows, selected, wrong, onSelect, onToggle, onPick, onEnter }: Props) {
  const [section, setSection] = useState<string>();
  const onSection = section !== undefined && rows.some((row) => row.key === section);
  const isWrong = (row: TreeRow): boolean => row.kind === 'entry' && wrong.has(row.code);
  return (
    <Tree
      label="评分项"
      rows={rows}
      active={onSection ? section : `i:${selected}`}
      empty="没有符合条件的评分项"
      isHead={(row) => row.kind === 'section'}
      nameOf={(row) => nameOfRow(row, isWrong(row))}
      titleOf={(row) => (row.kind === 'section' ? row.title : `${row.code} ${row.title}`)}
      onActive={(row) => {
        setSection(row.kind === 'section' ? row.key : undefined);
        if (row.kind === 'entry') onSelect(row.code);
      }}
      onToggle={({ key }) => onToggle(key)}
      onPick={(row) => row.kind === 'entry' && onPick()}
      onEnter={(row) => (row?.kind === 'section' ? onToggle(row.key) : onEnter())}
    >
      {(row) => <RowContent row={row} wrong={isWrong(row)} />}
    </Tree>
  );
}
