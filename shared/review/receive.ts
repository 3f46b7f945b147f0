import { z } from 'zod';
import type { Assessment } from '../assessment/schema.ts';
import { type Campaign, campaignSchema, type Deadline } from '../campaign/schema.ts';
import type { Verification } from '../package/verification.ts';
import type { Receipt, Verdict } from './receipt.ts';
import type { Desk } from './schema.ts';

/** One file as it was found, before it is judged. */
export interface Arrival {
  readonly verification: Verification;
  /** Absent where the package could not be read as one. */
  readonly assessment?: Assessment;
  /** SHA-256 of the package's standard.json. */
  readonly standardSha256?: string;
  /** YYYY-MM-DD */
  readonly receivedOn: string;
  /** Not the file that the program wrote: unpacked and zipped again. */
  readonly rezipped: boolean;
}

/** A package that is on the desk already. */
export type Known = Pick<Receipt, 'key' | 'verdict' | 'packageId' | 'assessmentId'> & {
  readonly revision: number;
  readonly sealCode: string | null;
};

export type Judgement = Pick<Receipt, 'verdict' | 'kept' | 'remarks' | 'other'>;

/** The last day on which a unit may hand in, inclusive; undefined where the campaign states none. */
export function unitDeadline({ deadlines }: Pick<Campaign, 'deadlines'>): Deadline | undefined {
  return deadlines
    .filter(({ by }) => by === 'unit')
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .at(-1);
}

/** ISO dates compare as text; the day itself is in time (《民法典》第一千二百五十九条). */
export function isLate(campaign: Pick<Campaign, 'deadlines'>, receivedOn: string): boolean {
  const deadline = unitDeadline(campaign);
  return deadline !== undefined && receivedOn > deadline.date;
}

/** What becomes of a file that was handed in. `known`: the packages of the same assessment on the desk. Pure. */
export function judgeArrival(
  desk: Pick<Desk, 'campaign' | 'standard'>,
  arrival: Arrival,
  known: readonly Known[],
): Judgement {
  const { verification, assessment } = arrival;
  const refused = refusal(arrival);
  const remarks = remarksOn(desk, arrival);
  if (refused || !assessment) {
    return { verdict: refused ?? 'damaged', kept: false, remarks };
  }
  const packageId = assessment.revisions.at(-1)?.packageId ?? '';
  const again = known.find((each) => each.packageId === packageId && each.sealCode === verification.sealCode);
  if (again) return { verdict: 'duplicate', kept: false, remarks, other: again.key };

  const keep = (verdict: Verdict, other?: Known): Judgement => ({
    verdict,
    kept: true,
    remarks,
    ...(other && { other: other.key }),
  });
  if (arrival.standardSha256 !== desk.standard.sha256) return keep('wrong-standard');
  if (verification.draft) return keep('draft');
  if (isLate(desk.campaign, arrival.receivedOn)) return keep('late');

  const siblings = known.filter(({ verdict }) => ['accepted', 'newer', 'older'].includes(verdict));
  const twin = siblings.find(({ revision }) => revision === verification.revision);
  if (twin) {
    remarks.push(`已收到的第${twin.revision}版封签码是 ${twin.sealCode}，与这份不同，请核对封签单`);
    return keep('accepted', twin);
  }
  const newest = [...siblings].sort((a, b) => b.revision - a.revision)[0];
  if (!newest) return keep('accepted');
  return keep(newest.revision > verification.revision ? 'older' : 'newer', newest);
}

/**
 * Undefined where the files are whole. A bag whose files all agree with its manifests but whose bag-info.txt
 * contradicts its data is not damaged: someone wrote it so, and the desk shows both numbers.
 */
function refusal({ verification, assessment }: Arrival): Verdict | undefined {
  const { status } = verification;
  if (status === 'intact') return undefined;
  return status === 'damaged' && assessment !== undefined && contradictions(verification).length > 0
    ? undefined
    : status;
}

/** The contradictions between bag-info.txt and the data, where there is nothing else wrong. */
function contradictions({ problems }: Verification): string[] {
  const real = problems.filter(({ severity }) => severity === 'problem');
  return real.every(({ code }) => code === 'tag') ? real.map(({ message }) => message) : [];
}

function remarksOn({ campaign, standard }: Pick<Desk, 'campaign' | 'standard'>, arrival: Arrival): string[] {
  const { verification, assessment, rezipped } = arrival;
  if (!assessment) return [];
  const stated = contradictions(verification).map((message) => `包内清单与档案数据不一致：${message}`);
  const notices = verification.problems.filter(({ severity }) => severity === 'remark');
  const renamed = notices.filter(({ code }) => code === 'renamed').length;
  const others = notices.filter(({ code }) => code !== 'renamed');
  const sameEdition =
    assessment.standard.id === standard.id && assessment.standard.edition === standard.edition;
  return [
    ...(rezipped ? ['解开后重新压缩过，已按校验值核对内容'] : []),
    ...(renamed > 0 ? [`有${renamed}个文件在重新压缩时改了名，已按校验值识别`] : []),
    ...new Set(others.map(({ message }) => message)),
    ...stated,
    ...(verification.sample ? ['示例数据，不是真实单位'] : []),
    ...(arrival.standardSha256 === standard.sha256
      ? []
      : [
          sameEdition
            ? '所用标准的名称和版本与核验台相同，内容却不同'
            : `所用标准是“${assessment.standard.id}（${assessment.standard.edition}）”，核验台是“${standard.id}（${standard.edition}）”`,
        ]),
    ...(sameCampaign(assessment.campaign, campaign)
      ? []
      : [
          assessment.campaign.id === campaign.id
            ? '包内的推荐活动内容与核验台不同，一律按核验台的活动判断'
            : `包内的推荐活动是“${assessment.campaign.title}”，一律按核验台的活动判断`,
        ]),
  ];
}

function sameCampaign(a: Campaign, b: Campaign): boolean {
  const text = (campaign: Campaign): string => JSON.stringify(z.encode(campaignSchema, campaign));
  return text(a) === text(b);
}
