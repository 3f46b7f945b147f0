import { type Cursor, type PlacedSection, putFull, putSum } from './score-cursor.ts';
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
import type { Context } from './context.ts';
import { unlistedWords } from '../../../shared/assessment/category.ts';
import { longestReach, passLabels, reachFormula, reachWords } from './pass-words.ts';
import { CONTINUED } from './score-rows.ts';
import type { VetoResult } from '../../../shared/scoring/types.ts';
import { SOURCE_TIER_LABELS, type Standard } from '../../../shared/standard/schema.ts';
import { type Points, showPoints } from '../../../shared/values/points.ts';
import { letter } from '../sheets/sheet.ts';
import { STYLES } from '../sheets/styles.ts';

/** Addresses in 自评打分表 that other sheets show. */
export interface TotalCells {
  readonly self: string;
  readonly verified: string;
  /** How the total stands to the line. */
  readonly reach: string;
  /** 基础分. */
  readonly base: string;
}

interface Parts {
  readonly sections: readonly PlacedSection[];
  /** Row of the block's subtotal. */
  readonly bonus: number | undefined;
  readonly penalty: number | undefined;
  /** Rows of the vetoes, in the report's order. */
  readonly vetoes: readonly number[];
}

/** The rows below the last line: how the tree comes to 基础分, then what adds up to the total, the line, how it stands. */
export function putTotals(cursor: Cursor, parts: Parts): TotalCells {
  const { context, layout } = cursor;
  const { report } = context;
  const { sections, vetoes } = parts;
  const items = sections.flatMap(({ spans }) => spans);
  const isPlain = !isWeighted(context.standard) && context.standard.notApplicable.rule !== 'renormalise';
  const sum = putSum(cursor, isPlain ? '基础分（各项得分合计）' : '各项得分合计', [], (column, kind) => {
    const formula = sumFormula(
      column,
      [],
      sections.map(({ row }) => row),
    );
    if (kind === 'verified') return { formula: unlessEmpty(column, items, formula), result: '' };
    return { formula, result: sumOf(sections, kind === 'full' ? 'fullScore' : 'score') / 100 };
  });
  const tree = putTree(cursor, sections, sum);
  putLedger(cursor, parts, { sum, tree });

  const cell = (column: string, row: number | undefined) =>
    row === undefined ? undefined : `${column}${row}`;
  const total = putSum(
    cursor,
    '总分',
    [],
    (column, kind) => {
      if (kind === 'full') return report.fullScore / 100;
      const formula = totalFormula({
        tree: `${column}${tree}`,
        bonus: cell(column, parts.bonus),
        penalty: cell(column, parts.penalty),
        zeroing: vetoes.filter((_, index) => isZeroing(report.vetoes[index])).map((row) => `${column}${row}`),
      });
      if (kind === 'self') return { formula, result: report.total / 100 };
      const [first] = vetoes;
      const asked = {
        items,
        vetoes: first === undefined ? undefined : ([first, vetoes.at(-1) ?? first] as const),
        count: report.items.length + vetoes.length,
      };
      return { formula: verifiedFormula(column, asked, formula), result: '' };
    },
    () => unlistedNote(context, sumOf(sections, 'fullScore')),
  );
  const pass = putSum(cursor, passLabels(context.standard, context.assessment.campaign).row, [], (_, kind) =>
    kind === 'full' ? undefined : report.passScore / 100,
  );
  const verdict = putSum(
    cursor,
    passLabels(context.standard, context.assessment.campaign).question,
    [],
    (column, kind) => {
      if (kind === 'full') return undefined;
      const answer = reachFormula(`${column}${total}`, `${column}${pass}`);
      const longest = longestReach(report.passScore);
      if (kind === 'self') return { formula: answer, result: reachWords(report), longest };
      return { formula: `IF(ISNUMBER(${column}${total}),${answer},"")`, result: '', longest };
    },
  );
  putStars(cursor, total);
  putExplanation(cursor);
  const [self, verified] = [letter(layout.at.self), letter(layout.at.verified)];
  return {
    self: `${self}${total}`,
    verified: `${verified}${total}`,
    reach: `${self}${verdict}`,
    base: `${self}${tree}`,
  };
}

/** Why the rows above come to less than the full score. */
function unlistedNote({ standard, assessment }: Context, listed: Points): string | undefined {
  const words = unlistedWords(standard, assessment.unit);
  return words === '' ? undefined : `${words}，满分合计${showPoints(listed)}分`;
}

