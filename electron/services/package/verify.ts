import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Assessment } from '../../../shared/assessment/schema.ts';
import { tagValue } from '../../../shared/package/bag.ts';
import type { PackageForm } from '../../../shared/package/form.ts';
import { sealCode } from '../../../shared/package/sealcode.ts';
import { isWhole, type Verification } from '../../../shared/package/verification.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { showable } from '../../../shared/values/text.ts';
import { guarded } from '../base/failures.ts';
import { ShorterFile } from '../files/hash-beside.ts';
import { type CheckedBag, checkBag } from './bagit.ts';
import { TAG } from './bag-info.ts';
import { checkProfile, type Contents } from './profile.ts';
import type { TaskOptions } from './progress.ts';
import { readFolder } from './read-folder.ts';
import { readZip } from './read-zip.ts';
import { COMMENT_BYTES, hashBeforeComment, statedHash } from './seal.ts';
import { type BagSource, Findings } from './source.ts';

export interface VerifyOptions extends TaskOptions {
  /** Ask the BagIt layer alone (RFC 8493), for bags that this program did not make. */
  readonly bagOnly?: boolean;
  /** What it is called while one waits, where that is known already. */
  readonly what?: PackageForm['name'];
}

const CHANGED_MEANWHILE =
  '核验时文件还在变化（可能还在复制或同步），这次的结果不作数；请等它不再变化，再核验一次';

/** UTF-16 units of what a package says of itself, as it is shown. */
const SHOWN_UNITS = 200;

/** A package that was read, still open: what `verifyPackage` answers and what `openPackage` goes on with. */
export interface Inspected {
  readonly verification: Verification;
  readonly source: BagSource;
  readonly bag?: CheckedBag;
  readonly contents?: Contents;
}

/** Checks a package (ZIP or unpacked folder). A missing or unreadable file is a UserError; the rest is a status. */
export async function verifyPackage(path: string, options: VerifyOptions = {}): Promise<Verification> {
  const { source, verification } = await inspectPackage(path, options);
  source.close();
  return verification;
}

/** As `verifyPackage`; the caller closes `source`. */
export function inspectPackage(path: string, options: VerifyOptions = {}): Promise<Inspected> {
  const doing = { action: `核验 ${basename(path)} `, effect: '推荐包没有改动，也没有核验完。' };
  return guarded(doing, () => inspect(path, options));
}

async function inspect(path: string, options: VerifyOptions): Promise<Inspected> {
  const { bagOnly = false, what = '推荐包', signal, progress } = options;
  signal?.throwIfAborted();
  const stats = await stat(path);
  const findings = new Findings();
  if (!stats.isFile() && !stats.isDirectory()) throw neither(basename(path));
  const { size } = stats;
  const stated = stats.isFile() ? await statedHash(path, size) : undefined;
  const source = stats.isFile()
    ? await readZip(path, { stats, ours: stated !== undefined }, findings)
    : await readFolder(path, findings);
  // What must not or cannot be unpacked is not read either.
  const readable =
    source.files.length > 0 && findings.status !== 'unsafe' && findings.status !== 'unsupported';
  const ended = new AbortController();
  // Read beside the files in it; what comes of it is awaited below.
  const whole =
    stated === undefined
      ? undefined
      : hashBeforeComment(path, size, signal ? AbortSignal.any([signal, ended.signal]) : ended.signal);
  whole?.catch(() => undefined);
  try {
    const total = source.files.reduce((sum, { bytes }) => sum + bytes, 0);
    let done = 0;
    const read = (bytes: number): void => {
      done += bytes;
      progress?.({ step: `正在核验${what}`, done: Math.min(done, total), total });
    };
    let bag: CheckedBag | undefined;
    let contents: Contents | undefined;
    try {
      bag = readable ? await checkBag(source, { bagOnly, signal }, findings, read) : undefined;
      if (stated === undefined) checkComment(source.comment, findings);
      else if ((await whole) !== stated) {
        findings.addFirst('damaged', 'archive-changed', '', '压缩包在导出之后被改动或损坏');
      }
      contents = bag && !bagOnly ? await checkProfile(source, bag, findings, signal) : undefined;
    } catch (error) {
      // Lost its end: seen below. Otherwise a stack or a string that content has made too large: it gets a verdict.
      if (!(error instanceof RangeError) && !(error instanceof ShorterFile)) throw error;
      if (error instanceof RangeError)
        findings.add('unsafe', 'too-large', '', '内容大得或深得不正常，没有往下读');
    }
    if (!(await source.isUnchanged())) {
      findings.addFirst('damaged', 'changed-meanwhile', '', CHANGED_MEANWHILE);
    }
    if (source.files.length === 0 && findings.status === undefined) {
      findings.add('not-a-package', 'no-bagit', 'bagit.txt', '里面没有这个文件，不符合推荐包的格式');
    }
    return { verification: summary(path, source, findings, bag, contents), source, bag, contents };
  } catch (error) {
    source.close();
    throw error;
  } finally {
    ended.abort();
    await whole?.catch(() => undefined);
  }
}

/** A device, a pipe. */
function neither(name: string): UserError {
  return new UserError({
    code: 'not-a-file',
    message: `“${name}”不是文件，也不是文件夹（可能是设备或管道）。`,
    effect: '没有核验，也没有改动任何内容。',
    remedy: '请选择推荐包（.zip），或者解开的推荐包文件夹。',
  });
}

/** Our comment with a byte changed still has its length; an archiver's own comment is no harm. */
function checkComment(comment: string, findings: Findings): void {
  if (comment.length === COMMENT_BYTES || /Biaobing|SHA256/iu.test(comment)) {
    findings.add('damaged', 'archive-changed', '', '压缩包末尾的校验注释被改动或损坏');
  } else if (comment !== '') findings.remark('comment', '', '压缩包带有别的程序写的注释，不影响内容');
}

function summary(
  path: string,
  source: BagSource,
  findings: Findings,
  bag: CheckedBag | undefined,
  contents: Contents | undefined,
): Verification {
  const assessment: Assessment | undefined = contents?.assessment;
  const revision = assessment?.revisions.at(-1);
  const tags = bag?.tags ?? [];
  const status = findings.status ?? 'intact';
  const tagManifest = bag?.hashes.get('tagmanifest-sha256.txt');
  const payload = bag
    ? [...bag.payload.values()]
    : source.files.filter(({ path }) => path.startsWith('data/'));
  return {
    file: basename(path),
    status,
    unit: showable(assessment?.unit.name ?? tagValue(tags, TAG.unit), SHOWN_UNITS),
    campaign: showable(assessment?.campaign.title ?? tagValue(tags, TAG.campaign), SHOWN_UNITS),
    selfScore: showable(tagValue(tags, TAG.score), SHOWN_UNITS),
    sealCode: tagManifest !== undefined && isWhole(status) ? sealCode(tagManifest) : null,
    revision: revision?.number ?? 0,
    draft: revision?.draft ?? false,
    sample: assessment?.sample ?? false,
    files: payload.length,
    bytes: payload.reduce((sum, { bytes }) => sum + bytes, 0),
    problems: findings.list(),
  };
}
