import { ZipFile } from 'yazl';
import { encodeGb18030 } from './gb18030.ts';
import { across, type Placed, placed, type Sheet, tablesOf } from './sheet.ts';

export const FORMATS = ['csv', 'html', 'xlsx', 'docx'] as const;
export type Format = (typeof FORMATS)[number];

/** The file's bytes. A merged cell's text stands in its first cell alone where the form has no merging (.csv). */
export async function write(sheet: Sheet, format: Format): Promise<Buffer> {
  switch (format) {
    case 'csv':
      return sheet.isOldText
        ? encodeGb18030(csv(withRows(sheet)))
        : Buffer.from(`\uFEFF${csv(withRows(sheet))}`);
    case 'html':
      return Buffer.from(html(sheet));
    case 'xlsx':
      return xlsx(withRows(sheet));
    case 'docx':
      return docx(sheet);
  }
}

/** Paragraphs as rows across. */
function withRows(sheet: Sheet): Sheet {
  const lines = (all: readonly string[]) => all.map((text) => across(text, sheet.columns));
  return { ...sheet, rows: [...lines(sheet.before), ...sheet.rows, ...lines(sheet.after)] };
}

function csv(sheet: Sheet): string {
  const lines = sheet.rows.map(() => Array.from({ length: sheet.columns }, () => ''));
  for (const { row, column, text } of placed(sheet)) lines[row]?.splice(column, 1, text);
  const field = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `${lines.map((line) => line.map(field).join(',')).join('\r\n')}\r\n`;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

type Table = Pick<Sheet, 'rows' | 'columns'>;

function byRow(sheet: Table): Placed[][] {
  const rows: Placed[][] = sheet.rows.map(() => []);
  for (const cell of placed(sheet)) rows[cell.row]?.push(cell);
  return rows;
}

function html(sheet: Sheet): string {
  const paragraph = (text: string) => `<p>${escaped(text)}</p>\n`;
  const cell = ({ text, rowSpan, columnSpan }: Placed) =>
    `<td${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}>` +
    `${escaped(text).replaceAll('\n', '<br>')}</td>`;
  const table = (each: Table) => {
    const rows = byRow(each).map((cells) => `<tr>${cells.map(cell).join('')}</tr>\n`);
    return `<table border="1">\n${rows.join('')}</table>\n`;
  };
  return (
    `<!doctype html><html><head><meta charset="utf-8"><title></title></head><body>\n` +
    `${sheet.before.map(paragraph).join('')}${tablesOf(sheet).map(table).join('')}` +
    `${sheet.after.map(paragraph).join('')}</body></html>\n`
  );
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const WORDS = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const relations = (type: string, target: string) =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;

const contentTypes = (parts: Readonly<Record<string, string>>) =>
  `${XML}<Types xmlns="${PACKAGE}/content-types">` +
  `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Default Extension="xml" ContentType="application/xml"/>` +
  Object.entries(parts)
    .map(
      ([name, type]) =>
        `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`,
    )
    .join('') +
  '</Types>';

function xlsx(sheet: Sheet): Promise<Buffer> {
  const value = ({ row, column, text }: Placed) => {
    const at = `${columnName(column)}${row + 1}`;
    if (text === '') return `<c r="${at}"/>`;
    if (sheet.numbers.has(column) && /^-?\d+(?:\.\d+)?$/.test(text) && String(Number(text)) === text) {
      return `<c r="${at}"><v>${text}</v></c>`;
    }
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
  };
  const rows = byRow(sheet).map((cells, row) => `<row r="${row + 1}">${cells.map(value).join('')}</row>`);
  const merged = placed(sheet)
    .filter(({ rowSpan, columnSpan }) => rowSpan * columnSpan > 1)
    .map(
      ({ row, column, rowSpan, columnSpan }) =>
        `<mergeCell ref="${columnName(column)}${row + 1}:${columnName(column + columnSpan - 1)}${row + rowSpan}"/>`,
    );
  const merges =
    merged.length > 0 ? `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>` : '';
  return zipped({
    '[Content_Types].xml': contentTypes({
      '/xl/workbook.xml': 'spreadsheetml.sheet.main',
      '/xl/worksheets/sheet1.xml': 'spreadsheetml.worksheet',
    }),
    '_rels/.rels': relations('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml':
      `${XML}<workbook xmlns="${SHEETS}" xmlns:r="${OFFICE}">` +
      `<sheets><sheet name="${escaped(sheet.name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `${XML}<worksheet xmlns="${SHEETS}"><sheetData>${rows.join('')}</sheetData>${merges}</worksheet>`,
  });
}

function columnName(column: number): string {
  return String.fromCharCode(65 + column);
}

function docx(sheet: Sheet): Promise<Buffer> {
  const paragraph = (text: string) =>
    `<w:p><w:r>${text
      .split('\n')
      .map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
      .join('<w:br/>')}</w:r></w:p>`;
  const cell = (text: string, span: number, merge: string) =>
    `<w:tc><w:tcPr>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${merge}</w:tcPr>${paragraph(text)}</w:tc>`;
  const grid = '<w:gridCol w:w="1200"/>'.repeat(sheet.columns);
  const table = (each: Table) => {
    const all = placed(each);
    const rows = each.rows.map((_, row) =>
      all
        .filter(({ row: first, rowSpan }) => first <= row && row < first + rowSpan)
        .sort((a, b) => a.column - b.column)
        .map(({ row: first, rowSpan, columnSpan, text }) => {
          if (rowSpan === 1) return cell(text, columnSpan, '');
          return first === row
            ? cell(text, columnSpan, '<w:vMerge w:val="restart"/>')
            : cell('', columnSpan, '<w:vMerge/>');
        }),
    );
    const lines = rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`);
    return `<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${lines.join('')}</w:tbl>`;
  };
  // Tables without a paragraph between them would be one.
  const tables = tablesOf(sheet).map(table).join('<w:p/>');
  const body = [...sheet.before.map(paragraph), tables, ...sheet.after.map(paragraph), '<w:p/>'];
  return zipped({
    '[Content_Types].xml': contentTypes({ '/word/document.xml': 'wordprocessingml.document.main' }),
    '_rels/.rels': relations('officeDocument', 'word/document.xml'),
    'word/document.xml': `${XML}<w:document xmlns:w="${WORDS}"><w:body>${body.join('')}</w:body></w:document>`,
  });
}

async function zipped(parts: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile();
  const mtime = new Date(Date.UTC(2020, 0, 1));
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name, { mtime });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
