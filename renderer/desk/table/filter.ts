import type { Candidate } from '../../../shared/review/candidate.ts';
import type { TableView } from '../../state/desk-store.ts';
import { CANDIDATE_COLUMNS } from '../../../shared/review/candidate-columns.ts';

/** Rows that the view lets through; words are looked for one by one, in any column of text. */
export function filterCandidates(candidates: readonly Candidate[], view: TableView): Candidate[] {
  const words = view.search.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (wanted: string | undefined, value: string) => wanted === undefined || wanted === value;
  return candidates.filter((row) => {
    const texts = [
      row.unit,
      row.fileName,
      row.body,
      row.superior,
      row.industry,
      row.region,
      row.sealCode,
      row.packageId,
    ];
    const text = texts.join('\n').toLowerCase();
    return (
      (view.state === 'all' || row.state === view.state) &&
      fits(view.body, row.body) &&
      fits(view.superior, row.superior) &&
      fits(view.industry, row.industry) &&
      fits(view.region, row.region) &&
      fits(view.level, CANDIDATE_COLUMNS.level.value(row)) &&
      words.every((word) => text.includes(word))
    );
  });
}
