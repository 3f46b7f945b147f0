import { useMemo } from 'react';
import type { ColumnMap } from '../../../shared/tables/column-map.ts';
import { allNodes } from '../../../shared/tables/draft/nodes.ts';
import type { ImportState } from '../../../shared/tables/import/schema.ts';
import type { FinalCell } from '../../../shared/tables/import/traced-cells.ts';
import type { SourceTable } from '../../../shared/tables/source-table.ts';
import { plainText } from '../../../shared/values/pair.ts';
import { SourceTableView } from './SourceTableView.tsx';
import type { Source } from './use-source.ts';
import './original.css';

interface Props {
  readonly tables: readonly SourceTable[];
  readonly state: Pick<ImportState, 'chosen' | 'maps' | 'draft' | 'identity'>;
  readonly source: Source | undefined;
  readonly chosen: ReadonlySet<string>;
  readonly pointed?: string | undefined;
  /** Absent: the columns are not to be changed here. */
  readonly onColumns?: (table: string, map: ColumnMap) => void;
  readonly onPick: (cell: FinalCell) => void;
}

/** The tables taken, as they looked, with the paragraphs around them. */
export function SourceTables({ tables, state, source, chosen, pointed, onColumns, onPick }: Props) {
  const { draft, identity } = state;
  const { title, notes } = identity;
  /** All that the standard says. */
  const held = useMemo(() => {
    const kept = notes ?? (draft?.notes ?? []).map(({ text }) => text);
    const nodes = allNodes(draft?.nodes ?? []).flatMap((node) => [node.title, node.criterion]);
    return plainText([title, ...kept, ...nodes].join('\n'));
  }, [title, notes, draft]);
  return (
    <div className="original-source">
      {tables
        .filter(({ id }) => state.chosen.includes(id))
        .map((table) => (
          <section key={table.id} aria-label={table.name}>
            {state.chosen.length > 1 && <h4>{table.name}</h4>}
            <Paragraphs texts={table.before} held={held} />
            <SourceTableView
              {...{ table, source, chosen, pointed, onPick }}
              map={onColumns && state.maps[table.id]}
              onColumns={(map) => onColumns?.(table.id, map)}
            />
            <Paragraphs texts={table.after} held={held} />
          </section>
        ))}
    </div>
  );
}

interface ParagraphProps {
  readonly texts: readonly string[] | undefined;
  readonly held: string;
}

/** Those that stand nowhere in the standard are marked, as cells are. */
function Paragraphs({ texts = [], held }: ParagraphProps) {
  const isHeld = (text: string): boolean => held.includes(plainText(text));
  return texts.map((text, index) => (
    // Paragraphs have no other identity than their place.
    <p key={index} className={isHeld(text) ? 'original-paragraph' : 'original-paragraph original-unused'}>
      {text}
    </p>
  ));
}
