import type { Workbook, Worksheet } from '@cj-tech-master/excelts';
import { addPage, type Page, standardHeader } from '../sheets/sheet.ts';
import { Table, type TablePlan } from '../sheets/table.ts';
import { headerText } from '../sheets/text.ts';
import { type Context, marksOf } from './context.ts';

/** A sheet of the workbook: every page names the standard, the unit and the revision. */
export function addSheet(workbook: Workbook, context: Context, page: Page): Worksheet {
  return addPage(workbook, page, { header: pageHeader(context, page), footer: pageFooter(context, page) });
}

export function addTable<Line>(workbook: Workbook, context: Context, plan: TablePlan<Line>): Table<Line> {
  return new Table(plan, (page) => addSheet(workbook, context, page));
}

function pageHeader(context: Context, page: Page): string {
  return standardHeader(context.standard, marksOf(context), page);
}

function pageFooter({ assessment, revision }: Context, { name, orientation }: Page): string {
  const unit = orientation === 'landscape' ? `${headerText(assessment.unit.name.slice(0, 30))}　` : '';
  const version = revision.number === 0 ? '' : `　第 ${revision.number} 版`;
  return `&L&8 ${unit}${name}&C&9第 &P 页 共 &N 页&R&8 ${revision.date}${version}`;
}
