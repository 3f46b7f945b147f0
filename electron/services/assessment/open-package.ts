import { dirname, resolve } from 'node:path';
import type { Assessment, Evidence, OpenedFrom } from '../../../shared/assessment/schema.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { tagValue } from '../../../shared/package/bag.ts';
import {
  isWhole,
  PACKAGE_STATUS_LABELS,
  type PackageProblem,
  type Verification,
} from '../../../shared/package/verification.ts';
import { contradictsType, mediaTypeOf } from '../../../shared/values/file-kinds.ts';
import { guarded } from '../base/failures.ts';
import { writeNewAssessmentFolder } from './assessment-folder.ts';
import { makeFolders } from '../files/files.ts';
import { removeAbandoned } from '../files/work-names.ts';
import type { CheckedBag } from '../package/bagit.ts';
import { pieces, readHead } from '../package/contents.ts';
import { TAG } from '../package/bag-info.ts';
import type { TaskOptions } from '../package/progress.ts';
import type { SourceFile } from '../package/source.ts';
import { withSealCode } from '../package/revision.ts';
import { type Inspected, inspectPackage } from '../package/verify.ts';

/** A package as it was read: whole, though perhaps 存疑. */
export interface Opened {
  readonly assessment: Assessment;
  readonly verification: Verification;
}

interface Opening extends TaskOptions {
  /** What the new folder's assessment is to be; as in the package where absent. Throwing makes no folder. */
  readonly shape?: (opened: Opened) => Assessment | Promise<Assessment>;
  /** Makes the folders above the target too, where a user says where it is to be. */
  readonly withAbove?: true;
}

const OPENING = { action: '打开推荐包', effect: '没有建立自评档案；推荐包没有改动。' };

/**
 * Verifies a package and makes a new assessment folder of it, evidence included; answers what it wrote. Refuses
 * anything that is not whole by its hashes with a UserError; the target must not exist yet or be empty, and appears
 * only when it is complete.
 */
export async function openPackage(
  path: string,
  targetFolder: string,
  options: Opening = {},
): Promise<Opened> {
  const inspected = await inspectPackage(path, options);
  try {
    return await guarded(OPENING, () => unpack(inspected, resolve(targetFolder), options));
  } finally {
    inspected.source.close();
  }
}

/** What `openPackage` would open, or that it is a 反馈包; a UserError for what it would refuse. Unpacks nothing. */
export async function inspectForOpening(
  path: string,
  options: TaskOptions = {},
): Promise<Opened | 'feedback'> {
  const inspected = await inspectPackage(path, options);
  inspected.source.close();
  if (inspected.bag && tagValue(inspected.bag.tags, TAG.feedback) !== '') return 'feedback';
  const { assessment, verification } = requireWhole(inspected);
  return { assessment, verification };
}

/** To be kept with what was opened: where it came from, and what spoke against it. `at` is ISO 8601. */
export function openedFrom(
  { unit, revision, status, problems, draft }: Verification,
  { fileName, at }: { fileName: string; at: string },
): OpenedFrom {
  const real = problems.filter(({ severity }) => severity === 'problem');
  const doubts = status === 'suspect' ? real.map(sentence) : [];
  return { fileName, unit, revision, at, ...(draft && { draft }), doubts };
}

/** A problem of a package as one Chinese sentence, without a full stop. */
function sentence({ path, message }: PackageProblem): string {
  return path === '' ? message : `${path}：${message}`;
}

function requireWhole({ verification, bag, contents }: Inspected): Opened & {
  readonly bag: CheckedBag;
  readonly standardBytes: Uint8Array;
} {
  const { status, sealCode } = verification;
  if (!isWhole(status) || !bag || !contents) throw notWhole(verification);
  const { assessment: packaged, standardBytes } = contents;
  const revision = packaged.revisions.at(-1);
  const assessment = revision && sealCode !== null ? withSealCode(packaged, revision, sealCode) : packaged;
  return { assessment, verification, bag, standardBytes };
}

async function unpack(
  inspected: Inspected,
  targetFolder: string,
  { signal, progress, shape, withAbove }: Opening,
): Promise<Opened> {
  const { bag, standardBytes, ...opened } = requireWhole(inspected);
  const shaped = (await shape?.(opened)) ?? opened.assessment;
  const bySha256 = new Map([...bag.payload].map(([path, file]) => [bag.hashes.get(path), file]));
  const total = shaped.evidence.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;

  const fileOf = (sha256: string): SourceFile => {
    const file = bySha256.get(sha256);
    // The profile check found every piece of evidence in the payload.
    if (!file) throw new Error(`Evidence ${sha256} is not in the package`);
    return file;
  };
  async function* unpacked(sha256: string): AsyncGenerator<Buffer> {
    // Its SHA-256 is checked where it is written, and says more than its CRC.
    const file = { ...fileOf(sha256), crc32: undefined };
    for await (const piece of pieces(inspected.source, file, signal)) {
      yield piece;
      done += piece.length;
      progress?.({ step: '正在取出佐证材料', done, total });
    }
  }

  if (withAbove) await makeFolders(dirname(targetFolder));
  await removeAbandoned(dirname(targetFolder));
  const evidence = [];
  for (const record of shaped.evidence) {
    evidence.push(typedByContent(record, await readHead(inspected.source, fileOf(record.sha256), signal)));
  }
  const assessment = { ...shaped, evidence };
  await writeNewAssessmentFolder(targetFolder, { assessment, standardBytes, evidence: unpacked });
  return { assessment, verification: opened.verification };
}

/** What the package says of a file is believed only where the content does not contradict it. */
function typedByContent(record: Evidence, head: Uint8Array): Evidence {
  if (!contradictsType(record.mediaType, head)) return record;
  return { ...record, mediaType: mediaTypeOf(record.fileName, head) };
}

function notWhole({ status, problems }: Verification): UserError {
  const first = problems.find(({ severity }) => severity === 'problem');
  const label = PACKAGE_STATUS_LABELS[status];
  // What the problem itself asks for is what helps.
  const [said = '', asked] = first?.message.split(/[，；](?=请)/u) ?? [];
  const detail = first ? `：${first.path === '' ? '' : `${first.path} `}${said}` : '';
  return new UserError({
    code: `package-${status}`,
    message: `没有通过核验（${label}）${detail}。`,
    effect: '没有打开，也没有建立自评档案；推荐包没有改动。',
    remedy: asked ? `${asked}。` : '请重新复制或向提交单位索取完好的推荐包后再试。',
  });
}
