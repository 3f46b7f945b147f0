import type { Workbook, Worksheet } from '@cj-tech-master/excelts';
import { addPage, type Page } from '../sheets/sheet.ts';
import { headerText } from '../sheets/text.ts';

/** A sheet whose columns are no document's, and whose pages say so. `about`: whose file it is. `today`: ISO 8601. */
export function addReferencePage(
  workbook: Workbook,
  page: Page,
  { about, today }: { about: string; today: string },
): Worksheet {
  return addPage(workbook, page, {
    header: `&C&9 ${headerText('参考格式')}`,
    footer: `&L&8 ${headerText(about.slice(0, 40))}&C&9第 &P 页 共 &N 页&R&8 ${today}`,
  });
}
