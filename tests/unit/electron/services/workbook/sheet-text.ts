import { type Cell, type CellValue, Workbook, type Worksheet } from '@cj-tech-master/excelts';

/**
 * A workbook as a person reads it, for snapshots: every sheet with its page marks, every row with its height, every
 * cell with its formula, value, number format, link and whether it is red. Lines between rows are the merged ranges.
 */
export async function sheetText(bytes: Uint8Array): Promise<string> {
  const workbook = new Workbook();
  await workbook.xlsx.load(Buffer.from(bytes));
  return `${workbook.worksheets.map(oneSheet).join('\n\n')}\n`;
}

function oneSheet(sheet: Worksheet): string {
  const { orientation, printArea, printTitlesRow } = sheet.pageSetup;
  const { oddHeader, oddFooter } = sheet.headerFooter;
  const widths = sheet.columns.map(({ width }) => width ?? '');
  const lines = [
    `== ${sheet.name} | ${orientation} | ${printArea} | ${printTitlesRow ?? ''}`,
    `   header ${oddHeader}`,
    `   footer ${oddFooter}`,
    `   widths ${widths.join(' ')}`,
  ];
  sheet.eachRow((row, number) => {
    const cells: string[] = [];
    row.eachCell((cell) => {
      if (cell.master.address === cell.address) cells.push(oneCell(cell));
    });
    lines.push(`${number} (${row.height ?? 'auto'}) ${cells.filter((cell) => cell !== '').join(' | ')}`);
  });
  const rules = Object.entries(sheet.dataValidations.model).map(
    ([at, rule]) => `   ${at} takes ${JSON.stringify(rule)}`,
  );
  return [...lines, ...rules].join('\n');
}

function oneCell(cell: Cell): string {
  const { address, numFmt, font, hyperlink } = cell;
  const value = shown(cell.value);
  const format =
    typeof numFmt !== 'string' || ['General', '@'].includes(numFmt) || value === '' ? '' : ` ‹${numFmt}›`;
  const red = value !== '' && font?.color?.argb === 'FFC00000' ? ' (red)' : '';
  const link = hyperlink ? ` -> ${hyperlink}` : '';
  const merged = cell.isMerged ? ' (merged)' : '';
  return value === '' && merged === '' ? '' : `${address} ${value}${format}${red}${link}${merged}`;
}

function shown(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return oneLine(String(value));
  if ('formula' in value) return `=${value.formula} => ${JSON.stringify(value.result ?? '')}`;
  if ('text' in value) return oneLine(String(value.text));
  return oneLine(JSON.stringify(value));
}

function oneLine(text: string): string {
  return text.replaceAll('\n', '⏎');
}
