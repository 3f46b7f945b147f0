import { MergeReviews } from './MergeReviews.tsx';
import { ReadWorkbook } from './ReadWorkbook.tsx';

/** Work that was done elsewhere: a colleague's review, a workbook that somebody filled in. */
export function MergePart() {
  return (
    <div className="ui-page">
      <MergeReviews />
      <ReadWorkbook />
    </div>
  );
}
