import type { Workbook, Worksheet } from '@cj-tech-master/excelts';
import type { Standard } from '../../../../shared/standard/schema.ts';
import { authorityLine } from '../../workbook/context.ts';
import { addPage, type Page } from '../../workbook/sheet.ts';
import { headerText } from '../../workbook/text.ts';

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
  const official = standard.authority === 'official';
  // Excel allows 255 characters for all of a header.
  const centre = headerText((official ? standard.title : authorityLine(standard)).slice(0, 60));
  return addPage(workbook, page, {
    header: `&C&8&K${official ? '000000' : 'C00000'} ${centre}&R&12&B&KC00000 ${marks.join('　')}`,
    footer: `&L&8 ${headerText(about.slice(0, 40))}　${page.name}&C&9第 &P 页 共 &N 页&R&8 ${date}`,
  });
}
