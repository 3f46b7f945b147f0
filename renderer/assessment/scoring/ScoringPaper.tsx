import type { Assessment } from '../../../shared/assessment/schema.ts';
import { entryOf } from '../../../shared/assessment/schema.ts';
import type { EntryRow } from '../../items/tree-rows.ts';
import { entryScore } from '../../items/tree-row.tsx';
import { PrintHead } from '../../ui/Printed.tsx';

interface Props {
  readonly rows: readonly EntryRow[];
  readonly assessment: Assessment;
  /** What the total says. */
  readonly result: string;
}

/** 逐项自评 on paper: every entry in a line. */
export function ScoringPaper({ rows, assessment, result }: Props) {
  return (
    <>
      <PrintHead />
      <p>{result}</p>
      <table className="ui-paper">
        <thead>
          <tr>
            <th>编号</th>
            <th>评分项</th>
            <th>自评/分值</th>
            <th>佐证</th>
            <th>自评说明</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { evidence, reason } = entryOf(assessment, row.code);
            return (
              <tr key={row.code}>
                <td className="ui-paper-short">{row.code}</td>
                <td>{row.title}</td>
                <td className="ui-paper-short">{entryScore(row)}</td>
                <td className="ui-paper-short">{evidence.length > 0 ? `${evidence.length} 份` : ''}</td>
                <td>{reason}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
