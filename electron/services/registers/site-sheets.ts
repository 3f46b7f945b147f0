import type { Workbook } from '@cj-tech-master/excelts';
import { type SiteSteps, siteTable, STEP_NAMES } from '../../../shared/registers/sites/steps.ts';
import { toldMatrix } from '../../../shared/registers/sites/told.ts';
import type { Year } from '../../../shared/registers/year/schema.ts';
import { STYLES } from '../sheets/styles.ts';
import { numbered, Table, type TableColumn, titled } from '../sheets/table.ts';
import { addReferencePage } from './reference-page.ts';

const text = <Line>(title: string, width: number, of: (line: Line) => string): TableColumn<Line> => ({
  ...{ title, width },
  cell: (line) => [of(line), STYLES.text],
});

/** 各步进度 of 示范点名录; nothing where nobody is in it. */
export function addSteps(workbook: Workbook, year: Year, today: string): void {
  const { sites, levels, notes } = siteTable(year, today);
  if (sites.length === 0) return;
  const title = `${year.year}年示范点各步进度`;
  const table = new Table<SiteSteps>(
    {
      name: '各步进度',
      columns: [
        numbered(6),
        text('单位名称', 26, ({ name }) => name),
        text('级别', 12, ({ level }) => level),
        text('走到', 10, ({ at }) => at),
        ...STEP_NAMES.map((step, at) => text<SiteSteps>(step, 18, ({ words }) => words[at] ?? '')),
      ],
      above: titled(title, `单位：${year.unit}　　共 ${sites.length} 个　　截至：${today}`),
    },
    (page) => addReferencePage(workbook, page, { about: title, today }),
  );
  table.put(sites);
  for (const { level, all, steps } of levels) {
    const counts = STEP_NAMES.map((step, at) => `${step} ${steps[at] ?? 0}`).join('，');
    table.say(`${level} ${all} 个，其中走到${counts}。`, STYLES.note);
  }
  for (const note of notes) table.say(`${note}。`, STYLES.note);
  table.end();
}

type ToldRow = ReturnType<typeof toldMatrix>['rows'][number];

/** 传达情况: every notice beside every unit; nothing where there is no notice. */
export function addTold(workbook: Workbook, year: Year, today: string): void {
  const { notices, rows } = toldMatrix(year, today);
  if (notices.length === 0) return;
  const title = `${year.year}年通知传达情况`;
  const table = new Table<ToldRow>(
    {
      name: '传达情况',
      columns: [
        numbered(6),
        text('单位名称', 26, ({ name }) => name),
        text('级别', 12, ({ level }) => level),
        ...notices.map((notice, at) => text<ToldRow>(notice.title, 18, ({ cells }) => cells[at] ?? '')),
      ],
      above: titled(title, `单位：${year.unit}　　共 ${notices.length} 份通知　　截至：${today}`),
    },
    (page) => addReferencePage(workbook, page, { about: title, today }),
  );
  table.put(rows);
  for (const { title: called, words } of notices) table.say(`${called}：${words}。`, STYLES.note);
  table.end();
}
