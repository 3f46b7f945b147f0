import { type Assessment, entryOf } from '../assessment/schema.ts';
import type { ItemResult, ScoreReport } from '../scoring/types.ts';
import { factsAsked, missingFacts, unitFacts } from '../standard/gaps.ts';
import { type ItemPlace, itemsFor } from '../standard/places.ts';
import type { Fact, Standard } from '../standard/schema.ts';
import { own } from '../values/own.ts';
import { showPoints } from '../values/points.ts';
import type { AssessmentFinding } from './finding.ts';

/** What the unit says of itself against what it answers item by item: 合理缺项 that contradict each other or the facts. */
export function checkGaps(
  standard: Standard,
  assessment: Assessment,
  report: ScoreReport,
): AssessmentFinding[] {
  const results = new Map(report.items.map((result) => [result.code, result]));
  const judged = itemsFor(standard, assessment.unit.category).flatMap((place) => {
    const result = results.get(place.code);
    return result ? [{ place, result }] : [];
  });
  const asked = factsAsked(standard, assessment.unit.category);
  return [
    ...asked.flatMap((fact) => contradictions(fact, assessment, judged)),
    ...unanswered(asked, assessment, judged),
  ];
}

interface JudgedItem {
  readonly place: ItemPlace;
  readonly result: ItemResult;
}

/** One sentence a fact: with it said to be missing, items that need it are scored; or the other way round. */
function contradictions(
  fact: Fact,
  { unit }: Assessment,
  judged: readonly JudgedItem[],
): AssessmentFinding[] {
  const needing = judged.filter(({ place }) => place.item.needs?.includes(fact.code));
  const scored = needing.filter(({ result }) => result.state === 'scored');
  // What may be left out for another reason as well proves nothing about the function.
  const left = needing.filter(
    ({ place, result }) =>
      result.state === 'notApplicable' &&
      result.problem === undefined &&
      place.item.needs?.length === 1 &&
      place.item.notApplicableWhen === undefined,
  );
  const answer = own(unit.facts ?? {}, fact.code);
  const found = (about: readonly JudgedItem[], message: string): AssessmentFinding[] => {
    const [first] = about;
    return first ? [{ code: 'gapContradiction', severity: 'warn', item: first.place.code, message }] : [];
  };
  if (answer === false) {
    return found(scored, `单位情况填的是“没有${fact.title}”，却给${names(scored)}评了分，请核对`);
  }
  if (answer === true) {
    return found(left, `单位情况填的是“有${fact.title}”，却把${names(left)}申报为不适用，请核对`);
  }
  if (scored.length === 0 || left.length === 0) return [];
  return found(
    left,
    `${names(left)}以没有${fact.title}为由申报不适用，${names(scored)}却评了分，前后矛盾，请核对`,
  );
}

/** A 合理缺项 rests on a fact that nobody has stated. */
function unanswered(
  asked: readonly Fact[],
  { unit }: Assessment,
  judged: readonly JudgedItem[],
): AssessmentFinding[] {
  return asked
    .filter(({ code }) => own(unit.facts ?? {}, code) === undefined)
    .flatMap((fact): AssessmentFinding[] => {
      const left = judged.filter(
        ({ place, result }) =>
          result.state === 'notApplicable' &&
          place.item.needs?.includes(fact.code) === true &&
          place.item.notApplicableWhen === undefined,
      );
      const points = left.reduce((sum, { place }) => sum + place.fullScore, 0);
      if (left.length === 0) return [];
      const message = `有${left.length}项（${showPoints(points)}分）申报不适用，但“单位与活动”里没有回答有没有${fact.title}，请补充`;
      return [{ code: 'factUnanswered', severity: 'warn', item: '', message }];
    });
}

/** The first three by name. */
function names(judged: readonly JudgedItem[]): string {
  const shown = judged.slice(0, 3).map(({ place }) => `“${place.code} ${place.title}”`);
  return `${shown.join('、')}${judged.length > 3 ? `等${judged.length}项` : ''}`;
}

/** Items that a unit may leave out by what it says of itself, and has not scored yet. */
export interface ProposedGap {
  readonly code: string;
  readonly title: string;
  /** Hundredths. */
  readonly fullScore: number;
  /** As it is entered. */
  readonly reason: string;
}

export function proposedGaps(standard: Standard, assessment: Assessment): ProposedGap[] {
  if (standard.notApplicable.rule === 'forbidden') return [];
  return itemsFor(standard, assessment.unit.category).flatMap(({ item }): ProposedGap[] => {
    const missing = missingFacts(standard, item, unitFacts(assessment.unit));
    if (missing.length === 0 || entryOf(assessment, item.code).state !== 'unscored') return [];
    const reason = `没有${missing.map(({ title }) => title).join('、')}`;
    return [{ code: item.code, title: item.title, fullScore: item.fullScore, reason }];
  });
}
