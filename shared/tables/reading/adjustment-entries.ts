import { type Points, showPoints } from '../../values/points.ts';
import { withoutCapCells } from '../cells/header-names.ts';
import { titleFrom } from '../cells/cell-texts.ts';
import { isBareSide, saysEntryAfterName, type Side } from '../cells/sides.ts';
import {
  type AdjustmentReading,
  NAMELESS,
  countsHighest,
  oneMatterDoubts,
  readAdjustment,
} from '../rule-text/adjustment.ts';
import { squeeze } from '../rule-text/compact.ts';
import { limitsIn, sharesIn } from '../rule-text/limits.ts';
import type { GrowingNode } from './growing-node.ts';
import type { Warn } from './warn.ts';

/** An item as bonus or penalty entries: what its text says of points, else what its score does. */
export function asAdjustments(
  node: GrowingNode,
  side: Exclude<Side, undefined>,
  row: number,
  warn: Warn,
): GrowingNode[] {
  const words = withoutCapCells(node.criterion) || node.title;
  const reading = readAdjustment(words, side);
  const noted = isShared(node.noteRows, node) ? [] : oneMatterDoubts(node.note);
  for (const doubt of [...reading.doubts, ...noted]) warn('adjustmentUnclear', row, `第${row}行：${doubt}`);
  const entries: GrowingNode[] = [];
  const title = ownTitle(node);
  const isOfBoth = side === 'both' && (node.sign === '±' || (reading.bonus && reading.penalty));
  const open = side === 'both' ? unsaidSides(node, reading) : [];
  if (open.length > 0) {
    const sides = open.map((kind) => (kind === 'bonus' ? '加分' : '扣分')).join('和');
    const most = showPoints(node.fullScore ?? 0);
    warn('adjustmentUnclear', row, `第${row}行：没有写明${sides}的情形，已按最多${most}分写入，请核对`);
  }
  for (const kind of ['bonus', 'penalty'] as const) {
    const found = open.includes(kind) ? optionOf(node, kind) : reading[kind];
    if (!found || (side !== 'both' && side !== kind && found.options.every(({ points }) => points === 0)))
      continue;
    // Beside a text of one side alone the score is its own.
    const isOfOthers = node.most?.isScore && isShared(node.most.rows, node);
    const declared = isOfBoth || isOfOthers ? undefined : node.fullScore;
    const most = found.cap ?? (side === 'both' ? undefined : reading.total);
    const cap =
      most ??
      notedMost(node, kind) ??
      (isOfBoth ? undefined : cellMost(node)) ??
      scoreAsMost(declared, found.options);
    entries.push({
      ...node,
      kind,
      title: found.options.length > 1 ? blockIn(node) || title : title,
      fullScore: undefined,
      proposal: undefined,
      adjustment: {
        options: found.options,
        counting: countsHighest(node.note) ? 'highest' : found.counting,
        // What is capped at nothing would never count.
        cap: cap === 0 ? undefined : cap,
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
    if (!node.fullScore) warn('adjustmentWithoutPoints', row, `第${row}行没有读到加分或扣分的分数，请填写`);
    else if (isMostAlone(node)) {
      const shown = showPoints(node.fullScore);
      warn('adjustmentUnclear', row, `第${row}行只写有最多${shown}分，没有写明每次的分数，请核对`);
    }
    const adjustment = optionOf(node, kind);
    entries.push({ ...node, kind, fullScore: undefined, proposal: undefined, adjustment });
  }
  tellOtherLimits(node, entries, row, warn);
  return entries;
}

/** What stands beside several rows is no limit of one of them. */
function isShared(rows: number, { sourceRows }: Pick<GrowingNode, 'sourceRows'>): boolean {
  return rows > sourceRows.length;
}

/** Its one score says the most of it. */
function isMostAlone({ most, criterion, title }: GrowingNode): boolean {
  return most?.isScore === true && EACH.test(criterion || title);
}

/** The most that a cell of its own says. */
function cellMost(node: GrowingNode): Points | undefined {
  const { most } = node;
  return !most || isShared(most.rows, node) ? undefined : most.points;
}

/** For each of so many: 每次, 发现一起, （每项）. */
const EACH = /每|一[次起件项例篇人天日处个条]|逐/;

/** A score is the most of its row, unless it only repeats what each of so many brings: 每次扣1分 beside −1. */
function scoreAsMost(
  score: Points | undefined,
  options: readonly { readonly label: string; readonly points: Points }[],
): Points | undefined {
  const highest = Math.max(...options.map(({ points }) => points));
  const isRepeated = options.some(({ label, points }) => points === score && EACH.test(label));
  return score !== undefined && highest <= score && !isRepeated ? score : undefined;
}

/** The one limit of a remark beside it: 最高加5分. */
function notedMost(node: GrowingNode, kind: 'bonus' | 'penalty'): Points | undefined {
  const note = isShared(node.noteRows, node) ? '' : node.note;
  const [only, ...more] = limitsIn(note).filter(({ scope }) => scope === 'block');
  const isOther = only && only.sides.length > 0 && !only.sides.includes(kind);
  return more.length > 0 || isOther ? undefined : only?.points;
}

/** 同一事项最高2分, beside 累计最高5分: an entry has one limit. */
function tellOtherLimits(node: GrowingNode, entries: readonly GrowingNode[], row: number, warn: Warn): void {
  const held = entries.map(({ adjustment }) => adjustment?.cap);
  const note = isShared(node.noteRows, node) ? '' : node.note;
  const texts = [node.criterion || node.title, note];
  const unheld = texts.flatMap((each) => limitsIn(each)).filter(({ points }) => !held.includes(points));
  const shares = texts.flatMap((each) => sharesIn(each));
  for (const text of [...unheld.map((limit) => limit.text), ...shares])
    warn(
      'limitUnused',
      row,
      `第${row}行的“${text}”没有作为上限写入标准；请在“结构”里核对这一项的“最多加”或“最多扣”`,
    );
}

/** 每迟到一次 beside −1: what each costs or earns, without an end. */
function pricedIn({ criterion, title }: GrowingNode, kind: 'bonus' | 'penalty', points: Points) {
  const words = withoutCapCells(criterion) || title.trim();
  if (!/每|一[次天日人件起项例篇]/.test(words) || points === 0) return undefined;
  const said = `${words}${kind === 'bonus' ? '加' : '扣'}${showPoints(points)}分`;
  return readAdjustment(said, kind)[kind]?.options;
}

/** The sides for which the text beside ±5, or beside 加减分 and its score, names no points. */
function unsaidSides({ sign, fullScore }: GrowingNode, reading: AdjustmentReading): ('bonus' | 'penalty')[] {
  const unsaid = (['bonus', 'penalty'] as const).filter((kind) => reading[kind] === undefined);
  return fullScore && (sign === '±' || unsaid.length > 1) ? unsaid : [];
}

/** All that a score says where no text does: up to so much, or so much each. */
function optionOf(node: GrowingNode, kind: 'bonus' | 'penalty') {
  const { fullScore } = node;
  const most = cellMost(node);
  // What each brings is not told by the most of all.
  const priced = node.most?.isScore ? undefined : pricedIn(node, kind, fullScore ?? 0);
  const options = priced ?? [{ code: '1', label: NAMELESS[kind], points: fullScore ?? 0 }];
  return { options, counting: 'sum' as const, cap: most || (priced ? undefined : fullScore || undefined) };
}

/** 加分项：获国家级表彰加5分；获省级表彰加3分: the name of the whole block, where the row has no other; '' elsewhere. */
export function blockIn({ title, criterion, fullScore }: GrowingNode): string {
  const isWhole = fullScore === undefined && saysEntryAfterName(criterion) && titleFrom(criterion) === title;
  return isWhole ? (criterion.split(/[：:]/)[0] ?? '') : '';
}

/** Its own, or where that is 奖励分 alone, what the text beside it is about. */
function ownTitle({ title, criterion }: GrowingNode): string {
  const [first, more] = criterion.split(/\n\s*\n/);
  const named = isBareSide(title) && first === title && more !== undefined ? titleFrom(more) : title;
  return /^每|\d分|最[高多]/.test(squeeze(named)) ? title : named;
}
