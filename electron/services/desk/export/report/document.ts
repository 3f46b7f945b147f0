import { zipParts } from '../../../sheets/deterministic.ts';
import { cellText } from '../../../sheets/text.ts';
import type { Cell } from './cell.ts';
import type { ReportInput } from './input.ts';
import { type Report, reportOf } from './parts.ts';
import type { ReportTable } from './table.ts';
import {
  contentTypes,
  core,
  documentRelations,
  packageRelations,
  styles,
} from '../../../sheets/document-frame.ts';

/** A4 with 2 cm at the sides: what the text has, in twentieths of a point. */
const TEXT_WIDTH = 9638;

/** 核验报告.docx (ECMA-376, transitional). Same review and day, same bytes. */
export function buildReportDocument(input: ReportInput, today: string): Promise<Uint8Array> {
  const report = reportOf(input);
  const parts: [string, string][] = [
    ['[Content_Types].xml', contentTypes],
    ['_rels/.rels', packageRelations],
    ['docProps/core.xml', core(escape(`${report.title} ${report.unit}`), today)],
    ['word/document.xml', documentXml(report)],
    ['word/styles.xml', styles],
    ['word/header1.xml', headerXml(report)],
    ['word/footer1.xml', footerXml(report, today)],
    ['word/_rels/document.xml.rels', documentRelations],
  ];
  return zipParts(
    parts.map(([name, xml]) => [
      name,
      Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`),
    ]),
    today,
  );
}

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

function documentXml(report: Report): string {
  const marks = report.marks.length > 0 ? [paragraph(report.marks.join('　'), 'Mark')] : [];
  const body = [
    paragraph(report.title, 'Title'),
    paragraph(report.unit, 'Subtitle'),
    ...marks,
    factTable(report),
    paragraph('核验结论', 'Heading1'),
    paragraph(report.conclusion === '' ? '（未录入）' : report.conclusion, 'Normal'),
    ...report.tables.flatMap((table) => [paragraph(table.name, 'Heading1'), tableOf(table)]),
    ...report.signatures.map((line) => paragraph(line, 'Signature')),
  ];
  const page =
    '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/>' +
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1304" w:right="1134" w:bottom="1134" w:left="1134" ' +
    'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';
  return `<w:document ${NAMESPACES}><w:body>${body.join('')}${page}</w:body></w:document>`;
}

function headerXml({ warning, marks }: Report): string {
  return `<w:hdr ${NAMESPACES}>${paragraph([warning, ...marks].filter(Boolean).join('　'), 'Header')}</w:hdr>`;
}

function footerXml({ unit }: Report, today: string): string {
  const field = (name: string): string =>
    `<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
  return (
    `<w:ftr ${NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${run(`${unit}　核验报告　第 `)}` +
    `${field('PAGE')}${run(' 页 共 ')}${field('NUMPAGES')}${run(` 页　${today}`)}</w:p></w:ftr>`
  );
}

function paragraph(text: string, style: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text)}</w:p>`;
}

function run(text: string): string {
  const lines = cellText(text).split('\n');
  return `<w:r>${lines.map((line) => `<w:t xml:space="preserve">${escape(line)}</w:t>`).join('<w:br/>')}</w:r>`;
}

function factTable({ facts }: Report): string {
  // 上级主管部门, the longest label, on one line.
  const widths = [15, 30, 15, 30];
  const rows: string[] = [];
  for (let index = 0; index < facts.length; index += 2) {
    const cells = facts.slice(index, index + 2).flatMap(([label, value]) => [
      { text: label, style: 'TableHead' },
      { text: value, style: 'TableText' },
    ]);
    rows.push(tableRow(cells, widths, ''));
  }
  return tableXml(widths, rows);
}

const CELL_STYLES: Record<Cell['kind'], string> = {
  text: 'TableText',
  centre: 'TableCentre',
  points: 'TableCentre',
  alert: 'TableAlert',
  changed: 'TableAlert',
};

function tableOf({ columns, rows, empty }: ReportTable): string {
  if (rows.length === 0) return paragraph(empty, 'Normal');
  const widths = columns.map(({ width }) => width);
  const head = tableRow(
    columns.map(({ title }) => ({ text: title, style: 'TableHead' })),
    widths,
    '<w:tblHeader/>',
  );
  return tableXml(widths, [
    head,
    ...rows.map((cells) =>
      tableRow(
        cells.map(({ text, kind }) => ({ text, style: CELL_STYLES[kind] })),
        widths,
        '',
      ),
    ),
  ]);
}

function tableXml(widths: readonly number[], rows: readonly string[]): string {
  const grid = twips(widths).map((width) => `<w:gridCol w:w="${width}"/>`);
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
    (edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`,
  );
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblBorders>${edges.join('')}</w:tblBorders>` +
    '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>' +
    `</w:tblPr><w:tblGrid>${grid.join('')}</w:tblGrid>${rows.join('')}</w:tbl>`
  );
}

/** A reason may have 5,000 characters, more than a page: only short rows stay on one. */
const SHORT_ROW = 300;

function tableRow(
  cells: readonly { readonly text: string; readonly style: string }[],
  widths: readonly number[],
  properties: string,
): string {
  const all = twips(widths);
  const columns = cells.map(({ text, style }, index) => {
    const shade = style === 'TableHead' ? '<w:shd w:val="clear" w:color="auto" w:fill="E7E6E6"/>' : '';
    return (
      `<w:tc><w:tcPr><w:tcW w:w="${all[index] ?? 0}" w:type="dxa"/>${shade}<w:vAlign w:val="center"/></w:tcPr>` +
      `${paragraph(text, style)}</w:tc>`
    );
  });
  const whole = cells.every(({ text }) => text.length <= SHORT_ROW) ? '<w:cantSplit/>' : '';
  return `<w:tr><w:trPr>${whole}${properties}</w:trPr>${columns.join('')}</w:tr>`;
}

function twips(widths: readonly number[]): number[] {
  const sum = widths.reduce((all, width) => all + width, 0);
  return widths.map((width) => Math.floor((width * TEXT_WIDTH) / sum));
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
