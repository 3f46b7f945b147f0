import type { Worksheet } from '@cj-tech-master/excelts';
import { entryOf } from '../../../shared/assessment/schema.ts';
import type { Context } from './context.ts';
import { elsewhereWords } from '../../../shared/package/elsewhere.ts';
import { heightOf, linesIn, splitByLines } from '../sheets/measure.ts';
import { type Column, type Value, put, putMerged } from '../sheets/sheet.ts';
import { BODY_SIZE, type CellStyle, STYLES } from '../sheets/styles.ts';
import { hrefOf } from '../sheets/text.ts';

type Place =
  | 'code'
  | 'title'
  | 'criterion'
  | 'methods'
  | 'basis'
  | 'explanation'
  | 'full'
  | 'self'
  | 'number'
  | 'evidence'
  | 'reason'
  | 'verified'
  | 'opinion';

/** Columns of the score sheet, by their place. `sections`: one or two columns for the levels of sections. */
export interface Layout {
  readonly columns: readonly Column[];
  readonly sections: number;
  readonly at: Readonly<Record<Place, number>>;
}

/** `digits`: characters of the largest score; a number too wide for its cell would print as ####, so there is room for one more, as bold digits of other fonts need. */
export function layoutFor(sections: 1 | 2, digits: number): Layout {
  const outer =
    sections === 1
      ? [{ title: '指标', width: 8 }]
      : [
          { title: '一级指标', width: 7.5 },
          { title: '二级指标', width: 7.5 },
        ];
  const own: readonly (readonly [Place, string, number])[] = [
    ['code', '编号', 6.5],
    ['title', '评分项', 10],
    ['criterion', '评分标准', 31],
    ['methods', '评价方式', 7.5],
    ['basis', '依据', 13],
    ['explanation', '计分说明', 14],
    ['full', '分值', Math.max(7, digits + 1)],
    ['self', '自评分', Math.max(7.5, digits + 1)],
    ['number', '材料号', 5.5],
    ['evidence', '佐证材料', 13],
    ['reason', '自评说明', 12],
    ['verified', '核验分', Math.max(7.5, digits + 1)],
    ['opinion', '核验意见', 10],
  ];
  return {
    columns: [...outer, ...own.map(([, title, width]) => ({ title, width }))],
    sections,
    at: Object.fromEntries(own.map(([place], index) => [place, sections + index + 1])) as Layout['at'],
  };
}

/** One line of the score sheet: an item, or an entry of the bonus, penalty or veto block. */
export interface ScoreLine {
  readonly code: string;
  readonly title: string;
  readonly criterion: string;
  readonly methods: string;
  readonly basis: string;
  /** Over the whole width below the line; '' where there is nothing. */
  readonly below: string;
  readonly explanation: string;
  readonly full: readonly [Value, CellStyle];
  readonly self: readonly [Value, CellStyle];
  readonly verified: readonly [Value, CellStyle];
}

/** What follows `code` where a line goes on on the next page. */
export const CONTINUED = '（续）';
/** Room to write an opinion by hand. */
export const LEAST_HEIGHT = 38;
/** A text that would need more than this goes below its line, over the sheet's whole width. */
const LONG_HEIGHT = 230;
export const SEE_BELOW = '（全文见下行）';

interface FileCell {
  readonly text: string;
  readonly number: Value;
  readonly style: CellStyle;
}

/** A line, or what of it is left for the next page. */
export interface LinePart {
  readonly texts: readonly (readonly [column: number, text: string])[];
  readonly files: readonly FileCell[];
  /** The line has no evidence at all. */
  readonly isBare: boolean;
  /** Scores stand in the first part alone. */
  readonly isFirst: boolean;
}

/** A text below its line, over the sheet's whole width. */
interface Below {
  readonly text: string;
  /** What each further row of it begins with. */
  readonly again: string;
}

/** A line's cells, and the texts below it: those that are too long for a cell, and its own. */
export function partOf(
  layout: Layout,
  line: ScoreLine,
  context: Context,
): { readonly part: LinePart; readonly below: readonly Below[] } {
  const { at } = layout;
  const { reason, evidence } = entryOf(context.assessment, line.code);
  const below: Below[] = [];
  const short = (name: string, text: string, column: number): readonly [number, string] => {
    if (need(layout, text, column) <= LONG_HEIGHT) return [column, text];
    const label = `${line.code} ${name}`;
    below.push({ text: `【${label}】${text}`, again: `【${label}${CONTINUED}】` });
    return [column, SEE_BELOW];
  };
  const texts = [
    [at.code, line.code],
    short('评分项', line.title, at.title),
    short('评分标准', line.criterion, at.criterion),
    short('评价方式', line.methods, at.methods),
    short('依据', line.basis, at.basis),
    short('计分说明', line.explanation, at.explanation),
    short('自评说明', reason, at.reason),
  ] as const;
  const files = evidence.map((sha256) => evidenceCell(context, sha256));
  const elsewhere = elsewhereWords(context.homes, { code: line.code, evidence });
  if (elsewhere !== '') files.push({ text: elsewhere, number: '', style: STYLES.centre });
  if (line.below !== '') below.push({ text: line.below, again: `【${line.code}${CONTINUED}】` });
  return { part: { texts, files, isBare: files.length === 0, isFirst: true }, below };
}

