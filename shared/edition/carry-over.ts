import { scoreAssessment } from '../scoring/report.ts';
import { scoredResults } from '../scoring/results.ts';
import { diffStandards, type PlaceDiff } from './diff.ts';
import { pairUp, plainText } from '../values/pair.ts';
import { type Place, placeOf } from '../standard/places.ts';
import type { Standard } from '../standard/schema.ts';
import { carryAnswer } from './carry-answer.ts';
import {
  type Assessment,
  type CarriedFrom,
  type Confirm,
  type Entry,
  entryOf,
} from '../assessment/schema.ts';
import { unconfirmed } from '../scoring/unconfirmed.ts';

export interface CarryOver {
  readonly assessment: Assessment;
  /** Codes of what is to be confirmed, of all that this unit is judged by. */
  readonly toConfirm: readonly string[];
  /** Of these, those whose answer does not fit the new rule: they are to be scored anew. */
  readonly toScore: readonly string[];
  /** Filled-in entries that are taken as they are. */
  readonly kept: number;
  /** Filled-in entries that the new standard has no place for. */
  readonly gone: number;
}

export interface CarryOverOptions {
  readonly newId: string;
  /** SHA-256 of the new standard's file. */
  readonly standardSha256: string;
  /** ISO 8601. */
  readonly now: string;
}

/**
 * The assessment under another edition of its standard, as a new assessment. What is the same, or has only moved,
 * is taken as it is; what was reworded or rescored keeps reason, evidence and, where it fits the new rule, the
 * answer, and is to be confirmed. What was filled in for entries that are gone stays in `carriedFrom`, its
 * evidence in `evidence`. Unit, campaign and materials stay; exported revisions are the old one's alone.
 */
export function carryOver(
  assessment: Assessment,
  from: Standard,
  to: Standard,
  { newId, standardSha256, now }: CarryOverOptions,
): CarryOver {
  const diffs = new Map(
    diffStandards(from, to)
      .items.filter(({ change }) => change !== 'gone')
      .map((diff) => [diff.formerCode, diff]),
  );
  const scores = formerScores(assessment, from);
  const entries: [string, Entry][] = [];
  const gone: CarriedFrom['gone'] = [];
  for (const [code, entry] of Object.entries(assessment.entries)) {
    const score = scores.get(code);
    const diff = diffs.get(code);
    const [before, after] = [placeOf(from, code), diff && placeOf(to, diff.code)];
    if (diff && before && after) {
      entries.push([after.code, carryEntry(entry, { diff, old: before, fresh: after, from, to, score })]);
    } else if (!isEmpty(entry)) {
      const { reason, evidence } = entry;
      gone.push({
        code,
        title: before?.title ?? '',
        explanation: score?.explanation ?? '',
        reason,
        evidence,
      });
    }
  }
  const carried: Assessment = {
    ...assessment,
    id: newId,
    createdAt: now,
    updatedAt: now,
    standard: { id: to.id, edition: to.edition, sha256: standardSha256 },
    unit: { ...assessment.unit, category: carryCategory(assessment.unit.category, from, to) },
    entries: Object.fromEntries(entries),
    revisions: [],
    // About another standard's items.
    feedback: undefined,
    carriedFrom: {
      assessmentId: assessment.id,
      standard: { id: from.id, edition: from.edition, title: from.title },
      gone: [...(assessment.carriedFrom?.gone ?? []), ...gone],
    },
  };
  const toConfirm = unconfirmed(carried, scoreAssessment(to, carried));
  return {
    assessment: carried,
    toConfirm,
    toScore: toConfirm.filter((code) => entryOf(carried, code).state === 'unscored'),
    kept: Object.values(carried.entries).filter((entry) => !entry.confirm && !isEmpty(entry)).length,
    gone: gone.length,
  };
}

interface FormerScore {
  /** Absent for vetoes. */
  readonly score?: number;
  readonly explanation: string;
}

function carryEntry(
  entry: Entry,
  pair: {
    diff: PlaceDiff;
    old: Place;
    fresh: Place;
    from: Standard;
    to: Standard;
    score: FormerScore | undefined;
  },
): Entry {
  const { diff, old, score } = pair;
  const untouched = diff.change === 'same' || diff.change === 'moved';
  const answer = carryAnswer(entry, { ...pair, untouched });
  if ((untouched && answer) || isEmpty(entry)) return { ...entry, ...answer };
  const confirm: Confirm = {
    change: diff.change,
    formerCode: old.code,
    formerTitle: old.title,
    formerCriterion: old.criterion,
    ...(old.kind === 'item' ? { formerFullScore: old.fullScore } : {}),
    ...(score?.score === undefined ? {} : { formerScore: score.score }),
    ...(score === undefined ? {} : { formerExplanation: score.explanation }),
    details: [...diff.details, ...(answer ? [] : ['原来的填写不符合新的评分标准，请重新评分'])],
  };
  const { reason, evidence } = entry;
  return { ...(answer ?? { state: 'unscored' }), reason, evidence, confirm };
}

function isEmpty({ state, reason, evidence }: Entry): boolean {
  return state === 'unscored' && reason === '' && evidence.length === 0;
}

/** Code -> what was answered there, scored by the old edition. */
function formerScores(assessment: Assessment, from: Standard): ReadonlyMap<string, FormerScore> {
  const report = scoreAssessment(from, assessment);
  return new Map<string, FormerScore>([
    ...scoredResults(report)
      .filter(({ code }) => entryOf(assessment, code).state !== 'unscored')
      .map(({ code, score, explanation }): [string, FormerScore] => [code, { score, explanation }]),
    ...report.vetoes
      .filter(({ state }) => state !== 'unanswered')
      .map(({ code, state }): [string, FormerScore] => [
        code,
        { explanation: `已回答“${state === 'applies' ? '是' : '否'}”` },
      ]),
  ]);
}

/** '' where the new edition has no such category: the unit then chooses anew. */
function carryCategory(category: string, from: Standard, to: Standard): string {
  const pairs = pairUp(
    from.unitCategories,
    to.unitCategories,
    ({ title }) => plainText(title),
    ({ code }) => code,
  );
  return [...pairs].find(([old]) => old.code === category)?.[1].code ?? '';
}
