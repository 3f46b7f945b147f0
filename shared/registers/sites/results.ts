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
import { isWhollyBefore, whenOf } from '../when.ts';
import { labelIn } from '../year/columns.ts';
import type { Year } from '../year/schema.ts';
import { CULTIVATED, type SiteYear, stepProblem } from './confirmed.ts';
import { changesAsOne, type Offered, offersOf, type SiteOffer } from './offers.ts';
import { differsBesideCode, isOpenIn } from './units.ts';

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

/**
 * The units of a desk as they can be taken: a new one as 培育对象, or at the level that its package says; of one that is there the
 * step, and whatever else is open. 确认 is nothing that a desk says. `day`: of the step, '' where it is not said. `today`: ISO 8601.
 */
export function resultOffers(
  year: Year,
  result: DeskResult,
  { day, today }: { readonly day: string; readonly today: string },
): Offered {
  const rows = result.units.map((unit) => ({
    key: unit.key,
    fields: fieldsOf(unit, result, day),
    doubts: unit.doubts,
  }));
  const { offers, left } = offersOf(year, rows, (entry, { fields }) =>
    saidIn(entry, fields, result, { today, year: year.year }),
  );
  const isStated = ({ entry, fields }: SiteOffer): boolean =>
    !entry && result.kind === 'recommendation' && fields['level'] !== undefined;
  return {
    left,
    offers: offers.map((offer) => {
      const others = otherDoubts(year, offer);
      return {
        ...offer,
        doubts: [...offer.doubts, ...others],
        fields: { ...offer.fields, ...(!offer.entry && levelOfNew(result)) },
        notes: [...offer.notes, ...(isStated(offer) ? ['级别按推荐包所写，请核对'] : [])],
        isSure: offer.isSure && result.isOfficial && others.length === 0,
      };
    }),
  };
}

/** One code, and whatever else is said of the unit is not: whether that is another one is the user's to say. */
function otherDoubts(year: Year, { entry, fields, into }: SiteOffer): string[] {
  const codes = entry ? differsBesideCode(entry, { fields }) : [];
  const labels = codes.map((code) => labelIn(year, 'sites', code));
  return labels.length === 0
    ? []
    : [`名录${into}的统一社会信用代码相同，${labels.join('、')}不同，请核对是不是同一单位`];
}

/** The columns of the step of this year: a score stands with its day and its standard. */
const CHECKED = ['checked', 'score', 'standard'];
const RECOMMENDED = ['recommended', 'recommendedTo'];

const isRecommended = ({ kind, isOfficial }: DeskResult): boolean => kind === 'recommendation' && isOfficial;

/** Of an entry that is there a desk says its step, and fills in what is open; how it was named is none of this desk's. */
function saidIn(entry: Entry, fields: Entry['fields'], result: DeskResult, of: SiteYear) {
  const codes = isRecommended(result) ? RECOMMENDED : CHECKED;
  const changes = changesAsOne(entry, fields, { codes });
  const isSaid = changes.some(({ code }) => codes.includes(code));
  const refused = isSaid || !result.isOfficial ? refusedWords(entry, fields, result, of) : '';
  return {
    refused,
    changes: changes.filter(({ code }) => {
      if (codes.includes(code)) return refused === '';
      return code !== 'level' && isOpenIn(entry, code);
    }),
  };
}

/** A score for checking oneself takes the place of nothing, and a step with its day gives way to a later one alone. */
function refusedWords(entry: Entry, fields: Entry['fields'], result: DeskResult, of: SiteYear): string {
  const [step, codes] = isRecommended(result) ? ['推荐', RECOMMENDED] : ['验收', CHECKED];
  const said = codes.map((code) => fieldOf(entry, code).trim()).filter((text) => text !== '');
  const there = `名录里已有${step}（${said.join('　')}）`;
  if (!result.isOfficial) return said.length === 0 ? '' : `${there}，仅供自查的得分不登记`;
  const [dayCode = ''] = codes;
  const [before, day] = [fieldOf(entry, dayCode).trim(), fieldOf({ fields }, dayCode)];
  if (before === '' || before === day) return '';
  const problem = day === '' ? '' : stepProblem(day, of);
  if (problem !== '' && stepProblem(before, of) === '')
    return `${there}，这次的${step}日期（${day}）${problem}，不登记`;
  if (isWhollyBefore(before, day)) return '';
  if (day !== '' && problem === '' && stepProblem(before, of) !== '') return '';
  if (day === '') return `${there}，没有填这次的${step}日期，不登记`;
  return whenOf(before) ? `${there}，这次的${step}日期（${day}）不在它后面，不登记` : '';
}

function fieldsOf(unit: DeskUnit, result: DeskResult, day: string): Entry['fields'] {
  const { unit: name, creditCode: code, region, industry } = unit;
  const fields = {
    name,
    code,
    region,
    industry,
    level: levelOf(unit, result),
    ...stepFields(unit, result, day),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, text]) => text.trim() !== ''));
}

/** As its package says; a score for checking oneself says nothing of it. */
function levelOf({ level }: DeskUnit, { kind, isOfficial }: DeskResult): string {
  return kind === 'acceptance' || !isOfficial || level === undefined ? '' : NAMING_LEVEL_LABELS[level];
}

/** 验收 says of no unit at which level it stands: one that is new to the list is none yet. */
const levelOfNew = ({ kind, isOfficial }: DeskResult): Entry['fields'] =>
  kind === 'acceptance' && isOfficial ? { level: CULTIVATED } : {};

/** What a desk says of the step of this year. A score for checking oneself is no 验收, so it has no day of one. */
function stepFields({ score }: DeskUnit, result: DeskResult, day: string): Record<string, string> {
  const { campaign, standard, isOfficial } = result;
  if (isRecommended(result)) return { recommended: day, recommendedTo: campaign };
  return { ...(isOfficial && { checked: day }), score, standard };
}
