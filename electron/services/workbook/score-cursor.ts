import type { Worksheet } from '@cj-tech-master/excelts';
import { type Points, showPoints } from '../../../shared/values/points.ts';
import type { SectionResult } from '../../../shared/scoring/types.ts';
import { placeOf } from '../../../shared/standard/places.ts';
import { basisWords } from './basis-words.ts';
import type { Context } from './context.ts';
import type { Span } from './score-formulas.ts';
import { type Layout, putScoreLine, type ScoreLine } from './score-rows.ts';
import type { PlacedGroup } from './score-sections.ts';
import { letter, put, putMerged, type Value } from '../sheets/sheet.ts';
import { STYLES } from '../sheets/styles.ts';

const SUM_HEIGHT = 20;

/** What is being written: the next free row moves down as lines are added. */
export interface Cursor {
  readonly sheet: Worksheet;
  readonly context: Context;
  readonly layout: Layout;
  readonly groups: PlacedGroup[];
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

/** Writes one line, notes which sections it stands in, and answers its first row. */
export function putPlaced(cursor: Cursor, sections: PlacedGroup['sections'], line: ScoreLine): number {
  const group = putScoreLine(cursor.sheet, cursor.row, cursor.layout, line, cursor.context);
  cursor.groups.push({ ...group, sections });
  cursor.row = group.last + 1;
  return group.first;
}

/** 评分标准 of a place, and what stands below its line: where that is from. */
export function wordsOf(
  { context: { standard, assessment } }: Cursor,
  code: string,
): Pick<ScoreLine, 'criterion' | 'below'> {
  const place = placeOf(standard, code);
  if (place === undefined) return { criterion: '', below: '' };
  const below = basisWords(standard, place, assessment.unit.category).join('　　');
  return { criterion: place.criterion, below };
}

/** A subtotal or total: label over the text columns, the three score columns, a note. Answers its row. */
export function putSum(
  cursor: Cursor,
  label: string,
  sections: PlacedGroup['sections'],
  value: (column: string, kind: 'full' | 'self' | 'verified') => Value,
  note?: (row: number) => Value,
): number {
  const { sheet, layout, row } = cursor;
  const { at } = layout;
  const from = Math.min(sections.length, layout.sections) + 1;
  putMerged(sheet, [row, from, row, at.explanation], label, STYLES.sumText);
  for (const kind of ['full', 'self', 'verified'] as const) {
    put(sheet, row, at[kind], value(letter(at[kind]), kind), STYLES.sum);
  }
  putMerged(sheet, [row, at.number, row, at.reason], note?.(row), STYLES.sumNote);
  put(sheet, row, at.opinion, undefined, STYLES.sumText);
  sheet.getRow(row).height = SUM_HEIGHT;
  cursor.groups.push({ first: row, last: row, height: SUM_HEIGHT, sections, sum: true });
  cursor.row += 1;
  return row;
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
