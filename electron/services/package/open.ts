import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Assessment } from '../../../shared/assessment/schema.ts';
import { UserError } from '../../../shared/errors.ts';
import { isWhole, PACKAGE_STATUS_LABELS, type Verification } from '../../../shared/package/verification.ts';
import { guarded } from '../failures.ts';
import { writeNewAssessmentFolder } from '../store/assessment-folder.ts';
import { makeFolder } from '../store/files.ts';
import { pieces } from './contents.ts';
import type { Running } from './progress.ts';
import { withSealCode } from './revision.ts';
import { type Inspected, inspectPackage } from './verify.ts';

/**
 * Verifies a package and makes a new assessment folder of it, evidence included. Refuses anything that is not
 * whole by its hashes with a UserError; the target must not exist yet or be empty, and appears only when it is complete.
 */
export async function openPackage(
  path: string,
  targetFolder: string,
  options: Running = {},
): Promise<{ assessment: Assessment }> {
  const inspected = await inspectPackage(path, options);
  try {
    const opening = { action: '打开推荐包', effect: '没有建立自评档案；推荐包没有改动。' };
    return await guarded(opening, () => unpack(inspected, resolve(targetFolder), options));
  } finally {
    inspected.source.close();
  }
}

async function unpack(
  { verification, source, bag, contents }: Inspected,
  targetFolder: string,
  { signal, progress }: Running,
): Promise<{ assessment: Assessment }> {
  const { status, sealCode } = verification;
  if (!isWhole(status) || !bag || !contents) throw notWhole(verification);
  const revision = contents.assessment.revisions.at(-1);
  const assessment =
    revision && sealCode !== null
      ? withSealCode(contents.assessment, revision, sealCode)
      : contents.assessment;
  const bySha256 = new Map([...bag.payload].map(([path, file]) => [bag.hashes.get(path), file]));
  const total = assessment.evidence.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;

  await makeFolder(dirname(targetFolder));
  const unpacked = await mkdtemp(join(dirname(targetFolder), `.${basename(targetFolder)}.unpacked-`));
  try {
    for (const { sha256, bytes } of assessment.evidence) {
      const file = bySha256.get(sha256);
      // The profile check found every piece of evidence in the payload.
      if (!file) throw new Error(`Evidence ${sha256} is not in the package`);
      await pipeline(Readable.from(pieces(source, file, signal)), createWriteStream(join(unpacked, sha256)));
      done += bytes;
      progress?.({ step: '正在取出佐证材料', done, total });
    }
    // Copies each file once more and checks its hash while doing so.
    await writeNewAssessmentFolder(targetFolder, {
      assessment,
      standardBytes: contents.standardBytes,
      evidence: (sha256) => join(unpacked, sha256),
    });
  } finally {
    await rm(unpacked, { recursive: true, force: true });
  }
  return { assessment };
}

function notWhole({ status, problems }: Verification): UserError {
  const first = problems.find(({ severity }) => severity === 'problem');
  const label = PACKAGE_STATUS_LABELS[status];
  const detail = first ? `：${first.path === '' ? '' : `${first.path} `}${first.message}` : '';
  return new UserError({
    code: `package-${status}`,
    message: `没有通过核验（${label}）${detail}。`,
    effect: '没有打开，也没有建立自评档案；推荐包没有改动。',
    remedy: '请重新复制或向提交单位索取完好的推荐包后再试。',
  });
}
