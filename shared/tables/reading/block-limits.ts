import { type Points, showPoints } from '../../values/points.ts';
import { takesHighest } from '../rule-text/adjustment.ts';
import { type Limit, limitsIn, type LimitSide, sharesIn } from '../rule-text/limits.ts';
import type { ImportWarning, StandardDraft } from '../standard-draft.ts';
import { allGrowing, type GrowingNode } from './growing-node.ts';
import { shortly } from './warn.ts';

/** A text that may limit what is added or taken. */
export interface LimitText {
  readonly text: string;
  readonly table: string;
  /** As people count it; 0 where it stands in none. */
  readonly row: number;
  /** `name`: of a block with nothing but entries; `section`: of one with items too; `shared`: it stands in one cell beside several; `remark`: it is said of all. */
  readonly kind: 'name' | 'section' | 'shared' | 'remark';
  /** Entries below it, or beside it where they are all that its table has. */
  readonly entries: readonly GrowingNode[];
  /** A block's own score, which is its limit where its name states none. */
  readonly declared?: Points | undefined;
}

/** A limit of some entries of a side, or of all of them. */
interface Cap {
  readonly text: string;
  readonly points: Points;
  readonly of: LimitText;
  readonly isDeclared: boolean;
  readonly entries: readonly GrowingNode[];
}

type Told = Pick<LimitText, 'table' | 'row' | 'kind'>;
type Tell = (code: string, at: Pick<Told, 'table' | 'row'>, message: string) => void;

const SIDES = ['bonus', 'penalty'] as const;
const NAMES: Record<LimitSide, string> = { bonus: '加分', penalty: '扣分' };
const MOST: Record<LimitSide, string> = { bonus: '最多加', penalty: '最多扣' };

/**
 * The one cap a side that a standard has: of several blocks what they make together, unless the whole is limited.
 * Every other limit is told.
 */
export function blockLimits(
  remarks: readonly LimitText[],
  roots: readonly GrowingNode[],
): {
  readonly caps: Pick<StandardDraft, 'bonusCap' | 'penaltyCap'>;
  readonly warnings: readonly ImportWarning[];
} {
  const warnings = new Map<string, ImportWarning>();
  const tell: Tell = (code, { table, row }, message) =>
    void warnings.set(message, { code, table, row, column: 0, message });
  const texts = [...headingsIn(roots), ...remarks];
  const found = texts.flatMap((of) =>
    limitsIn(of.text, { name: of.kind === 'name' }).map((limit) => {
      const isOfTotal = of.kind === 'remark' && TOTALS.test(limit.text);
      const sides = limit.sides.length > 0 || isOfTotal ? limit.sides : onlySide(of.entries);
      return { limit, of, sides };
    }),
  );
  for (const { limit, of, sides } of found)
    if (sides.length === 0 && !isOfScores(limit, of)) tellUnused(limit, of, 'side', tell);
  const capOf = (side: LimitSide): Points | undefined => {
    const all = allGrowing(roots).filter(({ kind }) => kind === side);
    const caps: Cap[] = [];
    for (const { limit, of, sides } of found) {
      if (!sides.includes(side)) continue;
      const entries = of.kind === 'remark' ? all : of.entries.filter(({ kind }) => kind === side);
      if (limit.scope !== 'block') tellUnused(limit, of, limit.scope, tell, side);
      else if (all.length === 0 && side === 'penalty') tellUnused(limit, of, 'nothing', tell, side);
      else if (entries.length === 0 && of.kind !== 'remark') tellUnused(limit, of, 'part', tell, side);
      else caps.push({ text: limit.text, points: limit.points, of, isDeclared: false, entries });
    }
    for (const of of texts) {
      const isStated = caps.some((cap) => cap.of === of);
      if (!of.declared || isStated || onlySide(of.entries)[0] !== side) continue;
      caps.push({ text: of.text, points: of.declared, of, isDeclared: true, entries: of.entries });
    }
    return settle(side, caps, all.length, tell);
  };
  const caps = { bonusCap: capOf('bonus'), penaltyCap: capOf('penalty') };
  for (const of of texts) {
    tellHighest(of, roots, tell);
    for (const share of sharesIn(of.text)) tellShare(share, of, tell);
  }
  return { caps, warnings: [...warnings.values()] };
}

/** The sections, outermost first. */
function headingsIn(roots: readonly GrowingNode[]): LimitText[] {
  return allGrowing(roots).flatMap((node): LimitText[] => {
    if (node.kind !== 'section') return [];
    const below = allGrowing(node.children);
    const { table = '', row = 0 } = node.sourceRows[0] ?? {};
    const entries = entriesOf(below);
    // 加分累计不超过5分 that was read as a heading, with nothing below it.
    const kind = below.length === 0 ? 'remark' : isBlock(below) ? 'name' : 'section';
    const declared = kind === 'name' ? node.fullScore : undefined;
    return [{ text: `${node.title}${node.criterion}`, table, row, kind, entries, declared }];
  });
}

/** Bonus and penalty entries among nodes. */
export function entriesOf(nodes: readonly GrowingNode[]): GrowingNode[] {
  return nodes.filter(({ kind }) => kind === 'bonus' || kind === 'penalty');
}

/** Whether nothing among nodes is scored but such entries. */
export function isBlock(nodes: readonly GrowingNode[]): boolean {
  return entriesOf(nodes).length > 0 && nodes.every(({ kind }) => kind !== 'item');
}

/** The side of all that a text is said of, where that is one. */
function onlySide(entries: readonly GrowingNode[]): readonly LimitSide[] {
  const sides = SIDES.filter((side) => entries.some(({ kind }) => kind === side));
  return sides.length === 1 ? sides : [];
}

