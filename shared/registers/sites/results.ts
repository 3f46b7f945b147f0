import * as z from 'zod';
import { campaignKindSchema, namingLevelSchema, NAMING_LEVEL_LABELS } from '../../campaign/schema.ts';
import { kindWords } from '../../campaign/words.ts';
import type { Candidate } from '../../review/candidate.ts';
import { type Ranked, rankCandidates } from '../../review/ranking.ts';
import { breaches, checkChoice } from '../../review/choice.ts';
import { choicesOf, isRecommending, notRecommending } from '../../review/recommending.ts';
import type { Desk } from '../../review/schema.ts';
import { type Received, unsettledWords } from '../../review/unsettled.ts';
import { byWords } from '../../standard/basis.ts';
import type { Standard } from '../../standard/schema.ts';
import { formatPoints } from '../../values/points.ts';
import { type Entry, fieldOf } from '../entry.ts';
import { CULTIVATED } from '../kinds/sites.ts';
import type { Year } from '../year/schema.ts';
import { offersOf, type SiteOffer } from './carry.ts';

/** A unit of a desk, as far as a register of units takes it. */
const deskUnitSchema = z.object({
  ...{ key: z.string(), unit: z.string(), creditCode: z.string(), region: z.string(), industry: z.string() },
  level: namingLevelSchema.optional(),
  /** As shown: 93.50; '' while it is not verified. */
  score: z.string(),
  /** What keeps it from being taken for granted, a sentence each. */
  doubts: z.array(z.string()),
});
type DeskUnit = z.output<typeof deskUnitSchema>;

/** What a desk has come to. */
export const deskResultSchema = z.object({
  campaign: z.string(),
  kind: campaignKindSchema,
  /** 拟确认的示范点, 推荐对象. */
  chosen: z.string(),
  /** By which standard; one that is not official is named as such. */
  standard: z.string(),
  /** Chosen by an official standard; false: only scored, for checking oneself. */
  isOfficial: z.boolean(),
  /** The chosen ones; on a desk that can choose nobody all that are verified. */
  units: z.array(deskUnitSchema),
  /** Why it may still change, or is worth less, a sentence each. */
  notes: z.array(z.string()),
});
export type DeskResult = z.output<typeof deskResultSchema>;

/** Taken of a desk as it is now: nothing of it is changed. */
export function deskResult(
  desk: Desk,
  standard: Standard,
  { candidates, ...received }: Received & { readonly candidates: readonly Candidate[] },
): DeskResult {
  const { campaign } = desk;
  const isOfficial = isRecommending(standard, campaign);
  const ranked = rankCandidates(desk, candidates);
  const choices = new Set(choicesOf(desk, standard).map(({ key }) => key));
  const problems = isOfficial ? breaches(checkChoice(desk, standard, ranked)) : [];
  const wanted = ranked.filter(({ candidate, rank }) =>
    isOfficial ? choices.has(candidate.key) : rank !== undefined && candidate.verifiedScore !== undefined,
  );
  const about = (key: string): string[] =>
    problems.filter(({ keys }) => keys.includes(key)).map(({ message }) => message);
  const by = byWords(standard);
  const open = unsettledWords(desk, standard, { ...received, ranked });
  const no = notRecommending(standard, campaign);
  return {
    ...{ campaign: campaign.title, kind: campaign.kind, isOfficial },
    chosen: kindWords(campaign).chosen,
    standard: `《${standard.title}》（${standard.edition}）${by === '' ? '' : `，${by}，仅供自查`}`,
    units: wanted.map((each) => unitOf(each, about(each.candidate.key))),
    notes: [
      ...(no === '' ? [] : [`${no}。得分仅供自查，不是验收，也不是确认`]),
      ...problems.filter(({ keys }) => keys.length === 0).map(({ message }) => message),
      ...open,
    ],
  };
}

function unitOf({ candidate, doubts, out }: Ranked, problems: readonly string[]): DeskUnit {
  const { key, unit, creditCode, region, industry, level, verifiedScore, sample, draft } = candidate;
  return {
    ...{ key, unit, creditCode, region, industry, level },
    score: verifiedScore === undefined ? '' : formatPoints(verifiedScore),
    doubts: [
      ...new Set([
        ...problems,
        ...doubts.map((doubt) => `存疑：${doubt}`),
        ...(out && problems.length === 0 ? ['不在排名内'] : []),
        ...(sample ? ['这是示例'] : []),
        ...(draft ? ['这份推荐包是草稿'] : []),
        ...(verifiedScore === undefined ? ['还没有核验完'] : []),
        ...(candidate.isBehind ? ['核验记录用的是较早的一份，还没有核对补齐'] : []),
      ]),
    ],
  };
}

/** An offer with what is in doubt of it. */
export interface ResultOffer extends SiteOffer {
  readonly doubts: readonly string[];
}

/**
 * The units of a desk as they can be taken: a new one as 培育对象, or at the level that it says it has; of one that is there the
 * step, and whatever else is open. 确认 is nothing that a desk says. `day`: of the step, '' where it is not said.
 */
export function resultOffers(year: Year, result: DeskResult, day: string): ResultOffer[] {
  const rows = result.units.map((unit) => ({ key: unit.key, unit, fields: fieldsOf(unit, result, day) }));
  const step = new Set(Object.keys(stepFields({ score: '' }, result, '')));
  const offers = offersOf(year, rows, ({ entry, changes }) =>
    changes.filter(({ code }) => step.has(code) || isOpen(entry, code)),
  );
  return offers.map((offer): ResultOffer => {
    const { doubts = [] } = result.units.find(({ key }) => key === offer.key) ?? {};
    const other = isOtherCode(offer) ? ['名录里同名单位的统一社会信用代码不同，请核对是不是同一单位'] : [];
    return {
      ...offer,
      doubts: [...doubts, ...other],
      isSure: offer.isSure && result.isOfficial && doubts.length + other.length === 0,
    };
  });
}

/** Of an entry that is there a desk only fills in what is open; how it was named is none of this desk's. */
function isOpen(entry: Entry, code: string): boolean {
  if (fieldOf(entry, code).trim() !== '' || code === 'level') return false;
  return code !== 'campaign' || fieldOf(entry, 'level') === CULTIVATED;
}

function isOtherCode({ entry, fields }: SiteOffer): boolean {
  const [mine, theirs] = [entry ? fieldOf(entry, 'code') : '', fields['code'] ?? ''];
  return mine !== '' && theirs !== '' && mine !== theirs;
}

function fieldsOf(unit: DeskUnit, result: DeskResult, day: string): Entry['fields'] {
  const { unit: name, creditCode: code, region, industry, level } = unit;
  const known = level === undefined ? '' : NAMING_LEVEL_LABELS[level];
  const fields = {
    ...{ name, code, region, industry },
    level: result.kind === 'acceptance' ? CULTIVATED : known,
    campaign: result.kind === 'acceptance' && result.isOfficial ? result.campaign : '',
    ...stepFields(unit, result, day),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, text]) => text.trim() !== ''));
}

/** What a desk says of the step of this year. A score for checking oneself is no 验收, so it has no day of one. */
function stepFields(
  { score }: Pick<DeskUnit, 'score'>,
  { kind, campaign, standard, isOfficial }: DeskResult,
  day: string,
): Record<string, string> {
  if (kind === 'recommendation' && isOfficial) return { recommended: day, recommendedTo: campaign };
  return { ...(isOfficial && { checked: day }), score, standard };
}
