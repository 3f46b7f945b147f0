import { boundReceipt, CHECKS, type Receipt, verdictLabel } from '../../../shared/review/receipt.ts';
import { type Arrival, judgeArrival, type Judgement, type Known } from '../../../shared/review/receive.ts';
import type { Desk } from '../../../shared/review/schema.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import type { Assessment } from '../../../shared/assessment/schema.ts';
import type { TaskOptions } from '../package/progress.ts';
import { statedHash } from '../package/seal.ts';
import { type Inspected, inspectPackage } from '../package/verify.ts';
import { matchStandard } from './match-standard.ts';
import type { PackageContents } from './package-folder.ts';
import type { Came } from './summary.ts';

/** What a file is judged by. */
export interface Judge {
  readonly desk: Pick<Desk, 'campaign' | 'level' | 'standard'>;
  /** The desk's own copy. */
  readonly standard: Standard;
  readonly known: () => readonly Known[];
}

/** A file that was copied or lies on the desk. */
interface Judged {
  readonly path: string;
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
  readonly data?: { readonly assessment: Assessment; readonly standard: Standard };
}

/** Verifies a file and says what becomes of it. Nothing is written. */
export async function judgeFile(
  { desk, standard: wanted, known }: Judge,
  { path, sha256, bytes, came, isIn, body, remarks = [] }: Judged,
  task: TaskOptions,
): Promise<FoundFile> {
  const inspected = await inspectPackage(path, task);
  try {
    const { contents } = inspected;
    const key = sha256.slice(0, 16);
    const { fileName, receivedAt, receivedOn } = came;
    const verification = { ...inspected.verification, file: fileName };
    const assessment = contents?.assessment;
    const own = contents?.standard;
    const arrival: Arrival = {
      key,
      verification,
      assessment,
      ...(own && { standard: matchStandard(wanted, own) }),
      receivedOn,
      body,
      rezipped: (await statedHash(path, bytes)) === undefined,
    };
    const judgement = judgeArrival(desk, arrival, known());
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
    const found = contentsOf(inspected);
    if (!contents || !own || !found) return { receipt };
    return { receipt, contents: found, data: { assessment: contents.assessment, standard: own } };
  } finally {
    inspected.source.close();
  }
}

/** Where things lie in a package that is on the desk, read from it anew; undefined where it is none. */
export async function placesIn(path: string): Promise<PackageContents | undefined> {
  const inspected = await inspectPackage(path);
  inspected.source.close();
  return contentsOf(inspected);
}

/** A row is never taken away: what is refused now is in doubt, and out of the running until a person decides. */
function stillKept(judgement: Judgement): Judgement {
  if (judgement.kept) return judgement;
  const { verdict, remarks } = judgement;
  const why = `重新核对没有通过：${verdictLabel(verdict, true)}`;
  return { ...judgement, verdict: 'suspect', kept: true, remarks: [why, ...remarks] };
}

/** Where assessment, standard and each piece of evidence lie in the archive. */
function contentsOf({ bag, contents }: Inspected): PackageContents | undefined {
  if (!bag || !contents) return undefined;
  const wanted = new Set(contents.assessment.evidence.map(({ sha256 }) => sha256));
  const evidence: Record<string, string> = {};
  for (const [path, file] of bag.payload) {
    const hash = bag.hashes.get(path);
    if (hash !== undefined && wanted.has(hash)) evidence[hash] = file.path;
  }
  const place = (path: string): { path: string; sha256: string } | undefined => {
    const [file, sha256] = [bag.payload.get(path), bag.hashes.get(path)];
    return file && sha256 !== undefined ? { path: file.path, sha256 } : undefined;
  };
  const [assessment, standard] = [place('data/assessment.json'), place('data/standard.json')];
  return assessment && standard ? { version: 1, assessment, standard, evidence } : undefined;
}
