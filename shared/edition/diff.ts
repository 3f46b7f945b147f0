import * as z from 'zod';
import { assertNever } from '../values/assert-never.ts';
import { type Points, pointsSchema, showPoints } from '../values/points.ts';
import { comparePlaces, differences } from './compare.ts';
import { matchPlaces } from './match.ts';
import { pairUp, plainText } from '../values/pair.ts';
import { type Place, placesOf } from '../standard/places.ts';
import { CHANGE_LABELS, changeSchema } from '../standard/change.ts';
import type { Section, Standard } from '../standard/schema.ts';
import { allSections } from '../standard/places.ts';

const placeDiffSchema = z.object({
  /** The change that weighs most: points before words before place. */
  change: changeSchema,
  /** Every change, the one that weighs most first. */
  changes: z.array(changeSchema).min(1),
  kind: z.enum(['item', 'bonus', 'penalty', 'veto']),
  /** In the new edition; of what is gone, in the old one. */
  code: z.string(),
  title: z.string(),
  criterion: z.string(),
  /** Items only. */
  fullScore: pointsSchema.optional(),
  /** The same in the old edition; absent for what is new. */
  formerCode: z.string().optional(),
  formerTitle: z.string().optional(),
  formerCriterion: z.string().optional(),
  formerFullScore: pointsSchema.optional(),
  /** What differs, one Chinese sentence each. */
  details: z.array(z.string()),
});
export type PlaceDiff = z.output<typeof placeDiffSchema>;

const editionSchema = z.object({ id: z.string(), edition: z.string(), title: z.string() });

/** Encoded (`z.encode`), points are decimal strings. */
export const standardDiffSchema = z.object({
  from: editionSchema,
  to: editionSchema,
  counts: z.record(changeSchema, z.int()),
  /** What differs in the standard as a whole: full score, pass score, not-applicable rule, caps, weights. */
  general: z.array(z.string()),
  /** In the new edition's order, then what is gone in the old one's. */
  items: z.array(placeDiffSchema),
});
export type StandardDiff = z.output<typeof standardDiffSchema>;

/** Compares two editions entry by entry: items, bonus, penalty and vetoes. Every entry of both is in it once. */
export function diffStandards(from: Standard, to: Standard): StandardDiff {
  const [old, fresh] = [placesOf(from), placesOf(to)];
  const pairs = matchPlaces(old, fresh);
  const former = new Map([...pairs].map(([before, after]) => [after, before]));
  const sameSection = sectionMatcher(from, to);
  const items = [
    ...fresh.map((place): PlaceDiff => {
      const before = former.get(place);
      return before ? changed(before, place, sameSection) : { ...alone('new', place), ...factsOf(place) };
    }),
    ...old
      .filter((place) => !pairs.has(place))
      .map((place): PlaceDiff => ({
        ...alone('gone', place),
        ...factsOf(place),
        ...formerFactsOf(place),
      })),
  ];
  const counts = { same: 0, reworded: 0, rescored: 0, moved: 0, new: 0, gone: 0 };
  for (const { change } of items) counts[change] += 1;
  return { from: editionOf(from), to: editionOf(to), counts, general: generalDifferences(from, to), items };
}

function changed(
  before: Place,
  place: Place,
  sameSection: (old: Section, fresh: Section) => boolean,
): PlaceDiff {
  const { details, ...found } = comparePlaces(before, place, sameSection);
  const changes = (['rescored', 'reworded', 'moved'] as const).filter((change) => found[change]);
  const [change = 'same'] = changes;
  return {
    change,
    changes: changes.length > 0 ? changes : ['same'],
    kind: place.kind,
    ...factsOf(place),
    ...formerFactsOf(before),
    details,
  };
}

function alone(
  change: 'new' | 'gone',
  { kind }: Place,
): Pick<PlaceDiff, 'change' | 'changes' | 'kind' | 'details'> {
  return { change, changes: [change], kind, details: [] };
}