/** The lines that add up to 总分, which stands below them (shared/scoring/ledger.ts). */
function putLedger(
  cursor: Cursor,
  { sections, bonus, penalty }: Parts,
  { sum, tree }: { readonly sum: number; readonly tree: number },
): void {
  const { report } = cursor.context;
  const items = sections.flatMap(({ spans }) => spans);
  const line = (label: string, points: Points, formula: (column: string) => string, full?: Points) =>
    putSum(cursor, label, [], (column, kind) => {
      if (kind === 'verified') return { formula: unlessEmpty(column, items, formula(column)), result: '' };
      if (kind === 'self') return { formula: formula(column), result: points / 100 };
      return full === undefined ? undefined : { formula: formula(column), result: full / 100 };
    });
  putSum(cursor, '总分核算：以下各行相加为总分', [], () => undefined);
  for (const { result, row } of sections) {
    const { code, title, score, fullScore } = result;
    line(`${code} ${title}`, score, (column) => `N(${column}${row})`, fullScore);
  }
  if (tree !== sum) {
    const formula = (column: string) => `ROUND(${column}${tree}-${column}${sum},2)`;
    line('折算（基础分减各项得分合计）', report.conversion, formula);
  }
  if (bonus !== undefined) {
    line(report.bonus?.title ?? '', report.bonus?.score ?? 0, (column) => `N(${column}${bonus})`);
  }
  if (penalty !== undefined) {
    // Not negated: -0 is no number to print.
    line(
      report.penalty?.title ?? '',
      0 - (report.penalty?.score ?? 0),
      (column) => `0-N(${column}${penalty})`,
    );
  }
  const added = report.base + (report.bonus?.score ?? 0) - (report.penalty?.score ?? 0);
  const mayDiffer = penalty !== undefined || report.vetoes.some(isZeroing) || added < 0;
  if (mayDiffer) {
    const total = cursor.row + 1;
    putSum(cursor, '否决计零或不足0分的调整', [], (column, kind) => {
      if (kind === 'full') return undefined;
      const less = [bonus && `-N(${column}${bonus})`, penalty && `+N(${column}${penalty})`].filter(Boolean);
      const formula = `ROUND(${column}${total}-${column}${tree}${less.join('')},2)`;
      if (kind === 'self') return { formula, result: (report.total - added) / 100 };
      return { formula: `IF(ISNUMBER(${column}${total}),${formula},"")`, result: '' };
    });
  }
}

/** One that takes the total to 0 where it applies. */
function isZeroing(veto: VetoResult | undefined): boolean {
  return veto?.effect === 'totalZero' && veto.counts;
}

function isWeighted({ sections }: Standard): boolean {
  return sections.some(({ weight }) => weight !== undefined);
}

/** What the tree brings to the total: weighted, re-normalised, or the plain sum. Answers its row. */
function putTree(cursor: Cursor, sections: readonly PlacedSection[], sum: number): number {
  const { standard } = cursor.context;
  if (sections.length === 0) return sum;
  if (isWeighted(standard)) return putWeighted(cursor, sections);
  if (standard.notApplicable.rule !== 'renormalise') return sum;

  const items = sections.flatMap(({ spans }) => spans);
  const full = letter(cursor.layout.at.full);
  const all: Span = [sections[0]?.all[0] ?? 0, sections.at(-1)?.all[1] ?? 0];
  const active = sumOf(sections, 'activeFullScore');
  const applicable = putSum(cursor, '适用满分合计（不含“不适用”的项目）', [], (column, kind) => {
    if (kind === 'full') return undefined;
    const formula = applicableFormula(column, full, sum, all);
    return kind === 'self'
      ? { formula, result: active / 100 }
      : { formula: unlessEmpty(column, items, formula), result: '' };
  });
  return putSum(cursor, '基础分（得分合计÷适用满分×分值合计）', [], (column, kind) => {
    if (kind === 'full') return undefined;
    const formula = renormaliseFormula(`${column}${sum}`, `${full}${sum}`, `${column}${applicable}`);
    if (kind === 'verified') return { formula: unlessEmpty(column, items, formula), result: '' };
    return { formula, result: cursor.context.report.base / 100 };
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
  return putSum(cursor, '基础分（加权得分合计）', [], (column, kind) => {
    if (kind === 'full') {
      return { formula: sumFormula(column, [span], []), result: sum(shares.map((share) => share.full)) };
    }
    const formula = weightedTotalFormula(column, full, span);
    if (kind === 'verified') return { formula: unlessEmpty(column, items, formula), result: '' };
    return { formula, result: cursor.context.report.base / 100 };
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
  const { context } = cursor;
  const blank = '＿＿＿＿＿＿＿＿';
  const lines = [
    `总分计算过程：${context.report.explanation.join('；')}。`,
    ...standardLines(context.standard),
    `填表人（签名）：${blank}　　单位负责人（签名）：${blank}　　核验人（签名）：${blank}　　日期：${blank}`,
  ];
  for (const text of lines) {
    putFull(cursor, { text, again: CONTINUED, from: 1, style: STYLES.note, sections: [], sum: true });
  }
}

/** What stands on the standard's own page: what it rests on, whose that is, and what is its maker's own. */
function standardLines({ sources, notes }: Standard): string[] {
  const listed = sources.map(({ document, tier, note }) => {
    const about = [...(tier ? [SOURCE_TIER_LABELS[tier]] : []), ...(note ? [note] : [])].join('，');
    return about === '' ? document : `${document}（${about}）`;
  });
  return [
    ...(listed.length === 0 ? [] : [`来源文件：${listed.join('；')}。`]),
    ...(notes.length === 0 ? [] : [`标准说明：${notes.join('')}`]),
  ];
}

function sumOf(sections: readonly PlacedSection[], key: 'score' | 'fullScore' | 'activeFullScore'): number {
  return sum(sections.map(({ result }) => result[key]));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
