import type { Assessment } from '../assessment/schema.ts';
import { campaignDifferences } from '../campaign/differences.ts';
import type { Campaign } from '../campaign/schema.ts';
import { isWhole, type Verification } from '../package/verification.ts';
import type { Candidate } from './candidate.ts';
import { against, type Identity, isSamePackage, traitsOf } from './identity.ts';
import { otherBodyRemark } from './placing.ts';
import { boundedId, type Receipt, type Verdict } from './receipt.ts';
import type { Desk } from './schema.ts';
import { SELF_CHECK_REMARK, type StandardMatch, standardRemark } from './standard-match.ts';
import { timingOn } from './timing.ts';

/** One file as it was found, before it is judged. */
export interface Arrival {
  /** The key that it will have. */
  readonly key: string;
  readonly verification: Verification;
  /** Absent where the package could not be read as one. */
  readonly assessment?: Assessment;
  /** How its standard stands to the desk's; absent where it could not be read. */
  readonly standard?: StandardMatch;
  /** YYYY-MM-DD */
  readonly receivedOn: string;
  /** Who hands it in, on a provincial desk; absent: not said. */
  readonly body?: string | undefined;
  /** Not the file that the program wrote: unpacked and zipped again. */
  readonly rezipped: boolean;
}

/** A package that is on the desk already. */
type Known = Identity & Pick<Candidate, 'verdict' | 'suspicions'>;

/** The packages that are on the desk, as far as one that arrives is held against them. */
export interface OnDesk {
  /** Those that have one of the traits in common with it, in the order of keys; others do no harm. */
  readonly alike: (traits: readonly string[]) => readonly Known[];
  /** As the desk has it: under which body. */
  readonly rowOf: (key: string) => Pick<Candidate, 'body'> | undefined;
}

export type Judgement = Pick<Receipt, 'verdict' | 'kept' | 'remarks' | 'other' | 'through'>;

/**
 * What becomes of a file that was handed in. Whose a package is and what
 * counts is derived anew whenever the desk is shown (`standing.ts`); this is what could be said when it came. Pure.
 */
export function judgeArrival(
  desk: Pick<Desk, 'campaign' | 'level' | 'standard'>,
  arrival: Arrival,
  onDesk: OnDesk,
): Judgement {
  const { verification, assessment } = arrival;
  if (!isWhole(verification.status) || !assessment) {
    const verdict = isWhole(verification.status) ? 'damaged' : verification.status;
    return { verdict, kept: false, remarks: remarksOn(desk, arrival) };
  }
  const mine = identityOf(arrival, assessment);
  const others = onDesk.alike(traitsOf(mine)).filter(({ key }) => key !== mine.key);
  const again = others.find((each) => isSamePackage(each, mine));
  if (again) {
    const through = otherBodyRemark(desk, () => onDesk.rowOf(again.key), arrival.body);
    const remarks = [...(through === '' ? [] : [through]), ...remarksOn(desk, arrival)];
    return {
      ...{ verdict: 'duplicate', kept: false, remarks, other: again.key },
      ...(through !== '' && { through: arrival.body }),
    };
  }
  const contradictions = suspicionsOf(verification);
  const collisions = against(mine, others);
  const doubts = [...contradictions, ...collisions.map(({ sentence }) => sentence)];
  const keep = (verdict: Verdict, other?: Known): Judgement => ({
    verdict,
    kept: true,
    remarks: [...doubts, ...remarksOn(desk, arrival)],
    ...(other && { other: other.key }),
  });
  if (!arrival.standard?.isSame) return keep('wrong-standard', collisions[0]?.other);
  if (mine.draft) return keep('draft', collisions[0]?.other);
  if (doubts.length > 0) return keep('suspect', collisions[0]?.other);
  if (timingOn(desk, arrival.receivedOn).timing === 'late') return keep('late');

  // What collides with it is no revision of it, so whoever is left under its id is the same unit.
  const newest = others
    .filter(({ assessmentId, sample }) => assessmentId === mine.assessmentId && sample === mine.sample)
    .filter(({ verdict, suspicions }) => REVISIONS.has(verdict) && suspicions.length === 0)
    .sort((a, b) => b.revision - a.revision)[0];
  if (!newest) return keep('accepted');
  return keep(newest.revision > mine.revision ? 'older' : 'newer', newest);
}

/** Verdicts of packages that a revision takes the place of. */
const REVISIONS: ReadonlySet<Verdict> = new Set(['accepted', 'newer', 'older']);

function identityOf(
  { key, verification, standard }: Arrival,
  { id, revisions, unit, sample }: Assessment,
): Identity {
  return {
    key,
    fileName: verification.file,
    assessmentId: id,
    packageId: boundedId(revisions.at(-1)?.packageId ?? ''),
    sealCode: verification.sealCode ?? '',
    unit: unit.name,
    creditCode: unit.creditCode ?? '',
    standardContent: standard?.content ?? '',
    revision: verification.revision,
    draft: verification.draft,
    sample,
  };
}

/** What in a package that was kept contradicts something else or does not belong there, in Chinese. */
export function suspicionsOf({ status, problems }: Verification): string[] {
  if (status === 'intact') return [];
  const found = problems
    .filter(({ severity }) => severity === 'problem')
    .map(({ path, message }) => `内容存疑：${path === '' ? '' : `${path}：`}${message}`);
  return found.length > 0 ? found : ['内容存疑：核验没有通过'];
}

function remarksOn(desk: Pick<Desk, 'campaign' | 'level' | 'standard'>, arrival: Arrival): string[] {
  const { campaign, standard } = desk;
  const { timingWords } = timingOn(desk, arrival.receivedOn);
  const { verification, assessment, rezipped } = arrival;
  if (!assessment) return [];
  const notices = verification.problems.filter(({ severity }) => severity === 'remark');
  const renamed = notices.filter(({ code }) => code === 'renamed').length;
  const others = notices.filter(({ code }) => code !== 'renamed');
  const otherStandard =
    arrival.standard === undefined ? '' : standardRemark(arrival.standard, assessment, { standard });
  return [
    ...(rezipped ? ['解开后重新压缩过，已按校验值核对内容'] : []),
    ...(renamed > 0 ? [`有${renamed}个文件在重新压缩时改了名，已按校验值识别`] : []),
    ...new Set(others.map(({ message }) => message)),
    ...(verification.sample ? ['示例数据，不是真实单位'] : []),
    ...(otherStandard === '' ? [] : [otherStandard]),
    ...(arrival.standard?.onlyDeskChecked ? [SELF_CHECK_REMARK] : []),
    ...(timingWords === '' ? [] : [timingWords]),
    ...campaignRemark(assessment.campaign, campaign),
  ];
}

function campaignRemark(theirs: Campaign, desks: Campaign): string[] {
  if (theirs.id !== desks.id) return [`包内的推荐活动是“${theirs.title}”，一律按核验台的活动判断`];
  const differences = campaignDifferences(theirs, desks);
  if (differences.length === 0) return [];
  return [`包内的推荐活动与核验台的不同（${differences.join('、')}），一律按核验台的活动判断`];
}
