import { type Draft, type PlacedSection, putSum } from './score-draft.ts';
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
export function putTotals(draft: Draft, parts: Parts): TotalCells {
  const { context, layout } = draft;
  const { report } = context;
  const { sections, vetoes } = parts;
  const items = sections.flatMap(({ spans }) => spans);
  const sum = putSum(draft, '各项得分合计', [], (column, kind) => {
    const formula = sumFormula(
      column,
      [],
      sections.map(({ row }) => row),
    );
    if (kind === 'verified') return { formula: unlessEmpty(column, items, formula), result: '' };
    return { formula, result: sumOf(sections, kind === 'full' ? 'fullScore' : 'score') / 100 };
  });
  const tree = putTree(draft, sections, sum);

  const cell = (column: string, row: number | undefined) =>
    row === undefined ? undefined : `${column}${row}`;
  const total = putSum(draft, '总分', [], (column, kind) => {
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
  const pass = putSum(draft, '达标线（“以上”包括本数）', [], (_, kind) =>
    kind === 'full' ? undefined : report.passScore / 100,
  );
  const verdict = putSum(draft, '是否达标', [], (column, kind) => {
    if (kind === 'full') return undefined;
    const answer = `IF(${column}${total}>=${column}${pass},"达标","未达标")`;
    if (kind === 'self') return { formula: answer, result: report.passes ? '达标' : '未达标' };
    return { formula: `IF(ISNUMBER(${column}${total}),${answer},"")`, result: '' };
  });
  putStars(draft, total);
  putExplanation(draft);
  const [self, verified] = [letter(layout.at.self), letter(layout.at.verified)];
  return { self: `${self}${total}`, verified: `${verified}${total}`, passes: `${self}${verdict}` };
}

/** What the tree brings to the total: weighted, re-normalised, or the plain sum. Answers its row. */
function putTree(draft: Draft, sections: readonly PlacedSection[], sum: number): number {
  const { standard } = draft.context;
  if (sections.length === 0) return sum;
  if (standard.sections.some(({ weight }) => weight !== undefined)) return putWeighted(draft, sections);
  if (standard.notApplicable.rule !== 'renormalise') return sum;

  const items = sections.flatMap(({ spans }) => spans);
  const full = letter(draft.layout.at.full);
  const all: Span = [sections[0]?.all[0] ?? 0, sections.at(-1)?.all[1] ?? 0];
  const active = sumOf(sections, 'activeFullScore');
  const applicable = putSum(draft, '适用分值合计（不含“不适用”的项目）', [], (column, kind) => {
    if (kind === 'full') return undefined;
    const formula = applicableFormula(column, full, sum, all);
    return kind === 'self'
      ? { formula, result: active / 100 }
      : { formula: unlessEmpty(column, items, formula), result: '' };
  });
  return putSum(draft, '折算得分（得分合计÷适用分值×分值合计）', [], (column, kind) => {
    if (kind === 'full') return undefined;
    const formula = renormaliseFormula(`${column}${sum}`, `${full}${sum}`, `${column}${applicable}`);
    if (kind === 'verified') return { formula: unlessEmpty(column, items, formula), result: '' };
    const exact = active <= 0 ? 0 : (sumOf(sections, 'score') * sumOf(sections, 'fullScore')) / active;
    return { formula, result: Math.floor(exact + 0.5) / 100 };
  });
}

function putWeighted(draft: Draft, sections: readonly PlacedSection[]): number {
  const { standard } = draft.context;
  const weights = new Map(standard.sections.map(({ code, weight }) => [code, weight ?? 0]));
  const items = sections.flatMap(({ spans }) => spans);
  const full = letter(draft.layout.at.full);
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
      row: putSum(draft, `${result.title} 加权（权重${share}）`, [], (column, kind) => {
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
  return putSum(draft, '加权得分合计', [], (column, kind) => {
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
function putStars(draft: Draft, total: number): void {
  const bands = draft.context.standard.starBands;
  if (bands === undefined) return;
  putSum(draft, '星级（按标准的分档）', [], (column, kind) => {
    if (kind === 'full') return undefined;
    const reached = bands.map(({ stars, from }) => `(${column}${total}>=${number(from)})*${stars}`).join(',');
    const formula = `MAX(0,${reached})`;
    return kind === 'self'
      ? { formula, result: draft.context.report.stars ?? 0 }
      : { formula: `IF(ISNUMBER(${column}${total}),${formula},"")`, result: '' };
  });
}

function putExplanation(draft: Draft): void {
  const { sheet, context, layout } = draft;
  const widths = layout.columns.map(({ width }) => width);
  const blank = '＿＿＿＿＿＿＿＿';
  const lines = [
    `总分的计算：${context.report.explanation.join('；')}。`,
    `填表人（签名）：${blank}　　单位负责人（签名）：${blank}　　核验人（签名）：${blank}　　日期：${blank}`,
  ];
  for (const text of lines) {
    const first = draft.row;
    draft.row = putLine(sheet, first, widths, text, STYLES.note);
    for (let row = first; row < draft.row; row += 1) {
      draft.groups.push({
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
