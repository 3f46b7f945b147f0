import { type Review, reviewEntryOf } from '../../../../shared/review/schema.ts';
import { entryScore } from '../../../items/tree-row.tsx';
import type { EntryRow } from '../../../items/tree-rows.ts';
import { PrintHead } from '../../../ui/Printed.tsx';

interface Props {
  /** As the unit scored itself, and as it was verified. */
  readonly own: readonly EntryRow[];
  readonly verified: readonly EntryRow[];
  readonly review: Review;
}

/** 逐项核验 on paper: every entry in a line. */
export function VerifyPaper({ own, verified, review }: Props) {
  const selfScored = new Map(own.map((row) => [row.code, entryScore(row)]));
  return (
    <>
      <PrintHead />
      <table className="ui-paper">
        <thead>
          <tr>
            <th>编号</th>
            <th>评分项</th>
            <th>自评</th>
            <th>核验</th>
            <th>理由</th>
          </tr>
        </thead>
        <tbody>
          {verified.map((row) => {
            const { state, reason } = reviewEntryOf(review, row.code);
            return (
              <tr key={row.code}>
                <td className="ui-paper-short">{row.code}</td>
                <td>{row.title}</td>
                <td className="ui-paper-short">{selfScored.get(row.code)}</td>
                <td className="ui-paper-short">{state === 'pending' ? '待核' : entryScore(row)}</td>
                <td>{reason}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