const TOTALS = /总得?分(?!值)|[终后](?:得分|成绩)|总成绩/;

/** A limit of what is scored within the full score: 总分不超过100分, 组织领导（最高30分）. */
function isOfScores({ text, scope }: Limit, { kind }: LimitText): boolean {
  return kind === 'section' || (scope === 'block' && /总分|得分|成绩|满分/.test(text));
}

/** `count`: how many entries the side has. */
function settle(side: LimitSide, caps: readonly Cap[], count: number, tell: Tell): Points | undefined {
  const wholes = caps.filter(({ entries }) => entries.length === count);
  const parts: Cap[] = [];
  for (const cap of caps) {
    if (wholes.includes(cap)) continue;
    // Within a part that has a limit of its own.
    if (parts.some(({ entries }) => cap.entries.some((entry) => entries.includes(entry))))
      tellUnused(cap, cap.of, 'part', tell, side);
    else parts.push(cap);
  }
  const [first] = [...wholes].sort((a, b) => Number(a.isDeclared) - Number(b.isDeclared));
  const isAll = parts.length > 1 && parts.reduce((sum, { entries }) => sum + entries.length, 0) === count;
  const sum = parts.reduce((all, { points }) => all + points, 0);
  const cap = isAll ? Math.min(sum, ...wholes.map(({ points }) => points)) : first?.points;
  if (isAll && cap !== undefined) {
    const each = parts.map(({ points }) => `${showPoints(points)}分`).join('、');
    const message = `${NAMES[side]}有${parts.length}处，上限各为${each}：标准里只有一个总上限，按${showPoints(cap)}分写入，各处自己的上限没有写入，请核对`;
    tell('severalCaps', { table: '', row: 0 }, message);
  } else for (const part of parts) tellUnused(part, part.of, 'part', tell, side);
  if (first && first.points === cap && first.of.kind === 'shared' && !/[累合总共]/.test(first.text)) {
    const shown = showPoints(first.points);
    const message = `${rowOf(first.of.row)}“${first.of.text}”由几行合用，没有写明是合计还是各自的上限：按${NAMES[side]}合计最多${shown}分写入，请核对`;
    tell('sharedCap', first.of, message);
  }
  for (const whole of wholes) if (whole.points !== cap) tellUnused(whole, whole.of, 'other', tell, side, cap);
  return cap;
}

type Why = Exclude<Limit['scope'], 'block'> | 'side' | 'nothing' | 'other';

/** Why a limit is none of the whole, and what a person does about it. */
function tellUnused(
  { text, points }: Pick<Limit, 'text' | 'points'>,
  { table, row, kind }: Told,
  why: Why,
  tell: Tell,
  side: LimitSide = 'bonus',
  cap = 0,
): void {
  const [name, most, shown] = [NAMES[side], MOST[side], showPoints(points)];
  const byHand = `需要时请在“结构”里给有关的${name}项填写“${most}”`;
  const reword = `请把原文写明（如“${name}合计不超过${shown}分”）后重新导入`;
  const said: Record<Why, readonly [string, string]> = {
    matter: [`是单个事项的${name}上限`, byHand],
    item: [`是其中某项或某种情形的${name}上限`, byHand],
    part: [
      kind === 'shared' ? '由几行合用，没有写明是合计还是各自的上限' : `只是其中一部分的${name}上限`,
      byHand,
    ],
    joint: ['把加分和扣分合在一起限制', '标准里两者的总上限是分开的，请在原文里分开写明后重新导入'],
    side: ['没有写明是加分还是扣分的上限', reword],
    nothing: [`是${name}的上限，但没有读到${name}项`, `需要时请在“结构”里新增，并填写“${most}”`],
    other: [
      `（${shown}分）与写入的${name}总上限${showPoints(cap)}分不一致`,
      '请核对；写入的不对时，请改正原文后重新导入',
    ],
  };
  const [reason, todo] = said[why];
  tell('limitUnused', { table, row }, `${rowOf(row)}“${text}”${reason}，没有作为总上限写入标准；${todo}`);
}

/** 不超过总分的10%: of how many points, the table does not say. */
function tellShare(text: string, of: LimitText, tell: Tell): void {
  const message = `${rowOf(of.row)}“${text}”是按百分比写的上限，没有写入标准；请换算成分数，在“核对”里填写加分或扣分合计的“最多”`;
  tell('limitUnused', of, message);
}

function rowOf(row: number): string {
  return row > 0 ? `第${row}行的` : '';
}

const ONCE = /[只仅][加扣计算记]?分?一次|不(?:得|能|予)?重复[加扣计奖]/;

/** 以上加分同一事项按最高分计: which matters are the same, no entry can say. */
function tellHighest(of: LimitText, roots: readonly GrowingNode[], tell: Tell): void {
  const { text, row, entries } = of;
  if (!takesHighest(text) && !ONCE.test(text)) return;
  const named = SIDES.filter((side) => (side === 'bonus' ? /加分|奖/ : /[扣减]分/).test(text));
  const nodes = allGrowing(roots);
  const sides = (named.length > 0 ? named : onlySide(entries)).filter((side) =>
    nodes.some(({ kind, adjustment }) => kind === side && adjustment?.counting === 'sum'),
  );
  if (sides.length === 0) return;
  const said = `${rowOf(row)}“${shortly(text)}”`;
  const names = sides.map((side) => `${NAMES[side]}项`).join('、');
  const todo = '需要时请在“结构”里把有关各项的“几种情形都有时”改为“只按最高的一项计”（改后只计一次）';
  tell('highestUnused', of, `${said}没有写入标准，${names}仍按“逐次累计”；${todo}`);
}
