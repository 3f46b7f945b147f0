import { useMemo } from 'react';
import { allNodes } from '../../../shared/tables/draft/nodes.ts';
import { type FinalCell, finalCells, traceOf } from '../../../shared/tables/import/traced-cells.ts';
import type { SourceTable } from '../../../shared/tables/source-table.ts';
import type { DraftNode, StandardDraft } from '../../../shared/tables/standard-draft.ts';
import { useReading } from '../use-reading.ts';
import { useDraft, useWizard } from '../use-wizard.ts';

/** Of a cell in the tables taken: table, row and column as people count them. */
export const cellKey = ({ table, row, column }: Pick<FinalCell, 'table' | 'row' | 'column'>): string =>
  `${table}:${row}:${column}`;

export interface Source {
  /** By `cellKey`, what became of each filled cell. */
  readonly cells: ReadonlyMap<string, FinalCell>;
  /** Those that became nothing, in their order. */
  readonly unused: readonly FinalCell[];
  /** Keys of the cells that a row was read from. */
  readonly cellsOf: (node: DraftNode) => ReadonlySet<string>;
  readonly nodeOf: (cell: FinalCell) => DraftNode | undefined;
}

/** What stands where in the original; undefined where the draft is of another reading, or of no table. */
export function useSource(): Source | undefined {
  const { tables } = useWizard();
  const draft = useDraft();
  const reading = useReading();
  const trace = useMemo(() => reading && traceOf(reading, tables), [reading, tables]);
  return useMemo(
    () => (reading && trace ? sourceOf({ reading, trace, draft, tables }) : undefined),
    [reading, trace, draft, tables],
  );
}

interface Given {
  readonly reading: StandardDraft;
  readonly trace: ReturnType<typeof traceOf>;
  readonly draft: StandardDraft;
  readonly tables: readonly SourceTable[];
}

export function sourceOf({ reading, trace, draft, tables }: Given): Source {
  const all = finalCells(reading, draft, tables);
  const nodes = allNodes(draft.nodes);
  const rowsOf = new Map(
    nodes.map(({ id, sourceRows }) => [id, new Set(sourceRows.map(({ table, row }) => `${table}:${row}`))]),
  );
  return {
    cells: new Map(all.map((cell) => [cellKey(cell), cell])),
    unused: all.filter(({ field, isDeleted }) => field === 'none' || isDeleted),
    cellsOf: (node) => new Set(trace(node, draft).map(cellKey)),
    nodeOf: ({ table, row, code }) => {
      const inRow = nodes.filter(({ id }) => rowsOf.get(id)?.has(`${table}:${row}`));
      const named = code.split('、');
      const isNamed = (node: DraftNode) => named.includes(node.code);
      return inRow.find(isNamed) ?? nodes.find(isNamed) ?? inRow[0];
    },
  };
}
