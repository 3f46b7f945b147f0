import type { Workbook } from '@cj-tech-master/excelts';
import {
  COVERAGE_SOURCE,
  coverageIn,
  coverageNotes,
  type PlaceCoverage,
  type Talk,
  talkWords,
} from '../../../shared/registers/coverage.ts';
import { labelIn } from '../../../shared/registers/year/columns.ts';
import type { Year } from '../../../shared/registers/year/schema.ts';
import { STYLES } from '../sheets/styles.ts';
import { numbered, Table, titled } from '../sheets/table.ts';
import { addReferencePage } from './reference-page.ts';

/** Who was reached in which year, and who is left. `talks`: of the other years. */
export function addCoverage(
  workbook: Workbook,
  year: Year,
  { talks, today }: { talks: readonly Talk[]; today: string },
): void {
  const covered = coverageIn(year, talks, today);
  const { years, places, reached } = covered;
  if (places.length === 0) return;
  const title = `${years[0]}至${years.at(-1)}年微宣讲覆盖情况`;
  const line = `单位：${year.unit}　　已讲到 ${reached}/${places.length} 处　　${COVERAGE_SOURCE}　　制表日期：${today}`;
  const table = new Table<PlaceCoverage>(
    {
      name: '覆盖情况',
      columns: [
        numbered(6),
        { title: labelIn(year, 'places', 'place'), width: 24, cell: ({ name }) => [name, STYLES.text] },
        ...years.map((each, at) => ({
          ...{ title: `${each}年`, width: 18 },
          cell: ({ byYear }: PlaceCoverage) => [talkWords(byYear[at] ?? []), STYLES.text] as const,
        })),
        {
          title: '已讲到',
          width: 8,
          cell: ({ isReached, isPlanned }) => [isReached ? '是' : isPlanned ? '计划' : '否', STYLES.centre],
        },
        { title: `${year.year}年计划`, width: 12, cell: ({ due }) => [due, STYLES.centre] },
      ],
      above: titled(title, line),
    },
    (page) => addReferencePage(workbook, page, { about: title, today }),
  );
  table.put(places);
  for (const note of coverageNotes(covered, labelIn(year, 'outreach', 'area'))) table.say(note, STYLES.note);
  table.end();
}
