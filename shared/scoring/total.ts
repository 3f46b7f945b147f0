import type { Standard } from '../standard/schema.ts';
import {
  add,
  compare,
  divide,
  fraction,
  type Fraction,
  multiply,
  roundHalfUp,
  showFraction,
} from '../values/fraction.ts';
import { type Points, showPoints } from '../values/points.ts';
import type { ItemResult, ScoreReport, SectionResult, VetoResult } from './types.ts';

type Parts = Pick<ScoreReport, 'sections' | 'bonus' | 'penalty' | 'vetoes'>;

/** What is renormalised in itself: the whole tree, or each top-level section where the standard has weights. */
interface Group {
  readonly title: string;
  readonly score: Points;
  /** The same before any item was rounded. */
  readonly exact: Fraction;
  readonly full: Points;
  /** `full` less what is not applicable under `renormalise`. */
  readonly active: Points;
  /** 10000 = 100 %. */
  readonly weight: number;
  /** By code: what full marks on the item would add to `score`. */
  readonly missing: ReadonlyMap<string, Points>;
}

interface Total {
  readonly total: Points;
  /** The tree alone. */
  readonly base: Points;
  /** Everything together, before it is rounded; 0 where a veto or less than nothing makes it so. */
  readonly exact: Fraction;
  /** The same before anything was rounded, the items included; worked out when asked, once for a report. */
  readonly raw: () => Fraction;
  /** How it came about, in Chinese; put into words when asked: most totals are only compared. */
  readonly explain: () => string[];
}

const ZERO = fraction(0);
const NONE: ReadonlySet<string> = new Set();

/**
 * The total in hundredths and how it came about. Items whose code is in `atFull` count with full
 * marks: what could still be reached. Exact until the one rounding at the end.
 */
export function totalOf(standard: Standard, parts: Parts, atFull: ReadonlySet<string> = NONE): Total {
  return reachableTotals(standard, parts)(atFull);
}

/** `totalOf` for one set of items after another: goes through the tree once. */
export function reachableTotals(standard: Standard, parts: Parts): (atFull: ReadonlySet<string>) => Total {
  const groups = groupsOf(standard, parts.sections);
  return (atFull) =>
    totalFrom(
      groups.map((group) => raised(group, atFull)),
      parts,
    );
}

function totalFrom(groups: readonly Group[], parts: Parts): Total {
  const tree = treeOf(groups, ({ score }) => fraction(score));
  const { bonus, penalty } = parts;
  // Not capped at the full score: only the standard's own caps say how far a bonus may reach above it.
  const beside = fraction((bonus?.score ?? 0) - (penalty?.score ?? 0));
  const sum = add(tree.exact, beside);
  const negative = compare(sum, ZERO) < 0;
  const vetoes = parts.vetoes.filter(zeroes);
  const isZero = negative || vetoes.length > 0;
  const exact = isZero ? ZERO : sum;
  const total = roundHalfUp(exact);
  const explain = () => [
    ...groups.map(explainGroup),
    ...tree.words(),
    ...(bonus && bonus.score > 0 ? [`${bonus.title}：加${showPoints(bonus.score)}分`] : []),
    ...(penalty && penalty.score > 0 ? [`${penalty.title}：减${showPoints(penalty.score)}分`] : []),
    ...(negative ? ['总分低于0分，按0分计'] : []),
    ...vetoes.map(({ title, own }) => `${own ? '否决事项（非通知规定）' : '一票否决'}“${title}”：总分计0分`),
    `总分${showPoints(total)}分${exact.denominator !== 1n ? `（${showFraction(exact)}分，四舍五入）` : ''}`,
  ];
  const raw = () => (isZero ? ZERO : add(treeOf(groups, ({ exact }) => exact).exact, beside));
  return { total, base: roundHalfUp(tree.exact), exact, raw, explain };
}

