import { leastOf } from '../../../shared/standard/rules.ts';
import type { Workbook } from '@cj-tech-master/excelts';
import { formatPoints } from '../../../shared/values/points.ts';
import { adjustmentResults } from '../../../shared/scoring/results.ts';
import type { ItemResult, ScoreReport, SectionResult } from '../../../shared/scoring/types.ts';
import { authorityName } from '../../../shared/standard/authority.ts';
import type { Item, Standard } from '../../../shared/standard/schema.ts';
import { allItems } from '../../../shared/standard/places.ts';
import type { Context } from './context.ts';
import { putBlock, putVetoes, VETO_ANSWERS } from './score-blocks.ts';
import { allowPoints, wordsOf, type Cursor, type PlacedSection, putPlaced, putSum } from './score-cursor.ts';
import { applicableWords, NOT_APPLICABLE, type Span, sumFormula, unlessEmpty } from './score-formulas.ts';
import { layoutFor, type ScoreLine } from './score-rows.ts';
import { placeSections } from './score-sections.ts';
import { putTotals, type TotalCells } from './score-totals.ts';
import { pageHeight, Pages } from '../sheets/pages.ts';
import { letter, putHead, putLine, setPrintArea, type Value } from '../sheets/sheet.ts';
import { addSheet } from './page.ts';
import { type CellStyle, STYLES } from '../sheets/styles.ts';

export const SCORE_SHEET = '自评打分表';

/** Writes 自评打分表 and answers where its totals stand, for the sheets that show them. */
export function addScoreSheet(workbook: Workbook, context: Context): TotalCells {
  const { report, standard, assessment, revision } = context;
  const nested = report.sections.some(({ sections }) => sections.length > 0);
  const layout = layoutFor(nested ? 2 : 1, formatPoints(Math.max(report.fullScore, report.total)).length);
  const widths = layout.columns.map(({ width }) => width);
  const headRow = 3;
  const sheet = addSheet(workbook, context, { name: SCORE_SHEET, widths, orientation: 'landscape', headRow });
  putLine(sheet, 1, widths, `${standard.title} 自评打分表`, STYLES.title);
  const line = `单位：${assessment.unit.name}　　标准：${standard.edition}（${authorityName(standard)}）　　日期：${revision.date}`;
  putLine(sheet, 2, widths, line, STYLES.subtitle);
  putHead(sheet, headRow, layout.columns);

  const height = (row: number) => sheet.getRow(row).height ?? 0;
  const later = pageHeight(widths) - height(headRow);
  const pages = new Pages({ first: later - height(1) - height(2), later });
  const cursor: Cursor = { sheet, context, layout, groups: [], pages, begun: new Set(), row: headRow + 1 };
  const items = new Map(allItems(standard).map(({ item }) => [item.code, item]));
  const sections = report.sections.map((section) =>
    putSectionRows(cursor, section, { outer: [], sums: 0, items }),
  );
  const bonus = putBlock(cursor, '加分', standard.bonus, report.bonus);
  const penalty = putBlock(cursor, '减分项', standard.penalty, report.penalty);
  const vetoes = putVetoes(cursor);
  const totals = putTotals(cursor, { sections, bonus, penalty, vetoes });
  for (const row of pages.breaks) sheet.getRow(row).addPageBreak();
  placeSections(sheet, cursor.groups, layout);
  setPrintArea(sheet, cursor.row - 1, widths.length);
  return totals;
}

/** What 自评分 shows for every code of the report: points, or a word where there are none. */
export function selfScores(report: ScoreReport, standard: Standard): ReadonlyMap<string, number | string> {
  return new Map<string, number | string>([
    ...report.items.map((item) => [item.code, selfScore(item, standard)] as const),
    ...adjustmentResults(report).map(({ code, score }) => [code, score / 100] as const),
    ...report.vetoes.map(({ code, state }) => [code, VETO_ANSWERS[state]] as const),
  ]);
}

function selfScore(
  { state, problem, score }: ItemResult,
  { notApplicable }: Pick<Standard, 'notApplicable'>,
): number | string {
  const leftOut = state === 'notApplicable' && problem === undefined && notApplicable.rule === 'renormalise';
  return leftOut ? NOT_APPLICABLE : state === 'unscored' ? '未评' : score / 100;
}

/** What a section stands in. */
interface Around {
  /** Outermost first. */
  readonly outer: readonly SectionResult[];
  /** Subtotals that follow its own at once. */
  readonly sums: number;
  readonly items: ReadonlyMap<string, Item>;
}

function putSectionRows(
  cursor: Cursor,
  result: SectionResult,
  { outer, sums, items }: Around,
): PlacedSection {
  const path = [...outer, result];
  const first = cursor.row;
  // The last line of a section has its subtotal below it, and those of the sections that end with it.
  const after = (isLast: boolean) => (isLast ? sums + 1 : 0);
  result.items.forEach((item, index) => {
    const isLast = result.sections.length === 0 && index === result.items.length - 1;
    putItem(cursor, item, path, { item: items.get(item.code), sums: after(isLast) });
  });
  const own: Span[] = result.items.length > 0 ? [[first, cursor.row - 1]] : [];
  const inner = result.sections.map((section, index) =>
    putSectionRows(cursor, section, {
      outer: path,
      sums: after(index === result.sections.length - 1),
      items,
    }),
  );
  const last = cursor.row - 1;
  const spans = [...own, ...inner.flatMap((section) => section.spans)];
  const rows = inner.map(({ row }) => row);
  const { context, layout } = cursor;
  const [full, self] = [letter(layout.at.full), letter(layout.at.self)];
  const row = putSum(
    cursor,
    `${result.title} 小计`,
    path,
    (column, kind) => {
      const sum = sumFormula(column, own, rows);
      if (kind === 'verified') return { formula: unlessEmpty(column, spans, sum), result: '' };
      return { formula: sum, result: (kind === 'full' ? result.fullScore : result.score) / 100 };
    },
    // 分值 is what the standard gives the section; without 合理缺项 it is out of less.
    (at) =>
      context.standard.notApplicable.rule === 'renormalise'
        ? applicableWords({ full, self, at, items: [first, last] }, result.activeFullScore)
        : undefined,
  );
  return { result, row, spans, all: [first, last] };
}

function putItem(
  cursor: Cursor,
  result: ItemResult,
  path: readonly SectionResult[],
  { item, sums }: { readonly item: Item | undefined; readonly sums: number },
): void {
  const least = item ? leastOf(item.rule) : 0;
  const value = selfScore(result, cursor.context.standard);
  const notCounted = value === NOT_APPLICABLE;
  const self: readonly [Value, CellStyle] = [
    value,
    notCounted ? STYLES.centre : result.state === 'unscored' ? STYLES.alert : STYLES.points,
  ];
  const line: ScoreLine = {
    code: result.code,
    title: result.title,
    ...wordsOf(cursor, result.code),
    explanation: result.explanation,
    full: [result.fullScore / 100, STYLES.points],
    self,
    verified: [notCounted ? NOT_APPLICABLE : undefined, STYLES.points],
  };
  const first = putPlaced(cursor, path, line, sums);
  allowPoints(cursor, first, least, result.fullScore);
}
