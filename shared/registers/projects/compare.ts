import { archiveInSentence, isDraft, isEdited } from '../../assessment/archive-name.ts';
import { entryOf, type Assessment } from '../../assessment/schema.ts';
import { scoreAssessment } from '../../scoring/report.ts';
import { basisOf, byWords } from '../../standard/basis.ts';
import { contentText } from '../../standard/content.ts';
import { placesOf, type Place } from '../../standard/places.ts';
import type { Standard } from '../../standard/schema.ts';
import type { Points } from '../../values/points.ts';
import { showable, showableLines } from '../../values/text.ts';

/** Of a standard's title with its edition, in UTF-16 units. */
const LONGEST_STANDARD = 120;

export interface Compared {
  readonly assessment: Assessment;
  readonly standard: Standard;
  /** Since it was last exported; false where it never was. */
  readonly isChanged: boolean;
}

/** What one of two assessments says of an item. */
interface Side {
  readonly state: 'unscored' | 'scored';
  /** 0 while unscored. */
  readonly score: Points;
  readonly reason: string;
}

/** An item, or one of 加分项, at which one of two units stands higher. */
export interface ItemDifference {
  readonly code: string;
  readonly title: string;
  readonly kind: 'item' | 'bonus';
  /** Absent of 加分项. */
  readonly fullScore?: Points | undefined;
  readonly higher: 'theirs' | 'ours';
  readonly ours: Side;
  readonly theirs: Side;
}

export interface Comparison {
  /** Whose assessments they are, by which standard, and what that is worth ('' by an official one). */
  readonly ours: AssessmentName;
  readonly theirs: AssessmentName;
  /** ISO 8601. */
  readonly day: string;
  /** False: the standards differ in content, and no item is held against another one. */
  readonly isSameStandard: boolean;
  readonly items: ItemDifference[];
  /** The other places, each counted once: those with the same score; those where one side has not scored what would tell; */
  readonly alike: number;
  readonly unscored: number;
  /** those that one side does not have; those of kinds that are not compared. */
  readonly notApplicable: number;
  readonly penalties: number;
  readonly vetoes: number;
}

export interface AssessmentName {
  /** What it is called within a sentence; the unit as it is entered, '' where it is not. */
  readonly name: string;
  readonly unit: string;
  readonly standard: string;
  readonly by: string;
  readonly isSample: boolean;
  readonly isDraft: boolean;
  /** The package that it was opened from was 存疑; it was made after one and is no longer what that holds. */
  readonly isSuspect: boolean;
  readonly isEdited: boolean;
  /** The revision that was last exported, and whether it was changed since; absent: none. */
  readonly latest?:
    { readonly number: number; readonly draft: boolean; readonly changed: boolean } | undefined;
}

/**
 * Two assessments item by item, in the standard's order. Only by one and the same standard: of an item that both have the full
 * score is the same, and its points say who has the higher share of them. Every place of it is in exactly one list.
 */
export function compareAssessments(ours: Compared, theirs: Compared, day: string): Comparison {
  const isSameStandard = contentText(ours.standard) === contentText(theirs.standard);
  const counts = { alike: 0, unscored: 0, notApplicable: 0, penalties: 0, vetoes: 0 };
  const items: ItemDifference[] = [];
  const [of, by] = [sidesOf(ours), sidesOf(theirs)];
  for (const place of isSameStandard ? placesOf(ours.standard) : []) {
    const found = foundAt(place, of(place), by(place));
    if (typeof found === 'string') counts[found] += 1;
    else items.push(found);
  }
  return { ours: nameOf(ours), theirs: nameOf(theirs), day, isSameStandard, items, ...counts };
}

/** Where one side stands higher, or else among which places it is counted. */
function foundAt(
  place: Place,
  ours: Side | undefined,
  theirs: Side | undefined,
): ItemDifference | 'alike' | 'unscored' | 'notApplicable' | 'penalties' | 'vetoes' {
  if (place.kind === 'penalty') return 'penalties';
  if (place.kind === 'veto') return 'vetoes';
  if (!ours || !theirs) return 'notApplicable';
  // What the partner has not scored tells nothing; of what the unit has not scored, points of the partner's do.
  if (theirs.state === 'unscored') return 'unscored';
  if (ours.state === 'unscored' && theirs.score <= 0) return 'unscored';
  if (ours.score === theirs.score) return 'alike';
  const { code, title, kind } = place;
  return {
    ...{ code, title, kind, higher: theirs.score > ours.score ? 'theirs' : 'ours', ours, theirs },
    ...(place.kind === 'item' && { fullScore: place.fullScore }),
  };
}

/** By the place; undefined of one that the unit does not have. Nobody scores 加分项: what is not claimed is 0. */
function sidesOf({ assessment, standard }: Compared): (place: Place) => Side | undefined {
  const { items, bonus } = scoreAssessment(standard, assessment);
  const results = new Map(items.map((item) => [item.code, item]));
  const claims = new Map(bonus?.entries.map((entry) => [entry.code, entry]));
  return ({ code, kind }) => {
    const reason = showableLines(entryOf(assessment, code).reason);
    const claimed = kind === 'bonus' ? claims.get(code) : undefined;
    if (claimed) {
      const isClaimed = claimed.score !== 0 && reason === '';
      return { state: 'scored', score: claimed.score, reason: isClaimed ? claimed.explanation : reason };
    }
    const result = results.get(code);
    if (!result || result.state === 'notApplicable') return undefined;
    return { state: result.state, score: result.score, reason };
  };
}

function nameOf({ assessment, standard, isChanged }: Compared): AssessmentName {
  const latest = assessment.revisions.at(-1);
  return {
    name: archiveInSentence({ ...assessment, unit: assessment.unit.name, basis: basisOf(standard) }),
    unit: assessment.unit.name,
    standard: showable(`${standard.title} ${standard.edition}`, LONGEST_STANDARD),
    by: byWords(standard),
    isSample: assessment.sample,
    isDraft: isDraft(assessment),
    isSuspect: (assessment.openedFrom?.doubts.length ?? 0) > 0,
    isEdited: isEdited(assessment),
    ...(latest && { latest: { number: latest.number, draft: latest.draft, changed: isChanged } }),
  };
}

/** At which items the partner has the higher share, or the unit itself, where it is the one that helps. */
export function differencesOf(items: readonly ItemDifference[], higher: 'theirs' | 'ours'): ItemDifference[] {
  return items.filter((item) => item.higher === higher);
}