/** One that applies and has an effect: of an official standard no own one. */
export function counted({ state, counts }: VetoResult): boolean {
  return state === 'applies' && counts;
}

/** An own veto zeroes the total of its own standard alone: in an official one only what its text says counts. */
export function zeroes(veto: VetoResult): boolean {
  return veto.effect === 'totalZero' && counted(veto);
}

/** All items in a section result, at any depth. */
export function itemsIn(section: SectionResult): ItemResult[] {
  return [...section.items, ...section.sections.flatMap(itemsIn)];
}

function groupsOf(standard: Standard, sections: readonly SectionResult[]): Group[] {
  const weights = new Map(standard.sections.map(({ code, weight }) => [code, weight]));
  const groups = sections.map((section): Group => ({
    title: section.title,
    score: section.score,
    exact: sumOf(itemsIn(section).map(({ exact, score }) => exact ?? fraction(score))),
    full: section.fullScore,
    active: section.activeFullScore,
    weight: weights.get(section.code) ?? 0,
    missing: new Map(itemsIn(section).map(({ code, score, fullScore }) => [code, fullScore - score])),
  }));
  if (standard.sections.some(({ weight }) => weight !== undefined)) return groups;
  const sum = (key: 'score' | 'full' | 'active') => groups.reduce((total, group) => total + group[key], 0);
  const all = {
    score: sum('score'),
    exact: sumOf(groups.map(({ exact }) => exact)),
    full: sum('full'),
    active: sum('active'),
  };
  const missing = new Map(groups.flatMap((group) => [...group.missing]));
  return [{ title: '各项得分合计', ...all, weight: 10_000, missing }];
}

function raised(group: Group, atFull: ReadonlySet<string>): Group {
  let more = 0;
  for (const code of atFull) more += group.missing.get(code) ?? 0;
  if (more === 0) return group;
  return { ...group, score: group.score + more, exact: add(group.exact, fraction(more)) };
}

/** Each group ÷ its applicable points × its points × its weight; groups wholly not applicable share theirs out. */
function treeOf(
  groups: readonly Group[],
  scoreOf: (group: Group) => Fraction,
): { exact: Fraction; words: () => string[] } {
  const live = groups.filter(({ active, weight }) => active > 0 && weight > 0);
  if (live.length === 0) return { exact: ZERO, words: () => ['没有适用的评分项，计0分'] };

  const sum = sumOf(live.map((group) => weighted(group, scoreOf(group))));
  const whole = pointsOf(groups);
  const applicable = pointsOf(live);
  if (compare(whole, applicable) === 0) return { exact: sum, words: () => [] };

  const exact = divide(multiply(sum, whole), applicable);
  const words = () => {
    const [a, b, c, d] = [sum, applicable, whole, exact].map((value) => showFraction(value));
    return [`其余部分折算：${a}÷${b}×${c}＝${d}分`];
  };
  return { exact, words };
}

function pointsOf(groups: readonly Group[]): Fraction {
  return fraction(
    groups.reduce((sum, { full, weight }) => sum + full * weight, 0),
    10_000,
  );
}

function weighted({ full, active, weight }: Group, score: Fraction): Fraction {
  return fraction(score.numerator * BigInt(full * weight), score.denominator * BigInt(active * 10_000));
}

function explainGroup(group: Group): string {
  const { title, score, full, active, weight } = group;
  if (active === 0) return `${title}：全部不适用，不计`;
  const [s, f, na] = [score, full, full - active].map(showPoints);
  const whole = active === full;
  if (whole && weight === 10_000) return `${title}：${s}分（满分${f}分）`;
  const base = whole ? `${s}分` : `${s}÷（${f}−不适用${na}）×${f}`;
  const times = weight === 10_000 ? '' : `×${showPoints(weight)}%`;
  return `${title}：${base}${times}＝${showFraction(weighted(group, fraction(score)))}分`;
}

function sumOf(values: readonly Fraction[]): Fraction {
  return values.reduce(add, ZERO);
}
