import type { Worksheet } from '@cj-tech-master/excelts';
import { entryOf } from '../../../shared/assessment/schema.ts';
import type { Context } from './context.ts';
import { heightOf, LINES_PER_ROW, MAX_ROW_HEIGHT, splitByLines } from '../sheets/measure.ts';
import type { RowGroup } from '../sheets/pages.ts';
import { type Column, type Value, put, putMerged, tallStyle, widthOf } from '../sheets/sheet.ts';
import { BODY_SIZE, type CellStyle, STYLES } from '../sheets/styles.ts';
import { hrefOf } from '../sheets/text.ts';

/** Columns of the score sheet, by their place. `sections`: one or two columns for the levels of sections. */
export interface Layout {
  readonly columns: readonly Column[];
  readonly sections: number;
  readonly at: Readonly<
    Record<
      | 'code'
      | 'title'
      | 'criterion'
      | 'explanation'
      | 'full'
      | 'self'
      | 'number'
      | 'evidence'
      | 'reason'
      | 'verified'
      | 'opinion',
      number
    >
  >;
}

/** `digits`: characters of the largest score; a number too wide for its cell would print as ####. */
export function layoutFor(sections: 1 | 2, digits: number): Layout {
  const columns = [
    ...(sections === 1
      ? [{ title: '指标', width: 9 }]
      : [
          { title: '一级指标', width: 8 },
          { title: '二级指标', width: 8 },
        ]),
    { title: '编号', width: 6.5 },
    { title: '评分项', width: 12 },
    { title: '评分标准', width: 24 },
    { title: '计分说明', width: 16 },
    { title: '分值', width: Math.max(6, digits) },
    { title: '自评分', width: Math.max(6.5, digits) },
    { title: '材料号', width: 5.5 },
    { title: '佐证材料', width: 13.5 },
    { title: '自评说明', width: 13 },
    { title: '核验分', width: Math.max(6.5, digits) },
    { title: '核验意见', width: 11 },
  ];
  const next = (offset: number) => sections + offset;
  const at = {
    code: next(1),
    title: next(2),
    criterion: next(3),
    explanation: next(4),
    full: next(5),
    self: next(6),
    number: next(7),
    evidence: next(8),
    reason: next(9),
    verified: next(10),
    opinion: next(11),
  };
  return { columns, sections, at };
}

/** One line of the score sheet: an item, or an entry of the bonus, penalty or veto block. */
export interface ScoreLine {
  readonly code: string;
  readonly title: string;
  readonly criterion: string;
  /** Over the whole width below the line; '' where there is nothing. */
  readonly below: string;
  readonly explanation: string;
  readonly full: readonly [Value, CellStyle];
  readonly self: readonly [Value, CellStyle];
  readonly verified: readonly [Value, CellStyle];
}

/** Room to write an opinion by hand. */
const LEAST_HEIGHT = 38;
/** A text that would need more than this goes below its line, over the sheet's whole width. */
const LONG_HEIGHT = 230;
const BELOW = '（全文见下行）';

/** Writes one line with a row for each piece of evidence. Columns of the sections are left to the caller. */
export function putScoreLine(
  sheet: Worksheet,
  first: number,
  layout: Layout,
  line: ScoreLine,
  context: Context,
): RowGroup {
  const { at, columns } = layout;
  const entry = entryOf(context.assessment, line.code);
  const width = (column: number) => columns[column - 1]?.width ?? 1;
  const need = (text: string, column: number) => heightOf({ text, width: width(column), size: BODY_SIZE });

  const long: string[] = [];
  const short = (name: string, text: string, column: number) => {
    if (need(text, column) <= LONG_HEIGHT) return text;
    long.push(`【${line.code} ${name}】${text}`);
    return BELOW;
  };
  const texts = [
    [at.code, line.code, STYLES.centre],
    [at.title, line.title, STYLES.text],
    [at.criterion, short('评分标准', line.criterion, at.criterion), STYLES.text],
    [at.explanation, short('计分说明', line.explanation, at.explanation), STYLES.text],
    [at.reason, short('自评说明', entry.reason, at.reason), STYLES.text],
  ] as const;

  const files = entry.evidence.map((sha256) => evidenceValue(context, sha256));
  const fileHeights = files.length === 0 ? [0] : files.map(({ text }) => need(text, at.evidence));
  const fileHeight = fileHeights.reduce((sum, height) => sum + height, 0);
  const height = Math.min(
    Math.max(LEAST_HEIGHT, fileHeight, ...texts.map(([column, text]) => need(text, column))),
    MAX_ROW_HEIGHT * fileHeights.length,
  );
  const extra = (height - fileHeight) / fileHeights.length;
  const last = first + fileHeights.length - 1;
  fileHeights.forEach((each, index) => {
    sheet.getRow(first + index).height = Math.min(MAX_ROW_HEIGHT, each + extra);
  });

  const down = (column: number, value: Value, style: CellStyle) =>
    putMerged(sheet, [first, column, last, column], value, tallStyle(style, height));
  for (const [column, text, style] of texts) down(column, text, style);
  down(at.full, ...line.full);
  down(at.self, ...line.self);
  down(at.verified, ...line.verified);
  down(at.opinion, undefined, STYLES.text);
  if (files.length === 0) putMerged(sheet, [first, at.number, first, at.evidence], '无', STYLES.centre);
  files.forEach(({ text, number, style }, index) => {
    put(sheet, first + index, at.number, number, style);
    put(sheet, first + index, at.evidence, text, STYLES.text);
  });

  const under = line.below === '' ? long : [...long, line.below];
  const below = putLongTexts(sheet, last + 1, layout, under);
  return { first, last: below.last, height: height + below.height };
}

/** The number in 佐证材料目录 is the link: some spreadsheets don't wrap a linked text, and a name can be long. */
function evidenceValue(
  { evidence, numbers, paths }: Context,
  sha256: string,
): { text: string; number: Value; style: CellStyle } {
  const text = evidence.get(sha256)?.label ?? sha256;
  const number = String(numbers.get(sha256) ?? '');
  const path = paths.get(sha256);
  return path === undefined
    ? { text, number, style: STYLES.centre }
    : { text, number: { text: number, href: hrefOf(path) }, style: STYLES.link };
}

/** Long texts over the whole width beside the section columns, in as many rows as they need. */
function putLongTexts(
  sheet: Worksheet,
  first: number,
  { columns, sections, at }: Layout,
  texts: readonly string[],
): { last: number; height: number } {
  const width = widthOf(
    columns.map((column) => column.width),
    sections + 1,
    at.opinion,
  );
  let row = first;
  let total = 0;
  for (const text of texts) {
    for (const piece of splitByLines({ text, width, size: BODY_SIZE }, LINES_PER_ROW)) {
      const height = Math.min(MAX_ROW_HEIGHT, heightOf({ text: piece, width, size: BODY_SIZE }));
      putMerged(sheet, [row, sections + 1, row, at.opinion], piece, STYLES.text);
      sheet.getRow(row).height = height;
      total += height;
      row += 1;
    }
  }
  return { last: row - 1, height: total };
}
