import { type Assessment, entryOf } from '../assessment/schema.ts';
import type { Item, Section, Standard, Veto } from '../standard/schema.ts';
import { appliesTo } from '../standard/places.ts';
import { assertNever } from '../values/assert-never.ts';
import { scoreBlock } from './adjustments.ts';
import { type Points, showPoints } from '../values/points.ts';
import { passLine } from './pass-line.ts';
import { scoreRule } from './rule.ts';
import { scoreOutright } from './outright.ts';
import { problem } from '../standard/rules/parts.ts';
import { itemsIn, totalOf } from './total.ts';
import { leastOf } from '../standard/rules.ts';
import type { RuleResult } from '../standard/rules/kind.ts';
import type { Gaps, ItemResult, ScoreReport, SectionResult, VetoResult } from './types.ts';
import { add, compare, type Fraction, fraction, roundHalfUp, showFraction } from '../values/fraction.ts';
import { exemptionOf } from '../standard/gaps.ts';

/**
 * Scores an assessment against its standard: pure, exact, never throws on what the schemas let through. `given`:
 * scores by code that an evaluator stated outright, in place of what the rule makes of the input.
 */
export function scoreAssessment(
  standard: Standard,
  assessment: Assessment,
  given: ReadonlyMap<string, Points> = NOTHING,
): ScoreReport {
  const sections = scoreSections(standard.sections, [], { standard, assessment, given });
  const items = sections.flatMap(itemsIn);
  const unscored = items.filter(({ state }) => state === 'unscored');
  const parts = {
    sections,
    bonus: standard.bonus && scoreBlock(standard.bonus, assessment, given),
    penalty: standard.penalty && scoreBlock(standard.penalty, assessment, given),
    vetoes: standard.vetoes.map((veto) => judgeVeto(veto, standard, assessment)),
  };
  const { total, base, exact, raw: rawOf, explain } = totalOf(standard, parts);
  const raw = rawOf();
  const passScore = passLine(standard, assessment.campaign);
  return {
    ...parts,
    items,
    total,
    base,
    conversion: base - sections.reduce((sum, { score }) => sum + score, 0),
    ...(raw.denominator === 1n ? {} : { unrounded: showFraction(raw) }),
    onlyBy: total >= passScore ? onlyBy({ exact, raw }, passScore, parts.bonus?.score ?? 0) : [],
    gaps: gapsOf(items, standard),
    explanation: explain(),
    fullScore: standard.fullScore,
    passScore,
    passes: total >= passScore,
    gap: Math.max(passScore - total, 0),
    reachable: totalOf(standard, parts, new Set(unscored.map(({ code }) => code))).total,
    unscored: unscored.length,
    scored: items.length - unscored.length,
    stars: starsFor(standard, total),
  };
}

/** What a total that reaches the line owes it to, where it would not reach it otherwise. */
function onlyBy(
  { exact, raw }: { readonly exact: Fraction; readonly raw: Fraction },
  passScore: Points,
  bonus: Points,
): ScoreReport['onlyBy'] {
  const line = fraction(passScore);
  return [
    ...(roundHalfUp(add(exact, fraction(-bonus))) < passScore ? (['bonus'] as const) : []),
    ...(compare(raw, line) < 0 ? (['rounding'] as const) : []),
  ];
}

function gapsOf(items: readonly ItemResult[], { notApplicable }: Standard): Gaps {
  const gaps = items.filter(
    ({ state, problem }) =>
      state === 'notApplicable' && problem === undefined && notApplicable.rule !== 'forbidden',
  );
  return {
    count: gaps.length,
    codes: gaps.map(({ code }) => code),
    points: gaps.reduce((sum, { fullScore }) => sum + fullScore, 0),
  };
}

const NOTHING: ReadonlyMap<string, Points> = new Map();

interface Context {
  readonly standard: Standard;
  readonly assessment: Assessment;
  readonly given: ReadonlyMap<string, Points>;
}

