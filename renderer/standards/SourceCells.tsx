import { useMemo } from 'react';
import { CELL_FIELD_LABELS } from '../../shared/tables/import/cell-words.ts';
import { traceOf } from '../../shared/tables/import/traced-cells.ts';
import type { DraftNode } from '../../shared/tables/standard-draft.ts';
import { useReading } from './use-reading.ts';
import { useDraft, useWizard } from './use-wizard.ts';
import './reading.css';

/** Of a table: its heading may be a whole line. */
const LONGEST_NAME = 12;

/** The cells of the source that a node was read from, each with its place and its own words. */
export function SourceCells({ node }: { readonly node: DraftNode }) {
  const { tables, state } = useWizard();
  const reading = useReading();
  const trace = useMemo(() => reading && traceOf(reading, tables), [reading, tables]);
  const draft = useDraft();
  const cells = useMemo(() => trace?.(node, draft) ?? [], [trace, node, draft]);
  if (cells.length === 0) {
    const rows = [...new Set(node.sourceRows.map(({ row }) => row))];
    return rows.length === 0 ? null : (
      <div className="ui-muted">来自原表第 {rows.slice(0, 12).join('、')} 行</div>
    );
  }
  const nameOf = (id: string) => tables.find((table) => table.id === id)?.name ?? '';
  // One table is named once.
  const [only, ...others] = [...new Set(cells.map(({ table }) => table))];
  const isNamed = state.chosen.length > 1 && others.length === 0;
  return (
    <section className="standards-source-cells" aria-label="来自原表">
      <div className="ui-muted">来自原表{isNamed && `“${nameOf(only ?? '')}”`}（读取时的原文）</div>
      <table>
        <tbody>
          {cells.map(({ table, row, column, field, text }) => (
            <tr key={`${table}:${row}:${column}`} className={field === 'none' ? 'standards-lost' : undefined}>
              <th scope="row" className="ui-numbers">
                {others.length > 0 && `${shortened(nameOf(table))} `}第{row}行第{column}栏
              </th>
              <td>{CELL_FIELD_LABELS[field]}</td>
              <td className="standards-source-text">{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}
