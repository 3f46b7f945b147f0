import { type Cursor, type PlacedSection, putSum } from './score-cursor.ts';
import {
  applicableFormula,
  NOT_APPLICABLE,
  number,
  renormaliseFormula,
  type Span,
  sumFormula,
  totalFormula,
  unlessEmpty,
  verifiedFormula,
  weightedFormula,
  weightedTotalFormula,
} from './score-formulas.ts';
import { NOT_REACHED, passLabels, REACHED } from './pass-words.ts';
import { letter, putLine } from '../sheets/sheet.ts';
import { STYLES } from '../sheets/styles.ts';

/** Addresses in 自评打分表 that other sheets show. */
export interface TotalCells {
  readonly self: string;
  readonly verified: string;
  readonly passes: string;
}

interface Parts {
  readonly sections: readonly PlacedSection[];
  /** Row of the block's subtotal. */
  readonly bonus: number | undefined;
  readonly penalty: number | undefined;
  /** Rows of the vetoes, in the report's order. */
  readonly vetoes: readonly number[];
}

/** The rows below the last line: sum, re-normalised or weighted sum, total, pass line, verdict. */
export function putTotals(cursor: Cursor, parts: Parts): TotalCells {
  const { context, layout } = cursor;
  const { report } = context;
  const { sections, vetoes } = parts;
  const items = sections.flatMap(({ spans }) => spans);
  const sum = putSum(cursor, '各项得分合计', [], (column, kind) => {
    const formula = sumFormula(
      column,
      [],
      sections.map(({ row }) => row),
    );
    if (kind === 'verified') return { formula: unlessEmpty(column, items, formula), result: '' };
    return { formula, result: sumOf(sections, kind === 'full' ? 'fullScore' : 'score') / 100 };
  });
  const tree = putTree(cursor, sections, sum);

  const cell = (column: string, row: number | undefined) =>
    row === undefined ? undefined : `${column}${row}`;
  const total = putSum(cursor, '总分', [], (column, kind) => {
    if (kind === 'full') return report.fullScore / 100;
    const formula = totalFormula({
      tree: `${column}${tree}`,
      bonus: cell(column, parts.bonus),
      penalty: cell(column, parts.penalty),
      zeroing: vetoes
        .filter((_, index) => report.vetoes[index]?.effect === 'totalZero')
        .map((row) => `${column}${row}`),
    });
    if (kind === 'self') return { formula, result: report.total / 100 };
    const [first] = vetoes;
    const asked = {
      items,
      vetoes: first === undefined ? undefined : ([first, vetoes.at(-1) ?? first] as const),
      count: report.items.length + vetoes.length,
    };
    return { formula: verifiedFormula(column, asked, formula), result: '' };
  });
  const pass = putSum(cursor, passLabels(context.standard).row, [], (_, kind) =>
    kind === 'full' ? undefined : report.passScore / 100,
  );
  const verdict = putSum(cursor, passLabels(context.standard).question, [], (column, kind) => {
    if (kind === 'full') return undefined;
    const answer = `IF(${column}${total}>=${column}${pass},"${REACHED}","${NOT_REACHED}")`;
    if (kind === 'self') return { formula: answer, result: report.passes ? REACHED : NOT_REACHED };
    return { formula: `IF(ISNUMBER(${column}${total}),${answer},"")`, result: '' };
  });
  putStars(cursor, total);
  putExplanation(cursor);
  const [self, verified] = [letter(layout.at.self), letter(layout.at.verified)];
  return { self: `${self}${total}`, verified: `${verified}${total}`, passes: `${self}${verdict}` };
}

/** What the tree brings to the total: weighted, re-normalised, or the plain sum. Answers its row. */
function putTree(cursor: Cursor, sections: readonly PlacedSection[], sum: number): number {
  const { standard } = cursor.context;
  if (sections.length === 0) return sum;
  if (standard.sections.some(({ weight }) => weight !== undefined)) return putWeighted(cursor, sections);
  if (standard.notApplicable.rule !== 'renormalise') return sum;

  const items = sections.flatMap(({ spans }) => spans);
  const full = letter(cursor.layout.at.full);
  const all: Span = [sections[0]?.all[0] ?? 0, sections.at(-1)?.all[1] ?? 0];
  const active = sumOf(sections, 'activeFullScore');
  const applicable = putSum(cursor, '适用分值合计（不含“不适用”的项目）', [], (column, kind) => {
    if (kind === 'full') return undefined;
    const formula = applicableFormula(column, full, sum, all);
    return kind === 'self'
      ? { formula, result: active / 100 }
      : { formula: unlessEmpty(column, items, formula), result: '' };
  });
  return putSum(cursor, '折算得分（得分合计÷适用分值×分值合计）', [], (column, kind) => {
    if (kind === 'full') return undefined;
    const formula = renormaliseFormula(`${column}${sum}`, `${full}${sum}`, `${column}${applicable}`);
    if (kind === 'verified') return { formula: unlessEmpty(column, items, formula), result: '' };
    const exact = active <= 0 ? 0 : (sumOf(sections, 'score') * sumOf(sections, 'fullScore')) / active;
    return { formula, result: Math.floor(exact + 0.5) / 100 };
  });
}