/** Height in points that a part needs. */
export function heightOfPart(layout: Layout, { texts, files }: LinePart): number {
  return Math.max(
    LEAST_HEIGHT,
    filesHeight(layout, files),
    ...texts.map(([column, text]) => need(layout, text, column)),
  );
}

/** What of a part fits into `room` points, and what is left of it. */
export function cutPart(layout: Layout, part: LinePart, room: number): [LinePart, LinePart] {
  const { texts, files } = part;
  const lines = Math.max(1, linesIn(room, BODY_SIZE));
  const cut = texts.map(([column, text]) => {
    const [head = ''] = splitByLines({ text, width: widthAt(layout, column), size: BODY_SIZE }, lines);
    return { column, head, tail: text.slice(head.length).replace(/^\n/, '') };
  });
  let taken = 0;
  while (taken < files.length && filesHeight(layout, files.slice(0, taken + 1)) <= room) taken += 1;
  const code = texts[0]?.[1] ?? '';
  const name = code.endsWith(CONTINUED) ? code : `${code}\n${CONTINUED}`;
  const { code: codeColumn } = layout.at;
  return [
    {
      ...part,
      texts: cut.map(({ column, head }) => [column, column === codeColumn ? code : head]),
      files: files.slice(0, taken),
    },
    {
      ...part,
      texts: cut.map(({ column, tail }) => [column, column === codeColumn ? name : tail]),
      files: files.slice(taken),
      isFirst: false,
    },
  ];
}

/** Writes a part of this height with a row for each file, and answers its last row. Columns of the sections are left to the caller. */
export function putPart(
  sheet: Worksheet,
  first: number,
  layout: Layout,
  { part, line, height }: { readonly part: LinePart; readonly line: ScoreLine; readonly height: number },
): number {
  const { at } = layout;
  const { texts, files, isBare, isFirst } = part;
  const fileHeights = files.length === 0 ? [0] : files.map((file) => filesHeight(layout, [file]));
  const extra = (height - fileHeights.reduce((sum, each) => sum + each, 0)) / fileHeights.length;
  const last = first + fileHeights.length - 1;
  fileHeights.forEach((each, index) => {
    sheet.getRow(first + index).height = each + extra;
  });
  const down = (column: number, value: Value, style: CellStyle) =>
    putMerged(sheet, [first, column, last, column], value, style);
  for (const [column, text] of texts) {
    down(column, text, column === at.code || column === at.methods ? STYLES.centre : STYLES.text);
  }
  const empty: readonly [Value, CellStyle] = [undefined, STYLES.centre];
  down(at.full, ...(isFirst ? line.full : empty));
  down(at.self, ...(isFirst ? line.self : empty));
  down(at.verified, ...(isFirst ? line.verified : empty));
  down(at.opinion, undefined, STYLES.text);
  if (files.length === 0) {
    putMerged(
      sheet,
      [first, at.number, first, at.evidence],
      isBare && isFirst ? '无' : undefined,
      STYLES.centre,
    );
  }
  files.forEach(({ text, number, style }, index) => {
    put(sheet, first + index, at.number, number, style);
    put(sheet, first + index, at.evidence, text, STYLES.text);
  });
  return last;
}

function widthAt({ columns }: Layout, column: number): number {
  return columns[column - 1]?.width ?? 1;
}

function need(layout: Layout, text: string, column: number): number {
  return heightOf({ text, width: widthAt(layout, column), size: BODY_SIZE });
}

function filesHeight(layout: Layout, files: readonly FileCell[]): number {
  return files.reduce((sum, { text }) => sum + need(layout, text, layout.at.evidence), 0);
}

/** The number in 佐证材料目录 is the link: some spreadsheets don't wrap a linked text, and a name can be long. */
function evidenceCell({ evidence, numbers, paths }: Context, sha256: string): FileCell {
  const text = evidence.get(sha256)?.label ?? sha256;
  const number = String(numbers.get(sha256) ?? '');
  const path = paths.get(sha256);
  return path === undefined
    ? { text, number, style: STYLES.centre }
    : { text, number: { text: number, href: hrefOf(path) }, style: STYLES.link };
}
