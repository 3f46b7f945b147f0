import { formatPoints, type Points } from '../../../shared/values/points.ts';
import type { Formula } from '../sheets/sheet.ts';

/** Text of a score that counts neither in the sum nor in the full marks. */
export const NOT_APPLICABLE = '不适用';
export const VETO_YES = '存在';
export const VETO_NO = '不存在';
const INCOMPLETE = '未完成';

/** First and last row of items that stand in one run. */
export type Span = readonly [number, number];

const range = (column: string, [first, last]: Span) => `${column}${first}:${column}${last}`;
/** 250 -> "2.5": a number as formulas write it. */
export const number = (points: Points) => String(points / 100);

/** Sum of item runs and of inner subtotals, cleared of what binary fractions add. */
export function sumFormula(column: string, spans: readonly Span[], rows: readonly number[]): string {
  if (spans.length + rows.length === 0) return '0';
  return `ROUND(SUM(${[...spans.map((span) => range(column, span)), ...rows.map((row) => `${column}${row}`)].join(',')}),2)`;
}

/** A formula that stays empty until the column has a number in it. */
export function unlessEmpty(column: string, spans: readonly Span[], formula: string): string {
  return `IF(${filled(column, spans)}=0,"",${formula})`;
}

function filled(column: string, spans: readonly Span[]): string {
  return spans.length === 0 ? '0' : `COUNT(${spans.map((span) => range(column, span)).join(',')})`;
}

/** Full marks less those of the items that `column` calls 不适用. */
export function applicableFormula(column: string, full: string, fullRow: number, span: Span): string {
  return `ROUND(${full}${fullRow}-SUMIF(${range(column, span)},"${NOT_APPLICABLE}",${range(full, span)}),2)`;
}

/** 适用满分12.00分: what a section is out of, without what is 不适用. `active` in hundredths. */
export function applicableWords(
  { full, self, at, items }: { full: string; self: string; at: number; items: Span },
  active: Points,
): Formula {
  const formula = `"适用满分"&TEXT(${applicableFormula(self, full, at, items)},"0.00")&"分"`;
  return { formula, result: `适用满分${formatPoints(active)}分` };
}

/**
 * score ÷ applicable × full, half-up to a hundredth. On whole hundredths, so that a tie is exactly .5 and no
 * spreadsheet's own rounding of binary fractions decides; INT is the floor.
 */
export function renormaliseFormula(score: string, full: string, applicable: string): string {
  const cents = (cell: string) => `ROUND(${cell}*100,0)`;
  return `IF(${applicable}<=0,0,INT(${cents(score)}*${cents(full)}/${cents(applicable)}+0.5)/100)`;
}

/** One top-level section's share in a weighted total, unrounded; 不适用 where nothing of it applies. */
export function weightedFormula(
  column: string,
  full: string,
  fullRow: number,
  weight: string,
  span: Span,
): string {
  const applicable = applicableFormula(column, full, fullRow, span);
  const share = `N(${column}${fullRow})/${applicable}*${full}${fullRow}*${weight}`;
  return `IF(${applicable}<=0,"${NOT_APPLICABLE}",${share})`;
}

/** Sum of the weighted sections; those not applicable share theirs out. `span`: the rows of the weighted sections. */
export function weightedTotalFormula(column: string, full: string, span: Span): string {
  const shares = range(column, span);
  const fulls = range(full, span);
  const applicable = `SUMIF(${shares},"<>${NOT_APPLICABLE}",${fulls})`;
  // Rounded to a millionth of a hundredth first: takes away the noise of binary fractions, not a real difference.
  return `IF(${applicable}<=0,0,INT(ROUND(SUM(${shares})*100*SUM(${fulls})/${applicable},6)+0.5)/100)`;
}

export interface TotalParts {
  readonly tree: string;
  readonly bonus: string | undefined;
  readonly penalty: string | undefined;
  /** Answers of the vetoes that zero the total. */
  readonly zeroing: readonly string[];
}

/** Tree + bonus − penalty, never below 0; 0 where a veto zeroes the total. */
export function totalFormula({ tree, bonus, penalty, zeroing }: TotalParts): string {
  const sum = [tree, bonus && `+N(${bonus})`, penalty && `-N(${penalty})`].filter(Boolean).join('');
  const total = `MAX(0,ROUND(${sum},2))`;
  if (zeroing.length === 0) return total;
  const vetoed = zeroing.map((cell) => `${cell}="${VETO_YES}"`).join(',');
  return `IF(OR(${vetoed}),0,${total})`;
}

/** The verified total: nothing before the first entry, 未完成 until every item and veto has its answer. */
export function verifiedFormula(
  column: string,
  { items, vetoes, count }: { items: readonly Span[]; vetoes: Span | undefined; count: number },
  total: string,
): string {
  if (items.length === 0) return '""';
  const all: Span = [Math.min(...items.map(([first]) => first)), Math.max(...items.map(([, last]) => last))];
  const answers = [
    filled(column, items),
    `COUNTIF(${range(column, all)},"${NOT_APPLICABLE}")`,
    ...(vetoes
      ? [`COUNTIF(${range(column, vetoes)},"${VETO_YES}")`, `COUNTIF(${range(column, vetoes)},"${VETO_NO}")`]
      : []),
  ].join('+');
  return `IF(${filled(column, items)}=0,"",IF(${answers}<${count},"${INCOMPLETE}",${total}))`;
}
