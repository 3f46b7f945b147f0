import type { Workbook, Worksheet } from '@cj-tech-master/excelts';
import { headerText } from '../../sheets/text.ts';

const PAPER_A4 = 9;
const MARGINS = { left: 0.4, right: 0.4, top: 0.6, bottom: 0.5, header: 0.3, footer: 0.25 };

/** A sheet that prints on landscape A4, one page wide, its first row on every page where `head` says so. */
export function addFormSheet(
  workbook: Workbook,
  name: string,
  { widths, title, head }: { widths: readonly number[]; title: string; head: 'repeated' | 'none' },
): Worksheet {
  const sheet = workbook.addWorksheet(name, {
    views:
      head === 'repeated'
        ? [{ state: 'frozen', ySplit: 1, showGridLines: false }]
        : [{ state: 'normal', showGridLines: false }],
    pageSetup: {
      paperSize: PAPER_A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: MARGINS,
      ...(head === 'repeated' ? { printTitlesRow: '1:1' } : {}),
    },
    headerFooter: {
      oddHeader: `&C&9 ${headerText(title.slice(0, 80))}`,
      oddFooter: `&L&8 ${name}&C&9第 &P 页 共 &N 页`,
    },
  });
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  return sheet;
}

/** A drop-down over a range, such as "A2:A500". */
export function addChoices(sheet: Worksheet, range: string, choices: readonly string[]): void {
  sheet.dataValidations.add(range, {
    type: 'list',
    allowBlank: true,
    formulae: [`"${choices.join(',')}"`],
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: '请从下拉框里选',
    error: '这一格只能填写下拉框里的内容。',
  });
}
