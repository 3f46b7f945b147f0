// What our templates are made of. Measures of Word: 20 to a point (twips) or, for letters, 2 to a point.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeightRule,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';

/** Fonts that both WPS and Word have. */
const font = (eastAsia) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia });
export const SONG = font('宋体');
const HEI = font('黑体');
const FANG = font('仿宋');
const RED = 'C00000';

/** A4, in twips. */
const PAGE = { width: 11_906, height: 16_838 };
const MARGIN = { top: 1304, bottom: 1134, left: 1304, right: 1304, header: 680, footer: 624 };
export const WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
export const WIDTH_LANDSCAPE = PAGE.height - MARGIN.left - MARGIN.right;

export const run = (text, { size = 12, face = FANG, ...look } = {}) =>
  new TextRun({ text, font: face, size: size * 2, ...look });

/** `runs`: text, or [text, look]. */
function runsOf(runs, look) {
  return [runs]
    .flat(1)
    .map((each) => (Array.isArray(each) ? run(each[0], { ...look, ...each[1] }) : run(each, look)));
}

export const title = (text) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 120, after: 200 },
    children: [run(text, { size: 22, face: HEI })],
  });

export const line = (text, { align = 'left', ...look } = {}) =>
  new Paragraph({
    alignment: align,
    spacing: { after: 120 },
    children: runsOf(text, { size: 12, face: SONG, ...look }),
  });

export const heading = (text) =>
  new Paragraph({
    keepNext: true,
    spacing: { before: 240, after: 120 },
    outlineLevel: 0,
    children: [run(text, { size: 15, face: HEI })],
  });

/** A paragraph of running text, two letters in. */
export const text = (content, { before = 0, after = 0, keepNext = false, ...look } = {}) =>
  new Paragraph({
    keepNext,
    alignment: AlignmentType.BOTH,
    indent: { firstLine: 600 },
    spacing: { line: 440, before, after },
    children: runsOf(content, { size: 15, ...look }),
  });

/** Stands alone: a loop or a condition begins or ends here, and the paragraph goes. */
export const mark = (tag) => new Paragraph({ children: [run(tag, { size: 9, color: '808080' })] });

/** One paragraph for each of a loop, or a place that plainly waits to be filled in. */
export const paragraphsOrPlace = (name, shown = name) => [
  mark(`【#${name}段落】`),
  text('【段】'),
  mark(`【/${name}段落】`),
  mark(`【^${name}段落】`),
  text([[`〔请填写：${shown}〕`, { color: RED, bold: true }]]),
  mark(`【/${name}段落】`),
];

/** Below a text or a table: where somebody signs and seals; the lines stay together, to the right. */
export const signed = (...lines) =>
  lines.map(
    (each, at) =>
      new Paragraph({
        keepNext: at < lines.length - 1,
        keepLines: true,
        indent: { left: 3000 },
        spacing: { before: at === 0 ? 420 : 120 },
        children: [run(each, { size: 15 })],
      }),
  );

const EDGE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const EDGES = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE };
const INSET = { top: 50, bottom: 50, left: 85, right: 85, marginUnitType: WidthType.DXA };

/** `content`: text, or paragraphs. `merge`: begins or goes on with a cell over several rows. */
export function cell(
  content,
  {
    span = 1,
    align = 'left',
    size = 10.5,
    face = SONG,
    merge,
    keepNext = false,
    middle = true,
    bottom = false,
  } = {},
) {
  const children = (Array.isArray(content) ? content : [content]).map((each) =>
    typeof each === 'string'
      ? new Paragraph({ alignment: align, keepNext, children: [run(each, { size, face })] })
      : each,
  );
  return new TableCell({
    children,
    columnSpan: span,
    borders: EDGES,
    margins: INSET,
    verticalAlign: bottom
      ? VerticalAlignTable.BOTTOM
      : middle
        ? VerticalAlignTable.CENTER
        : VerticalAlignTable.TOP,
    ...(merge && {
      verticalMerge: merge === 'begin' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE,
    }),
  });
}

export const label = (content, more = {}) => cell(content, { align: 'center', face: HEI, ...more });

/** `least`: height in twips. `split`: may go on over the page. */
export const row = (cells, { least = 454, head = false, split = false } = {}) =>
  new TableRow({
    children: cells,
    tableHeader: head,
    cantSplit: !split,
    height: { value: least, rule: HeightRule.ATLEAST },
  });

/** `widths` in twips; together the width of the page between its margins. */
export const table = (widths, rows) =>
  new Table({
    rows,
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
  });

const HEADED = '参考格式：通知没有规定格式，可不用；收件单位另有格式的，用其格式';

/** One page after another, each headed 参考格式, numbered at its foot. */
/** `headed`: what stands at the head of each page; '' where a notice itself prescribes the form. */
export function paper(name, children, { landscape = false, headed = HEADED } = {}) {
  const small = (content) => new Paragraph({ alignment: AlignmentType.CENTER, children: content });
  const size = { size: 18, font: SONG };
  return new Document({
    title: name,
    creator: '标兵自评',
    lastModifiedBy: '标兵自评',
    // As Word sets it in Chinese: a line that ends with a break is not stretched across.
    compatibility: { doNotExpandShiftReturn: true },
    styles: {
      default: { document: { run: { font: SONG, size: 21 }, paragraph: { spacing: { after: 0 } } } },
    },
    sections: [
      {
        properties: {
          page: { size: { ...PAGE, ...(landscape && { orientation: 'landscape' }) }, margin: MARGIN },
        },
        headers: {
          default: new Header({
            children: [
              small([
                run('【#示例】示例数据　【/示例】', { size: 9, face: SONG, color: RED, bold: true }),
                run(headed, { size: 9, face: SONG }),
              ]),
            ],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              small([
                new TextRun({
                  ...size,
                  children: ['第 ', PageNumber.CURRENT, ' 页 共 ', PageNumber.TOTAL_PAGES, ' 页'],
                }),
              ]),
            ],
          }),
        },
        children,
      },
    ],
  });
}
