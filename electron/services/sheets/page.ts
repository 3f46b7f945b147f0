import type { Workbook, Worksheet } from '@cj-tech-master/excelts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { addPage, type Page, standardHeader } from './sheet.ts';
import { Table, type TablePlan } from './table.ts';
import { headerText } from './text.ts';

/** What every page of a file says of itself. */
export interface PageMarks {
  readonly standard: Standard;
  /** 草稿, 示例: what nobody may mistake it for. */
  readonly marks: readonly string[];
  /** Left in the footer: whose file it is. */
  readonly about: string;
  /** YYYY-MM-DD */
  readonly date: string;
}

/** A sheet whose every page names a standard that is not official, and the marks. */
export function addDeskSheet(workbook: Workbook, page: Page, said: PageMarks): Worksheet {
  const { standard, marks, about, date } = said;
  return addPage(workbook, page, {
    header: standardHeader(standard, marks, page),
    footer: `&L&8 ${headerText(about.slice(0, 40))}　${page.name}&C&9第 &P 页 共 &N 页&R&8 ${date}`,
  });
}

export function addDeskTable<Line>(workbook: Workbook, plan: TablePlan<Line>, said: PageMarks): Table<Line> {
  return new Table(plan, (page) => addDeskSheet(workbook, page, said));
}
