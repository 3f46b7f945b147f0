import { boundReceipt, CHECKS, type Receipt, verdictLabel } from '../../../shared/review/receipt.ts';
import { type Arrival, judgeArrival, type Judgement, type OnDesk } from '../../../shared/review/receive.ts';
import type { Desk } from '../../../shared/review/schema.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import type { Assessment } from '../../../shared/assessment/schema.ts';
import type { Inspection } from './inspection.ts';
import type { OwnStandard } from './match-standard.ts';
import type { PackageContents } from './package-folder.ts';
import type { Came } from './summary.ts';

/** What a file is judged by. */
export interface Judge {
  readonly desk: Pick<Desk, 'campaign' | 'level' | 'standard'>;
  /** The desk's own copy. */
  readonly standard: Standard;
  readonly onDesk: OnDesk;
}

/** A file that was copied or lies on the desk. */
interface Judged {
  readonly sha256: string;
  readonly bytes: number;
  readonly came: Came;
  /** It has its folder on the desk. */
  readonly isIn: boolean;
  /** Who hands it in, on a provincial desk. */
  readonly body?: string | undefined;
  /** Said first, in Chinese. */
  readonly remarks?: readonly string[];
}

/** What a file is, and where things lie in it; `contents` and `data` where it could be read as a package. */
export interface FoundFile {
  readonly receipt: Receipt;
  readonly contents?: PackageContents;
  readonly data?: { readonly assessment: Assessment; readonly standard: OwnStandard };
}

/** Says what becomes of a file that was inspected. Nothing is written. */
export function judgeFile(
  { desk, onDesk }: Judge,
  { sha256, bytes, came, isIn, body, remarks = [] }: Judged,
  inspection: Inspection,
): FoundFile {
  const { assessment, standard, places, rezipped } = inspection;
  const key = sha256.slice(0, 16);
  const { fileName, receivedAt, receivedOn } = came;
  const verification = { ...inspection.verification, file: fileName };
  const arrival: Arrival = {
    key,
    verification,
    ...(assessment && { assessment }),
    ...(standard && { standard: standard.match }),
    receivedOn,
    body,
    rezipped,
  };
  const judgement = judgeArrival(desk, arrival, onDesk);
  const judged = isIn ? stillKept(judgement) : judgement;
  const receipt = boundReceipt({
    version: 1,
    checks: CHECKS,
    key,
    ...{ fileName, receivedAt, receivedOn, sha256, bytes },
    ...judged,
    remarks: [...remarks, ...judged.remarks],
    verification,
    packageId: assessment?.revisions.at(-1)?.packageId ?? '',
    assessmentId: assessment?.id ?? '',
  });
  if (!assessment || !standard || !places) return { receipt };
  return { receipt, contents: places, data: { assessment, standard } };
}

/** A row is never taken away: what is refused now is in doubt, and out of the running until a person decides. */
function stillKept(judgement: Judgement): Judgement {
  if (judgement.kept) return judgement;
  const { verdict, remarks } = judgement;
  const why = `重新核对没有通过：${verdictLabel(verdict, true)}`;
  return { ...judgement, verdict: 'suspect', kept: true, remarks: [why, ...remarks] };
}
