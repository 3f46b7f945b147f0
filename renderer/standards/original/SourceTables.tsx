import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { ColumnMap } from '../../../shared/tables/column-map.ts';
import { paragraphUse } from '../../../shared/tables/import/paragraph-use.ts';
import type { ImportState } from '../../../shared/tables/import/schema.ts';
import type { FinalCell } from '../../../shared/tables/import/traced-cells.ts';
import type { SourceTable } from '../../../shared/tables/source-table.ts';
import { SourceTableView } from './SourceTableView.tsx';
import { paragraphKey, type Source } from './use-source.ts';
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
  /** The row at hand, which may come from a paragraph. */
  readonly at: string | undefined;
  readonly onPickNode: (id: string) => void;
}

/** The tables taken, as they looked, with the paragraphs around them and the names of the others. */
export function SourceTables(props: Props) {
  const { tables, state, source, chosen, pointed, onColumns, onPick, at, onPickNode } = props;
  const { draft, identity } = state;
  const read = source?.read;
  const becameOf = useMemo(() => paragraphUse({ draft, identity, read }), [draft, identity, read]);
  // A table is drawn anew only where something of it is otherwise: there may be many.
  const latest = useRef({ onColumns, onPick });
  useEffect(() => {
    latest.current = { onColumns, onPick };
  });
  const pick = useCallback((cell: FinalCell) => latest.current.onPick(cell), []);
  const setColumns = useCallback(
    (table: string, map: ColumnMap) => latest.current.onColumns?.(table, map),
    [],
  );
  // Of a table that is not taken its place, and what stands around it.
  const shown = tables.filter(
    ({ id, cells, before = [], after = [] }) =>
      state.chosen.includes(id) || cells.length + before.length + after.length > 0,
  );
  const isOf = (id: string, key: string) => key.startsWith(`${id}:`);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const said = frame.current?.querySelector('.original-paragraph.original-chosen');
    said?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, [at, chosen]);
  const around = { becameOf, nodeOf: source?.nodeOfText, at, onPick: onPickNode, chosen };
  return (
    <div className="original-source" ref={frame}>
      {shown.map((table) =>
        !state.chosen.includes(table.id) ? (
          <section key={table.id} aria-label={table.name}>
            <h4>
              {table.name} <span className="ui-muted">没有选用</span>
            </h4>
            <Paragraphs texts={table.before} {...around} />
            <Paragraphs texts={table.after} {...around} />
          </section>
        ) : (
          <section key={table.id} aria-label={table.name}>
            {shown.length > 1 && <h4>{table.name}</h4>}
            <Paragraphs texts={table.before} {...around} />
            <SourceTableView
              table={table}
              cells={source?.cells}
              chosen={[...chosen].some((key) => isOf(table.id, key)) ? chosen : NOTHING}
              pointed={pointed !== undefined && isOf(table.id, pointed) ? pointed : undefined}
              map={onColumns && state.maps[table.id]}
              onColumns={setColumns}
              onPick={pick}
            />
            <Paragraphs texts={table.after} {...around} />
          </section>
        ),
      )}
    </div>
  );
}

const NOTHING: ReadonlySet<string> = new Set();

interface ParagraphProps {
  readonly texts: readonly string[] | undefined;
  readonly becameOf: (text: string) => string;
  readonly nodeOf: Source['nodeOfText'] | undefined;
  readonly at: string | undefined;
  readonly onPick: (id: string) => void;
  readonly chosen: ReadonlySet<string>;
}

/** Those that became nothing of the standard are marked, as cells are; one that became a row leads to it, what the row at hand was read from stands out. */
function Paragraphs({ texts = [], becameOf, nodeOf, at, onPick, chosen }: ParagraphProps) {
  return texts.map((text, index) => {
    const use = becameOf(text);
    const node = nodeOf?.(text, at);
    const isChosen = chosen.has(paragraphKey(text)) || (node !== undefined && node.id === at);
    return (
      // Paragraphs have no other identity than their place.
      <p
        key={index}
        className={`original-paragraph${use === '' ? ' original-unused' : ''}${isChosen ? ' original-chosen' : ''}`}
        title={use === '' ? '没有成为标准的内容' : use}
        {...(node && { onClick: () => onPick(node.id) })}
      >
        {text}
      </p>
    );
  });
}
