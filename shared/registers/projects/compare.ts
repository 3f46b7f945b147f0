import { entryOf, type Assessment } from '../../assessment/schema.ts';
import { scoreAssessment } from '../../scoring/report.ts';
import { byWords } from '../../standard/basis.ts';
import { contentText } from '../../standard/content.ts';
import { allItems } from '../../standard/places.ts';
import type { Standard } from '../../standard/schema.ts';
import { type Points, showPoints } from '../../values/points.ts';
import type { Entry } from '../entry.ts';

export interface Compared {
  readonly assessment: Assessment;
  readonly standard: Standard;
}

/** What one of two assessments says of an item. */
interface Side {
  readonly state: 'unscored' | 'scored';
  /** 0 while unscored. */
  readonly score: Points;
  readonly reason: string;
}

/** An item at which two units do not stand alike. */
export interface ItemDifference {
  readonly code: string;
  readonly title: string;
  readonly fullScore: Points;
  readonly ours: Side;
  readonly theirs: Side;
}

export interface Comparison {
  /** Whose assessments they are, by which standard, and what that is worth ('' by an official one). */
  readonly ours: AssessmentName;
  readonly theirs: AssessmentName;
  /** False: the standards differ in content, and no item is held against another one. */
  readonly isSameStandard: boolean;
  readonly items: ItemDifference[];
  /** Items with the same score; and those that were not compared: the partner has not scored them, or one side need not. */
  readonly alike: number;
  readonly unscored: number;
  readonly notApplicable: number;
}

interface AssessmentName {
  readonly unit: string;
  readonly standard: string;
  readonly by: string;
  readonly isSample: boolean;
}

/**
 * Two assessments item by item, in the standard's order. Only by one and the same standard: of an item that both have the full
 * score is the same, and its points say who has the higher share of them.
 */
export function compareAssessments(ours: Compared, theirs: Compared): Comparison {
  const isSameStandard = contentText(ours.standard) === contentText(theirs.standard);
  const counts = { alike: 0, unscored: 0, notApplicable: 0 };
  const items: ItemDifference[] = [];
  const [of, by] = [sidesOf(ours), sidesOf(theirs)];
  for (const { code, title, fullScore } of isSameStandard ? allItems(ours.standard) : []) {
    const [own, other] = [of(code), by(code)];
    if (!own || !other) counts.notApplicable += 1;
    else if (other.state === 'unscored') counts.unscored += 1;
    else if (own.score === other.score && own.state === 'scored') counts.alike += 1;
    else items.push({ code, title, fullScore, ours: own, theirs: other });
  }
  return { ours: nameOf(ours), theirs: nameOf(theirs), isSameStandard, items, ...counts };
}

/** By the code of an item; undefined of one that the unit does not have. */
function sidesOf({ assessment, standard }: Compared): (code: string) => Side | undefined {
  const results = new Map(scoreAssessment(standard, assessment).items.map((item) => [item.code, item]));
  return (code) => {
    const result = results.get(code);
    if (!result || result.state === 'notApplicable') return undefined;
    return { state: result.state, score: result.score, reason: entryOf(assessment, code).reason };
  };
}

function nameOf({ assessment, standard }: Compared): AssessmentName {
  return {
    unit: assessment.unit.name || '未录入单位名称',
    standard: `${standard.title} ${standard.edition}`,
    by: byWords(standard),
    isSample: assessment.sample,
  };
}

/** At which items the partner has the higher share, or the unit itself, where it is the one that helps. */
export function differencesOf(items: readonly ItemDifference[], higher: 'theirs' | 'ours'): ItemDifference[] {
  const lower = higher === 'theirs' ? 'ours' : 'theirs';
  return items.filter((item) => item[higher].score > item[lower].score);
}

/** What is registered of one that the user has ticked; 做法 is the reason that stands in the assessment, to be changed. */
export function differenceFields(item: ItemDifference): Entry['fields'] {
  return {
    item: itemName(item),
    theirs: item.theirs.reason,
    ours: item.ours.reason,
    gap: `${scoreWords('对方', item.theirs)}，${scoreWords('本单位', item.ours)}（满分 ${showPoints(item.fullScore)} 分）`,
  };
}

export function itemName({ code, title }: Pick<ItemDifference, 'code' | 'title'>): string {
  return `${code} ${title}`;
}

function scoreWords(who: string, { state, score }: Side): string {
  return state === 'unscored' ? `${who}还没有评` : `${who}自评 ${showPoints(score)} 分`;
}