/** Sections without an item for this unit's category are left out. */
function scoreSections(
  sections: readonly Section[],
  outer: readonly string[],
  context: Context,
): SectionResult[] {
  return sections
    .map((section) => {
      const path = [...outer, section.code];
      const items = section.items
        .filter((item) => appliesTo(item, context.assessment.unit.category))
        .map((item) => scoreItem(item, path, context));
      const result = { items, sections: scoreSections(section.sections, path, context) };
      return { code: section.code, title: section.title, ...sums(result, context.standard), ...result };
    })
    .filter((section) => itemsIn(section).length > 0);
}

function sums(
  { items, sections }: Pick<SectionResult, 'items' | 'sections'>,
  standard: Standard,
): Pick<SectionResult, 'score' | 'fullScore' | 'activeFullScore' | 'unscored'> {
  const all = [...items, ...sections.flatMap(itemsIn)];
  const sum = (value: (item: ItemResult) => number) => all.reduce((total, item) => total + value(item), 0);
  return {
    score: sum(({ score }) => score),
    fullScore: sum(({ fullScore }) => fullScore),
    activeFullScore: sum((item) => (isLeftOut(item, standard) ? 0 : item.fullScore)),
    unscored: sum(({ state }) => (state === 'unscored' ? 1 : 0)),
  };
}

function scoreItem(
  item: Item,
  path: readonly string[],
  { standard, assessment, given }: Context,
): ItemResult {
  const entry = entryOf(assessment, item.code);
  const { code, title, fullScore } = item;
  const common = { code, title, fullScore, state: entry.state, evidence: entry.evidence.length, path };
  switch (entry.state) {
    case 'unscored':
      return { ...common, score: 0, lost: 0, explanation: `满分${showPoints(fullScore)}分，尚未评分` };
    case 'scored': {
      const outright = given.get(code);
      const result =
        outright !== undefined
          ? scoreOutright(outright, leastOf(item.rule), fullScore)
          : entry.input
            ? scoreRule(item.rule, fullScore, entry.input)
            : problem('没有填写评分内容，请重新评分');
      return { ...common, ...result, lost: fullScore - result.score };
    }
    case 'notApplicable': {
      const result = notApplicable(item, standard, assessment.unit.category);
      const judged = { ...common, ...result };
      return { ...judged, lost: isLeftOut(judged, standard) ? 0 : fullScore - result.score };
    }
    default:
      return assertNever(entry.state);
  }
}

function notApplicable(item: Item, standard: Standard, category: string): RuleResult {
  const { rule, scope } = standard.notApplicable;
  if (rule === 'forbidden') return problem('本标准不设“不适用”，请按实际情况评分');
  if (scope === 'marked' && exemptionOf(standard, item, category).words === '') {
    return problem(
      item.needs || item.notApplicableFor
        ? '本类单位的这一项不得申报“不适用”，请按实际情况评分'
        : '本项不得申报“不适用”，请按实际情况评分',
    );
  }
  return rule === 'fullScore'
    ? { score: item.fullScore, explanation: `不适用，按满分${showPoints(item.fullScore)}分计` }
    : { score: 0, explanation: '不适用，不计入满分，其余各项按比例折算' };
}

/** Accepted as not applicable where the standard renormalises: out of the score and out of the full score. */
function isLeftOut({ state, problem }: Pick<ItemResult, 'state' | 'problem'>, standard: Standard): boolean {
  return standard.notApplicable.rule === 'renormalise' && state === 'notApplicable' && problem === undefined;
}

function judgeVeto(
  { code, title, effect, own }: Veto,
  { authority }: Standard,
  assessment: Assessment,
): VetoResult {
  const { state, input } = entryOf(assessment, code);
  const veto = { code, title, effect, own, counts: !own || authority !== 'official' };
  if (state !== 'scored' || input?.kind !== 'veto') return { ...veto, state: 'unanswered' };
  return { ...veto, state: input.applies ? 'applies' : 'clear' };
}

/** The highest band reached; 0 below the lowest; undefined where the standard has no bands. */
function starsFor({ starBands }: Standard, total: Points): number | undefined {
  return starBands?.reduce((stars, band) => (total >= band.from ? Math.max(stars, band.stars) : stars), 0);
}