function putWeighted(cursor: Cursor, sections: readonly PlacedSection[]): number {
  const { standard } = cursor.context;
  const weights = new Map(standard.sections.map(({ code, weight }) => [code, weight ?? 0]));
  const items = sections.flatMap(({ spans }) => spans);
  const full = letter(cursor.layout.at.full);
  const shares = sections.map(({ result, row, all }) => {
    const weight = weights.get(result.code) ?? 0;
    const share = `${number(weight)}%`;
    const value =
      result.activeFullScore <= 0
        ? undefined
        : ((result.score / result.activeFullScore) * result.fullScore * weight) / 1_000_000;
    return {
      value,
      full: (result.fullScore * weight) / 1_000_000,
      row: putSum(cursor, `${result.title} 加权（权重${share}）`, [], (column, kind) => {
        if (kind === 'full') {
          return { formula: `${full}${row}*${share}`, result: (result.fullScore * weight) / 1_000_000 };
        }
        const formula = weightedFormula(column, full, row, share, all);
        if (kind === 'verified') return { formula: unlessEmpty(column, items, formula), result: '' };
        return { formula, result: value ?? NOT_APPLICABLE };
      }),
    };
  });
  const span: Span = [shares[0]?.row ?? 0, shares.at(-1)?.row ?? 0];
  return putSum(cursor, '加权得分合计', [], (column, kind) => {
    if (kind === 'full') {
      return { formula: sumFormula(column, [span], []), result: sum(shares.map((share) => share.full)) };
    }
    const formula = weightedTotalFormula(column, full, span);
    if (kind === 'verified') return { formula: unlessEmpty(column, items, formula), result: '' };
    const applicable = sum(shares.map((share) => (share.value === undefined ? 0 : share.full)));
    const whole = sum(shares.map((share) => share.full));
    const brought = sum(shares.map((share) => share.value ?? 0));
    const exact = applicable <= 0 ? 0 : (brought * 100 * whole) / applicable;
    return { formula, result: Math.floor(Number(exact.toFixed(6)) + 0.5) / 100 };
  });
}

/** Only where the standard itself has bands. */
function putStars(cursor: Cursor, total: number): void {
  const bands = cursor.context.standard.starBands;
  if (bands === undefined) return;
  putSum(cursor, '星级（按标准的分档）', [], (column, kind) => {
    if (kind === 'full') return undefined;
    const reached = bands.map(({ stars, from }) => `(${column}${total}>=${number(from)})*${stars}`).join(',');
    const formula = `MAX(0,${reached})`;
    return kind === 'self'
      ? { formula, result: cursor.context.report.stars ?? 0 }
      : { formula: `IF(ISNUMBER(${column}${total}),${formula},"")`, result: '' };
  });
}

function putExplanation(cursor: Cursor): void {
  const { sheet, context, layout } = cursor;
  const widths = layout.columns.map(({ width }) => width);
  const blank = '＿＿＿＿＿＿＿＿';
  const lines = [
    `总分计算过程：${context.report.explanation.join('；')}。`,
    `填表人（签名）：${blank}　　单位负责人（签名）：${blank}　　核验人（签名）：${blank}　　日期：${blank}`,
  ];
  for (const text of lines) {
    const first = cursor.row;
    cursor.row = putLine(sheet, first, widths, text, STYLES.note);
    for (let row = first; row < cursor.row; row += 1) {
      cursor.groups.push({
        first: row,
        last: row,
        height: sheet.getRow(row).height ?? 0,
        sections: [],
        sum: true,
      });
    }
  }
}

function sumOf(sections: readonly PlacedSection[], key: 'score' | 'fullScore' | 'activeFullScore'): number {
  return sum(sections.map(({ result }) => result[key]));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
