import type { Worksheet } from '@cj-tech-master/excelts';
import { type Points, showPoints } from '../../../shared/values/points.ts';
import type { SectionResult } from '../../../shared/scoring/types.ts';
import { placeOf } from '../../../shared/standard/places.ts';
import { besideWords, sourcesOf } from './basis-words.ts';
import type { Context } from './context.ts';
import type { Span } from './score-formulas.ts';
import {
  cutPart,
  heightOfPart,
  type Layout,
  LEAST_HEIGHT,
  type LinePart,
  partOf,
  putPart,
  type ScoreLine,
} from './score-rows.ts';
import type { PlacedGroup } from './score-sections.ts';
import { heightOf, linesIn, LINES_PER_ROW, MAX_ROW_HEIGHT, splitByLines } from '../sheets/measure.ts';
import type { Pages } from '../sheets/pages.ts';
import { letter, putMerged, textOf, type Value, widthOf } from '../sheets/sheet.ts';
import { BODY_SIZE, type CellStyle, STYLES } from '../sheets/styles.ts';

const SUM_HEIGHT = 20;

/** What is being written: the next free row moves down as lines are added. */
export interface Cursor {
  readonly sheet: Worksheet;
  readonly context: Context;
  readonly layout: Layout;
  readonly groups: PlacedGroup[];
  readonly pages: Pages;
  /** Sections whose title stands already. */
  readonly begun: Set<string>;
  row: number;
}

/** A section in the sheet: the row of its subtotal and the runs of item rows below it. */
export interface PlacedSection {
  readonly result: SectionResult;
  readonly row: number;
  readonly spans: readonly Span[];
  /** From its first item row to the last one before the subtotal. */
  readonly all: Span;
}

type Sections = PlacedGroup['sections'];

/** What is left of a page below this, in points, stays empty rather than that a line is cut in two for it. */
const LEAST_PART = LEAST_HEIGHT;

/**
 * Writes one line, over as many pages as it needs, notes which sections it stands in, and answers its first row.
 * `sums`: subtotals that follow at once and stay with it.
 */
export function putPlaced(cursor: Cursor, sections: Sections, line: ScoreLine, sums = 0): number {
  const { layout, context, pages } = cursor;
  const { part, below } = partOf(layout, line, context);
  const kept = sums * SUM_HEIGHT;
  const title = titleNeed(cursor, sections);
  let rest = part;
  let firstRow: number | undefined;
  const write = (what: LinePart, height: number) => {
    firstRow ??= cursor.row;
    putGroup(cursor, sections, { part: what, line, height });
  };
  const heightOfRest = () => Math.max(heightOfPart(layout, rest), rest === part ? title : 0);
  for (;;) {
    const height = heightOfRest();
    const keeps = below.length === 0 ? kept : 0;
    if (height + keeps <= pages.left) break;
    const room = Math.min(pages.left, height - LEAST_HEIGHT);
    const isWorthIt = room >= Math.max(LEAST_PART, rest === part ? title : 0);
    if (!pages.isFresh && !isWorthIt) {
      pages.endAfter(cursor.row - 1);
      continue;
    }
    if (!isWorthIt) break;
    const [head, tail] = cutPart(layout, rest, room);
    write(head, room);
    pages.endAfter(cursor.row - 1);
    rest = tail;
  }
  write(rest, heightOfRest());
  below.forEach((each, index) => {
    putFull(
      cursor,
      { ...each, from: layout.sections + 1, style: STYLES.textTop, sections },
      index === below.length - 1 ? kept : 0,
    );
  });
  return firstRow ?? cursor.row;
}

/** One part of a line on this page. */
function putGroup(
  cursor: Cursor,
  sections: Sections,
  what: { readonly part: LinePart; readonly line: ScoreLine; readonly height: number },
): void {
  const { sheet, layout, row } = cursor;
  place(cursor, { first: row, last: putPart(sheet, row, layout, what), height: what.height, sections });
}

interface FullText {
  readonly text: string;
  /** First column; it goes on to the last. */
  readonly from: number;
  readonly style: CellStyle;
  readonly sections: Sections;
  /** What each further row begins with. */
  readonly again: string;
  readonly sum?: true;
}