function factsOf(place: Place): Pick<PlaceDiff, 'code' | 'title' | 'criterion' | 'fullScore'> {
  const { code, title, criterion } = place;
  return { code, title, criterion, ...(place.kind === 'item' ? { fullScore: place.fullScore } : {}) };
}

function formerFactsOf(place: Place) {
  const { code, title, criterion, fullScore } = factsOf(place);
  return {
    formerCode: code,
    formerTitle: title,
    formerCriterion: criterion,
    ...(fullScore === undefined ? {} : { formerFullScore: fullScore }),
  };
}

/** A section is the same where its title is, else where its code is: its items have not moved when it is renamed. */
function sectionMatcher(from: Standard, to: Standard): (old: Section, fresh: Section) => boolean {
  const pairs = pairUp(
    allSections(from.sections),
    allSections(to.sections),
    ({ code, title }) => `${plainText(code)} ${plainText(title)}`,
    ({ title }) => plainText(title),
    ({ code }) => plainText(code),
  );
  return (old, fresh) => pairs.get(old) === fresh;
}

function editionOf({ id, edition, title }: Standard): StandardDiff['from'] {
  return { id, edition, title };
}

function generalDifferences(from: Standard, to: Standard): string[] {
  return differences(generalFacts(from), generalFacts(to));
}

const NOT_APPLICABLE_RULES: Record<Standard['notApplicable']['rule'], string> = {
  forbidden: '不设不适用',
  fullScore: '按满分计',
  renormalise: '按比例折算',
};

function generalFacts(standard: Standard): Record<string, string> {
  const { fullScore, passScore, notApplicable, unitCategories, sections, bonus, penalty } = standard;
  const cap = (points: Points | undefined): string => (points === undefined ? '' : `${showPoints(points)}分`);
  const scope = { marked: '标明的项', all: '任何一项' }[notApplicable.scope];
  const weights = sections.flatMap(({ title, weight }) =>
    weight === undefined ? [] : [`${title}${showPoints(weight)}%`],
  );
  return {
    满分: cap(fullScore),
    推荐分数线: cap(passScore),
    不适用: `${NOT_APPLICABLE_RULES[notApplicable.rule]}，${scope}`,
    单位类别: unitCategories.map(({ title }) => title).join('、'),
    权重: weights.join('、'),
    加分上限: cap(bonus?.cap),
    减分上限: cap(penalty?.cap),
  };
}

/** The diff for people: the counts, then everything that is not the same, with the old beside the new. */
export function describeDiff(diff: StandardDiff): string[] {
  const { from, to, counts, general, items } = diff;
  const summary = changeSchema.options.map((change) => `${CHANGE_LABELS[change]}${counts[change]}项`);
  return [
    `由“${from.title}”（${from.edition}）到“${to.title}”（${to.edition}）：${summary.join('，')}`,
    ...general.map((sentence) => `整体：${sentence}`),
    ...items.filter(({ change, details }) => change !== 'same' || details.length > 0).flatMap(describePlace),
  ];
}

function describePlace(place: PlaceDiff): string[] {
  const label = place.changes.map((change) => CHANGE_LABELS[change]).join('、');
  const head = `【${label}】${place.code} ${place.title}`;
  switch (place.change) {
    case 'new':
    case 'gone':
      return [place.fullScore === undefined ? head : `${head}（${showPoints(place.fullScore)}分）`];
    case 'same':
    case 'moved':
    case 'reworded':
    case 'rescored': {
      const { criterion, formerCriterion = '' } = place;
      const texts =
        plainText(criterion) === plainText(formerCriterion)
          ? []
          : [`    原文：${formerCriterion}`, `    新文：${criterion}`];
      return [head, ...place.details.map((sentence) => `    ${sentence}`), ...texts];
    }
    default:
      return assertNever(place.change);
  }
}
