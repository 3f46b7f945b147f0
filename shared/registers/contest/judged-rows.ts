import type { Entry } from '../entry.ts';
import { ASK_FOR_NAME } from './rows.ts';
import { nameIn, namesPersons, summaryRows } from './summary-rows.ts';

/** What is said of the rows of a table before they are registered or ranked. */
export function judgedRows(
  rows: readonly { readonly fields: Entry['fields']; readonly first: string }[],
): readonly { readonly left: string; readonly odd: string }[] {
  const cells = rows.map(({ fields: { team = '', name = '', theory = '' }, first }) => ({
    ...{ team, name, theory, first },
  }));
  const isSummary = summaryRows(cells);
  const hasNames = namesPersons(cells, isSummary);
  return cells.map((row, at) => ({
    left: isSummary[at] ? '合计、平均等行' : '',
    odd: hasNames && nameIn(row) === '' && row.theory !== '' ? ASK_FOR_NAME : '',
  }));
}
