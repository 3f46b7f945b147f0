import { assertNever } from '../../../../../shared/values/assert-never.ts';
import type { Campaign, TieRule } from '../../../../../shared/campaign/schema.ts';
import type { Candidate } from '../../../../../shared/review/candidate.ts';
import { openConditions, unseenWords } from '../../../../../shared/review/candidate-columns.ts';
import { type Ranked } from '../../../../../shared/review/ranking.ts';
import { OUT_LABELS } from '../../../../../shared/review/standing.ts';
import { comparesEquals } from '../../../../../shared/review/recommending.ts';
import { pendingWord } from '../../../../../shared/review/status.ts';
import { kindWords } from '../../../../../shared/campaign/words.ts';
import { PLACED_BY_SUPERIOR } from '../../../../../shared/review/desk-row.ts';
import { routesSentence } from '../../../../../shared/review/routes.ts';
import type { Desk } from '../../../../../shared/review/schema.ts';
import type { Standard } from '../../../../../shared/standard/schema.ts';

export function remarksOf(
  { candidate, tied, provisional, adjustment, doubts, accepted, routes }: Ranked,
  choiceReason: string,
  campaign: Campaign,
): string {
  const blocking = candidate.findings.find(({ severity }) => severity === 'block');
  const pending = pendingWord(candidate);
  const unseen = unseenWords(candidate);
  return [
    ...(tied ? ['并列'] : []),
    ...(provisional ? ['暂列'] : []),
    ...(pending === '' ? [] : [`${pending}：${candidate.timingWords}`]),
    ...(candidate.gaps === '' ? [] : [candidate.gaps]),
    ...(unseen === '' ? [] : [unseen]),
    ...candidate.onlyBy,
    ...candidate.vetoes,
    // Below the table in full: a cell is not endless.
    ...(doubts.length > 0 ? ['存疑，待决定'] : []),
    ...(accepted ? ['存疑，已采用'] : []),
    ...(routes ? [routesSentence(routes)] : []),
    ...correctionNotes(candidate),
    ...(adjustment ? [`名次调整：${adjustment.reason}`] : []),
    ...(choiceReason === '' ? [] : [`${kindWords(campaign).act}理由：${choiceReason}`]),
    ...(!candidate.qualifies && blocking ? [blocking.message] : []),
    // The day is said already.
    ...candidate.remarks.filter((remark) => remark !== candidate.timingWords),
  ].join('；');
}

/** Why 行业 or 地域 is not what the unit wrote. */
function correctionNotes({ corrected: { industry, region } }: Candidate): string[] {
  return [
    ...(industry ? [correctionNote('行业', industry)] : []),
    ...(region ? [correctionNote('地域', region)] : []),
  ];
}

function correctionNote(what: string, found: { readonly stated: string; readonly reason: string }): string {
  return `${what}已更正（理由：${found.reason}，原填：${found.stated || '未录入'}）`;
}

/** Whose the quota is, where that is not named yet or goes by what the units wrote. */
export function bodyNotes(
  { level, body, placedBySuperior, placements }: Desk,
  ranked: readonly Ranked[],
): string[] {
  if (level === 'body') return body === undefined ? ['未录入推荐单位。'] : [`推荐单位：${body}。`];
  const placed = new Set(placements.map(({ key }) => key));
  const isOpen = placedBySuperior && ranked.some(({ candidate }) => !placed.has(candidate.key));
  return isOpen ? [PLACED_BY_SUPERIOR] : [];
}

/** The conditions that nobody has judged yet, each once: most are open for every unit. */
export function openNotes(ranked: readonly Ranked[]): string[] {
  const open = new Set(ranked.flatMap(({ candidate }) => openConditions(candidate)));
  return open.size === 0 ? [] : [`还没有认定或核对的条件：${[...open].join('；')}。`];
}

/** Who is chosen and not in the running, each with why: the number below the table counts those in it. */
export function outsideTable(chosen: ReadonlyMap<string, string>, all: readonly Ranked[]): string[] {
  const byKey = new Map(all.map((each) => [each.candidate.key, each]));
  return [...chosen.keys()].flatMap((key) => {
    const found = byKey.get(key);
    if (!found) return [`已不在核验台里的推荐包（${key}）`];
    return found.out ? [outText(found)] : [];
  });
}

/** The name behind the campaign's title, without the words that the title ends with: …示范点验收 and 示范点验收汇总表. */
export function titleWith(title: string, name: string): string {
  const known = Array.from({ length: name.length }, (_, index) => name.slice(0, name.length - index));
  const shared = known.find((words) => words.length > 1 && title.endsWith(words)) ?? '';
  return `${title}${name.slice(shared.length)}`;
}

export function titleOf({ candidate }: Ranked): string {
  return `${candidate.unit || candidate.fileName}第${candidate.revision}版`;
}

export function outText(each: Ranked): string {
  return `${titleOf(each)}（${each.out ? OUT_LABELS[each.out.reason] : ''}）`;
}

export function tieNote(campaign: Campaign, standard: Standard): string {
  return comparesEquals(campaign) ? tieSentence(campaign.tieRules ?? [], standard) : '';
}

/** In words, with where each rule comes from. */
function tieSentence(rules: readonly TieRule[], standard: Standard): string {
  if (rules.length === 0) return '得分相同的并列。';
  const shown = rules.map(
    (rule) => `${tieText(rule, standard)}（${`${rule.source.document} ${rule.source.clause}`.trim()}）`,
  );
  return `得分相同的，依次比较${shown.join('、')}，仍相同的并列。`;
}

function tieText(rule: TieRule, { sections }: Standard): string {
  switch (rule.by) {
    case 'verified':
      return '核验得分';
    case 'self':
      return '自评分';
    case 'survey':
      return '满意率';
    case 'fieldVisit':
      return '实地核验得分';
    case 'section':
      return `“${sections.find(({ code }) => code === rule.section)?.title ?? rule.section}”核验得分`;
    default:
      return assertNever(rule);
  }
}
