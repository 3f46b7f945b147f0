import { showPoints } from '../../values/points.ts';
import type { Building } from './builder.ts';
import { readNumbering } from '../cells/numbering.ts';
import { readAdjustment, takesHighest } from '../rule-text/adjustment.ts';
import { squeeze } from '../rule-text/compact.ts';
import { proposeRule } from '../rule-text/propose.ts';
import { scoreInName } from '../cells/score-text.ts';
import { isYes, type Side, vetoEffectOf } from '../cells/sides.ts';
import type { ImportWarning } from '../standard-draft.ts';

export type Warn = (code: string, row: number, message: string) => void;

/** Turns a finished item into what its texts say it is: an item with a rule, bonus, penalty or veto entries. */
export function settleEntry(node: Building, side: Side, vetoCell: string, warn: Warn): Building[] {
  const row = node.sourceRows[0]?.row ?? 0;
  const effect = vetoEffectOf(node.criterion || node.title);
  const isVeto = isYes(vetoCell) || effect !== undefined;
  if (isVeto && (node.fullScore === undefined || node.fullScore === 0) && side === undefined) {
    return [asVeto(node, effect)];
  }
  if (side !== undefined) return asAdjustments(node, side, row, warn);
  node.proposal = proposeRule(node.criterion, node.fullScore, { vetoes: isVeto ? 'elsewhere' : 'unread' });
  if (!isVeto) return [node];
  const veto = {
    ...asVeto({ ...node, proposal: undefined, sourceRows: [...node.sourceRows] }, effect),
    number: '',
  };
  warn('vetoWithPoints', row, `第${row}行既有分值又是否决项：已同时作为评分项和一票否决`);
  return [node, veto];
}

function asVeto(node: Building, effect: Building['vetoEffect']): Building {
  return {
    ...node,
    kind: 'veto',
    fullScore: undefined,
    vetoEffect: effect ?? 'notEligible',
    proposal: undefined,
  };
}

function asAdjustments(node: Building, side: Exclude<Side, undefined>, row: number, warn: Warn): Building[] {
  const text = node.criterion || node.title;
  const reading = readAdjustment(text, side);
  for (const doubt of reading.doubts) warn('adjustmentUnclear', row, `第${row}行：${doubt}`);
  const entries: Building[] = [];
  for (const kind of ['bonus', 'penalty'] as const) {
    const found = reading[kind];
    if (!found || (side !== 'both' && side !== kind && found.options.every(({ points }) => points === 0)))
      continue;
    const highest = Math.max(...found.options.map(({ points }) => points));
    const declared = side === 'both' ? undefined : node.fullScore;
    const cap = found.cap ?? (declared !== undefined && highest <= declared ? declared : undefined);
    entries.push({
      ...node,
      kind,
      fullScore: undefined,
      proposal: undefined,
      adjustment: {
        options: found.options,
        counting: takesHighest(node.note) ? 'highest' : found.counting,
        cap,
      },
    });
  }
  const all = entries.flatMap(({ adjustment }) => adjustment?.options.map(({ points }) => points) ?? []);
  if (node.fullScore !== undefined && Math.max(...all) > node.fullScore) {
    const [one, shown] = [showPoints(Math.max(...all)), showPoints(node.fullScore)];
    warn('adjustmentAboveScore', row, `第${row}行分值栏是${shown}分，文字却有${one}分：以文字为准，请核对`);
  }
  if (entries.length === 0) {
    const kind = side === 'both' ? 'bonus' : side;
    const points = node.fullScore ?? 0;
    if (points === 0) warn('adjustmentWithoutPoints', row, `第${row}行没有读到加分或扣分的分数，请填写`);
    const label = kind === 'bonus' ? '符合加分情形' : '符合扣分情形';
    const adjustment = {
      options: [{ code: '1', label, points }],
      counting: 'sum' as const,
      cap: node.fullScore,
    };
    entries.push({ ...node, kind, fullScore: undefined, proposal: undefined, adjustment });
  }
  return entries;
}

/** A short name for an item whose table has no title column: the first clause of its text. */
export function titleFrom(text: string): string {
  const first =
    text
      .trim()
      .split(/\n\s*\n/)[0]
      ?.replace(/\s*\n\s*/g, '') ?? '';
  const plain = readNumbering(first)?.rest ?? first;
  const clause = plain.split(/[。；;：:]/)[0] ?? plain;
  const unscored = scoreInName(clause)?.rest ?? clause;
  const title =
    unscored.length <= 30
      ? unscored
      : unscored.slice(0, 30).split(/[，,]/).slice(0, -1).join('，') || `${unscored.slice(0, 29)}…`;
  return title.trim() || plain.slice(0, 30) || '未命名';
}

/** 县河长办\n县水利局 -> 县河长办、县水利局. */
export function joinLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('、');
}

/** The materials that a cell lists: one per line or numbered part. */
export function listOf(cell: string): string[] {
  const lines = cell.split(/\n|[；;]/).map((line) => readNumbering(line)?.rest ?? line.trim());
  const clean = lines
    .map((line) => line.replace(/[。.，,、]$/, '').trim())
    .filter((line) => squeeze(line) !== '' && !/^[-/无]+$/.test(squeeze(line)));
  return [...new Set(clean)];
}

export function methodsOf(cell: string): string[] {
  return [
    ...new Set(
      cell
        .split(/[\n；;、，,]/)
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    ),
  ];
}

/** 县直单位、乡镇 -> both; 全部 -> none named. */
export function categoriesOf(cell: string): string[] {
  if (/^(?:全部|所有|各单位|通用|均适用|全体)?$/.test(squeeze(cell))) return [];
  return cell
    .split(/[\n；;、，,]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** "30%", "30", "0.3" -> 3000 hundredths of a percent. */
export function weightOf(cell: string): number | undefined {
  const match = /(\d+(?:\.\d+)?)(%?)/.exec(squeeze(cell));
  if (!match) return undefined;
  const number = Number(match[1]);
  const percent = match[2] === '' && number <= 1 ? number * 100 : number;
  const weight = Math.round(percent * 100);
  return weight >= 0 && weight <= 10_000 ? weight : undefined;
}

export function warning(table: string): { list: ImportWarning[]; warn: Warn } {
  const list: ImportWarning[] = [];
  return { list, warn: (code, row, message) => void list.push({ code, table, row, message }) };
}