/** A text over many columns, in as many rows as it needs, each of them whole on its page. `kept`: points that stay with its end. */
export function putFull(cursor: Cursor, { text, from, style, again, ...group }: FullText, kept = 0): void {
  const { sheet, layout, pages } = cursor;
  const last = layout.at.opinion;
  const block = {
    width: widthOf(
      layout.columns.map(({ width }) => width),
      from,
      last,
    ),
    size: BODY_SIZE,
  };
  let rest = text;
  while (rest !== '') {
    const need = heightOf({ text: rest, ...block });
    const isWhole = need + kept <= pages.left;
    const lines = Math.min(
      LINES_PER_ROW,
      linesIn(isWhole ? need : Math.min(pages.left, need - kept), BODY_SIZE),
    );
    if (!isWhole && !pages.isFresh && lines < 2) {
      pages.endAfter(cursor.row - 1);
      continue;
    }
    const [piece = rest] = splitByLines({ text: rest, ...block }, Math.max(1, lines));
    const height = heightOf({ text: piece, ...block });
    const { row } = cursor;
    putMerged(sheet, [row, from, row, last], piece, style);
    sheet.getRow(row).height = height;
    place(cursor, { first: row, last: row, height, ...group });
    const tail = rest.slice(piece.length).replace(/^\n/, '');
    rest = tail === '' ? '' : `${again}${tail}`;
  }
}

function place(cursor: Cursor, group: Omit<PlacedGroup, 'page'>): void {
  const { groups, pages } = cursor;
  groups.push({ ...group, page: pages.page });
  for (const key of keysOf(group.sections)) cursor.begun.add(key);
  pages.take(group.height);
  cursor.row = group.last + 1;
}

/** Room for the titles of sections that begin here; one that goes on needs no more than the least row. */
function titleNeed({ layout, begun }: Cursor, sections: Sections): number {
  const keys = keysOf(sections);
  const needs = sections
    .slice(0, layout.sections)
    .map(({ title }, level) =>
      begun.has(keys[level] ?? '')
        ? 0
        : heightOf({ text: title, width: layout.columns[level]?.width ?? 1, size: BODY_SIZE }),
    );
  return Math.max(0, ...needs);
}

function keysOf(sections: Sections): string[] {
  return sections.map((_, level) =>
    sections
      .slice(0, level + 1)
      .map(({ code }) => code)
      .join('\n'),
  );
}

/** The texts of a place, and what stands below its line: whose what is. */
export function wordsOf(
  { context: { standard, assessment } }: Cursor,
  code: string,
): Pick<ScoreLine, 'criterion' | 'methods' | 'basis' | 'below'> {
  const place = placeOf(standard, code);
  if (place === undefined) return { criterion: '', methods: '', basis: '', below: '' };
  return {
    criterion: place.criterion,
    methods: place.kind === 'item' ? place.item.methods.join('、') : '',
    basis: sourcesOf(standard, place),
    below: besideWords(standard, place, assessment.unit.category).join('　　'),
  };
}

/** A subtotal or total: label over the text columns, the three score columns, a note. Answers its row. */
export function putSum(
  cursor: Cursor,
  label: string,
  sections: Sections,
  value: (column: string, kind: 'full' | 'self' | 'verified') => Value,
  note?: (row: number) => Value,
): number {
  const { sheet, layout, pages, row } = cursor;
  const { at } = layout;
  const from = Math.min(sections.length, layout.sections) + 1;
  const cells: readonly SumCell[] = [
    [[from, at.explanation], label, STYLES.sumText],
    ...(['full', 'self', 'verified'] as const).map((kind): SumCell => [
      [at[kind], at[kind]],
      value(letter(at[kind]), kind),
      STYLES.sum,
    ]),
    [[at.number, at.reason], note?.(row), STYLES.sumNote],
    [[at.opinion, at.opinion], undefined, STYLES.sumText],
  ];
  const height = heightOfSum(layout, cells);
  if (pages.left < height) pages.endAfter(row - 1);
  for (const [[first, last], what, style] of cells) putMerged(sheet, [row, first, row, last], what, style);
  sheet.getRow(row).height = height;
  place(cursor, { first: row, last: row, height, sections, sum: true });
  return row;
}

type SumCell = readonly [columns: readonly [first: number, last: number], value: Value, style: CellStyle];

function heightOfSum({ columns }: Layout, cells: readonly SumCell[]): number {
  const widths = columns.map(({ width }) => width);
  const needs = cells.map(([[first, last], value]) =>
    heightOf({ text: textOf(value), width: widthOf(widths, first, last), size: BODY_SIZE }),
  );
  return Math.min(MAX_ROW_HEIGHT, Math.max(SUM_HEIGHT, ...needs));
}

/** 核验分 takes numbers from `least` to `most` only; empty stays allowed. */
export function allowPoints({ sheet, layout }: Cursor, row: number, least: Points, most: Points): void {
  sheet.dataValidations.add(`${letter(layout.at.verified)}${row}`, {
    type: 'decimal',
    operator: 'between',
    formulae: [least / 100, most / 100],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: '核验分',
    error: `请填写 ${showPoints(least)} 至 ${showPoints(most)} 之间的数`,
  });
}
