import type { Assessment } from '../assessment/schema.ts';
import { bareName, distinctNames, isSameName } from '../values/bare-name.ts';
import type { Candidate } from './candidate.ts';
import { CANDIDATE_COLUMNS } from './candidate-columns.ts';
import type { Correctable, Correction, Desk, Placement } from './schema.ts';
import { timedOn } from './timing.ts';

/** What of a desk is said of its packages. */
export type DeskRows = Pick<
  Desk,
  'campaign' | 'level' | 'body' | 'bodies' | 'placements' | 'corrections' | 'placedBySuperior'
>;

/**
 * The rows with what the desk says of them: the day, who recommends, 行业 and 地域 as corrected. What an earlier call said
 * is taken back by it, so a row may be given again. Pure.
 */
export function rowsOn(desk: DeskRows, candidates: readonly Candidate[]): Candidate[] {
  const placements = new Map(desk.placements.map((each) => [each.key, each]));
  const corrections = new Map(desk.corrections.map((each) => [each.key, each]));
  const spelt = spellings(desk);
  return candidates.map((each) =>
    timedOn(desk, {
      ...correctedBy(corrections.get(each.key), each),
      ...placedBy(desk, placements.get(each.key), { superior: each.superior, spelt }),
    }),
  );
}

/** The same of one. */
export function rowOn(desk: DeskRows, candidate: Candidate): Candidate {
  const [row = candidate] = rowsOn(desk, [candidate]);
  return row;
}

/** The same as it was said of another row of the package. */
export function saidAs(row: Candidate, candidate: Candidate): Candidate {
  const { body, alsoBodies, industry, region, corrected } = row;
  return { ...candidate, body, alsoBodies, industry, region, corrected };
}

function correctedBy(correction: Correction | undefined, candidate: Candidate): Candidate {
  const stated = (field: Correctable): string => candidate.corrected[field]?.stated ?? candidate[field];
  const now = (field: Correctable): Pick<Candidate, 'corrected'>['corrected'] => {
    const found = correction?.[field];
    return found ? { [field]: { stated: stated(field), reason: found.reason } } : {};
  };
  return {
    ...candidate,
    industry: correction?.industry?.value ?? stated('industry'),
    region: correction?.region?.value ?? stated('region'),
    corrected: { ...now('industry'), ...now('region') },
  };
}

function placedBy(
  { level, body = '', placedBySuperior }: DeskRows,
  placement: Placement | undefined,
  { superior, spelt }: { superior: string; spelt: (name: string) => string },
): Pick<Candidate, 'body' | 'alsoBodies'> {
  if (level === 'body') return { body, alsoBodies: [] };
  if (!placement) return { body: placedBySuperior ? spelt(superior.trim()) : '', alsoBodies: [] };
  const mine = spelt(placement.body);
  return {
    body: mine,
    alsoBodies: placement.also.map(spelt).filter((other) => !isSameName(other, mine)),
  };
}

/** Two spellings are one body, shown as the campaign, then the desk, then the first package has it. */
function spellings(desk: DeskRows): (name: string) => string {
  const known = new Map(bodyNames(desk).map((name) => [bareName(name), name]));
  return (name) => {
    const found = known.get(bareName(name));
    if (found === undefined) known.set(bareName(name), name);
    return found ?? name;
  };
}

/** The bodies of a provincial desk: those that the campaign lists, those added by hand, those that have packages. */
export function bodyNames(
  { campaign, bodies, placements }: Pick<Desk, 'campaign' | 'bodies' | 'placements'>,
  rows: readonly Pick<Candidate, 'body' | 'alsoBodies'>[] = [],
): string[] {
  return distinctNames([
    ...(campaign.quota?.bodies ?? []).map(({ name }) => name),
    ...bodies,
    ...placements.flatMap(({ body, also }) => [body, ...also]),
    ...rows.flatMap(({ body, alsoBodies }) => [body, ...alsoBodies]),
  ]);
}

/** What is said where a desk of before still goes by what its units wrote. */
export const PLACED_BY_SUPERIOR =
  '由旧版程序收下的推荐包，推荐单位暂按单位填写的上级主管部门，还没有经核验人核对。';

/** The unit's data with 行业 and 地域 as the desk has them: what its conditions are judged by. */
export function correctedIn(
  assessment: Assessment,
  { industry, region }: Pick<Candidate, Correctable>,
): Assessment {
  return { ...assessment, unit: { ...assessment.unit, industry, region } };
}

/** Of each of the two that was corrected a line: what counts, the unit's own word, why. Without a full stop. */
export function correctionLines(candidate: Candidate): string[] {
  return (['industry', 'region'] as const).flatMap((field) => {
    const found = candidate.corrected[field];
    const { title } = CANDIDATE_COLUMNS[field];
    return found ? [`${title}已更正：${correctedWords(candidate, field)}，理由：${found.reason}`] : [];
  });
}

/** 行业（原填：…）: as it is counted, with the unit's own word where it was corrected. */
export function correctedWords(candidate: Candidate, field: Correctable): string {
  const found = candidate.corrected[field];
  return found ? `${candidate[field]}（原填：${found.stated || '未录入'}）` : candidate[field];
}
