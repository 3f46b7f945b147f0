import { createHash } from 'node:crypto';
import { rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Assessment, Evidence, Revision } from '../../../shared/assessment/schema.ts';
import { kindWords } from '../../../shared/campaign/words.ts';
import {
  checkExport,
  describeExecutables,
  describeFaults,
} from '../../../shared/eligibility/check-export.ts';
import type { ExportResult } from '../../../shared/contract/contract.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { formOf } from '../../../shared/package/form.ts';
import { bagRootName, layOut } from '../../../shared/package/layout.ts';
import type { Verification } from '../../../shared/package/verification.ts';
import { scoreAssessment } from '../../../shared/scoring/report.ts';
import type { ScoreReport } from '../../../shared/scoring/types.ts';
import type { AssessmentFinding } from '../../../shared/eligibility/finding.ts';
import { basisOf, packageName } from '../../../shared/standard/basis.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { isExecutable } from '../../../shared/values/file-kinds.ts';
import { faultsOf, lookAtAll } from '../files/evidence-check.ts';
import { headOf } from '../files/evidence-file.ts';
import { guarded, isSystemError } from '../base/failures.ts';
import { several } from '../base/several.ts';
import { fsyncFolder, makeFolders, putInPlace } from '../files/files.ts';
import { removeAbandoned, workName } from '../files/work-names.ts';
import { buildWorkbook } from '../workbook/build.ts';
import { packageFiles } from './files.ts';
import { exists, placeFor } from './place.ts';
import type { TaskOptions } from './progress.ts';
import { type PlannedRevision, planRevision, withSealCode } from './revision.ts';
import { verifyPackage } from './verify.ts';
import { changedEvidence } from './evidence-bytes.ts';
import { writePackage } from './write.ts';

interface ExportSource extends TaskOptions {
  readonly assessment: Assessment;
  readonly standard: Standard;
  /** The exact bytes of standard.json. */
  readonly standardBytes: Uint8Array;
  /** Folder that holds each piece of evidence under its SHA-256. */
  readonly evidenceFolder: string;
  readonly mode: 'final' | 'draft';
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Name and version of the program, for bag-info.txt. */
  readonly software: string;
  /**
   * Stores the revision with its seal code, on the disk before the package appears: the number of a package that left
   * the house is never given again. One whose package never came is a gap.
   */
  readonly record: (revisions: Revision[]) => Promise<unknown>;
}

/** Where the package goes: a folder, in which it names itself, or a whole path. */
export type ExportInput = ExportSource & ({ readonly outFolder: string } | { readonly outFile: string });

export interface Exported extends Omit<ExportResult, 'token' | 'folder'> {
  /** The assessment with this revision and its seal code, as it was recorded. */
  readonly assessment: Assessment;
  /** Full path of the package. */
  readonly file: string;
}

/** Files that are looked at side by side. */
const SIDE_BY_SIDE = 8;

/** In the words of what is made: a 推荐包 or a 自查包. */
function exporting(name: string): { readonly action: string; readonly effect: string } {
  return {
    action: `导出${name}`,
    effect: `没有生成${name}，也没有留下半个文件；自评内容和佐证材料没有改动。`,
  };
}

/**
 * Writes the package of an assessment, reopens and verifies it, and only then puts it in its place. UserError:
 * not eligible (final mode), a program among the evidence (an older program took it), evidence damaged, disk full, no permission, not intact when reopened. Nothing
 * half-written is left behind.
 */
export function exportAssessment(input: ExportInput): Promise<Exported> {
  return guarded(exporting(packageName(input.standard)), () => exportGuarded(input));
}

async function exportGuarded(input: ExportInput): Promise<Exported> {
  const { assessment, standard, mode } = input;
  await requireNoExecutables(input);
  await requireFiles(input);
  const report = scoreAssessment(standard, assessment);
  if (mode === 'final') requireEligible(input, report);
  requireStandard(input);

  let plan = planRevision(input);
  for (;;) {
    const written = await writeRevision(input, plan, report);
    if (await isItself(input, plan, written)) return written.place();
    await written.discard();
    plan = planRevision(input, await takenUpTo(input, plan.revision.number));
  }
}

/**
 * Whether what was written may have its number. Another version of the program writes other bytes: a package that was
 * stamped under the old code must not come back under the same number with a new one. Nor is a number given anew whose
 * package lies there: of an older copy of the assessment, say, or by a program that was ended before it recorded it.
 */
async function isItself(input: ExportInput, plan: PlannedRevision, written: Written): Promise<boolean> {
  const { revision, repeated } = plan;
  if (repeated) {
    const known = input.assessment.revisions.find(({ packageId }) => packageId === revision.packageId);
    return known?.sealCode === written.sealCode;
  }
  return 'outFile' in input || (await placeFor(written)) === written.file;
}

/** The last of the numbers, from this one on, under which a package lies already. */
async function takenUpTo(input: ExportInput, number: number): Promise<number> {
  for (let last = number; ; last += 1) {
    const { packaged, revision } = planRevision(input, last);
    if (!(await exists(fileFor(input, bagRootName(packaged, revision, formOf(input.standard)))))) return last;
  }
}

interface Written {
  /** Where it is to go. */
  readonly file: string;
  /** Where it is now. */
  readonly part: string;
  readonly sealCode: string;
  /** Records its revision, then gives it its name. */
  place(): Promise<Exported>;
  discard(): Promise<void>;
}

/** The package under its temporary name, verified; `place` gives it its own. */
async function writeRevision(
  input: ExportInput,
  plan: PlannedRevision,
  report: ScoreReport,
): Promise<Written> {
  const { assessment, standard, signal, progress } = input;
  const { packaged, revision, previous, repeated } = plan;
  const form = formOf(standard);
  const root = bagRootName(packaged, revision, form);
  const paths = layOut(standard, packaged);
  const workbook = await buildWorkbook({
    assessment: packaged,
    standard,
    revision: { ...revision, ...(previous ? { previous: previous.number } : {}) },
    paths,
    // The revision's day, not today: exported again tomorrow, it is the same package.
    today: revision.date,
  });
  const files = packageFiles({ ...input, plan, form, report, paths, workbook });

  const file = fileFor(input, root);
  const part = join(dirname(file), workName('part'));
  const discard = (): Promise<void> => rm(part, { force: true });
  if ('outFile' in input) await makeFolders(dirname(file));
  try {
    await removeAbandoned(dirname(file));
    const { name: what } = form;
    const { synced } = await writePackage(part, { root, files, what, date: revision.date, signal, progress });
    let verification: Verification;
    try {
      verification = await verifyPackage(part, { what, signal, progress });
    } finally {
      // It was read back while the disk took it down.
      await synced;
    }
    const { sealCode, status } = verification;
    if (status === 'damaged') {
      const evidence = files.filter((each) => 'evidence' in each);
      const changed = await changedEvidence(evidence, form.name, signal);
      if (changed) throw changed;
    }
    if (status !== 'intact' || sealCode === null) throw notIntact(verification, form.name);
    signal?.throwIfAborted();
    const { size } = await stat(part);
    const exported = {
      assessment: withSealCode(assessment, revision, sealCode),
      bytes: size,
      files: verification.files,
      sealCode,
      packageId: revision.packageId,
      revision: revision.number,
      ...(previous ? { previousRevision: previous.number } : {}),
      draft: revision.draft,
      repeated,
      date: revision.date,
      selfScore: report.total,
    };
    const place = async (): Promise<Exported> => {
      try {
        const free = 'outFile' in input ? file : await placeFor({ file, part });
        await input.record([...exported.assessment.revisions]);
        await putInPlace(part, free);
        await fsyncFolder(dirname(free));
        const fileName = basename(free);
        return { ...exported, file: free, fileName, verification: { ...verification, file: fileName } };
      } catch (error) {
        await discard();
        throw error;
      }
    };
    return { file, part, sealCode, place, discard };
  } catch (error) {
    await discard();
    throw error;
  }
}

function fileFor(input: ExportInput, root: string): string {
  return resolve('outFile' in input ? input.outFile : join(input.outFolder, `${root}.zip`));
}

function requireEligible({ standard, assessment, today }: ExportInput, report: ScoreReport): void {
  const { ready, findings } = checkExport(standard, assessment, report, today);
  if (ready) return;
  const blocking = findings.filter(({ severity }: AssessmentFinding) => severity === 'block');
  const first = blocking.slice(0, 3).map(({ message }) => message);
  const more = blocking.length > first.length ? `；等共 ${blocking.length} 处` : '';
  throw new UserError({
    code: 'not-eligible',
    message:
      basisOf(standard) === 'official' && assessment.campaign.kind !== 'practice'
        ? `还${kindWords(assessment.campaign).fails}：${first.join('；')}${more}。`
        : `还有须解决的事项：${first.join('；')}${more}。`,
    effect: `没有生成${packageName(standard)}；自评内容没有改动。`,
    remedy: '请在“资格审查与导出”里逐条处理，或先导出草稿。',
  });
}

/** By name and by content; a file that is missing is told of where it is read for the package. */
async function requireNoExecutables({ standard, assessment, evidenceFolder }: ExportInput): Promise<void> {
  const found = new Set<Evidence>();
  await several(assessment.evidence, SIDE_BY_SIDE, async (evidence) => {
    const head = await headOf(join(evidenceFolder, evidence.sha256)).catch((error: unknown) => {
      // Missing, or a link in its place.
      if (isSystemError(error, 'ENOENT') || error instanceof UserError) return undefined;
      throw error;
    });
    if (isExecutable(evidence.fileName, head)) found.add(evidence);
  });
  const programs = assessment.evidence.filter((each) => found.has(each));
  if (programs.length === 0) return;
  throw new UserError({
    code: 'executable',
    message: `${describeExecutables(standard, assessment, programs)}。`,
    effect: exporting(packageName(standard)).effect,
    remedy: '请到“佐证材料”移除，改用文档、图片、音频或视频（要说明某个程序，可附它的截图），再导出。',
  });
}

/** Each file that is not there, or not of its size, is named before anything is written; contents are read on the way. */
async function requireFiles({ standard, assessment, evidenceFolder }: ExportInput): Promise<void> {
  const faults = faultsOf(await lookAtAll(evidenceFolder, assessment.evidence));
  if (faults.size === 0) return;
  throw new UserError({
    code: 'evidence-damaged',
    message: `佐证材料${describeFaults(standard, assessment, faults)}。`,
    effect: `没有生成${packageName(standard)}；自评内容和其他材料没有改动。`,
    remedy: '请到“佐证材料”，在标出的材料上选“重新添加原文件”，再导出。',
  });
}

function requireStandard({ assessment, standard, standardBytes }: ExportInput): void {
  if (createHash('sha256').update(standardBytes).digest('hex') === assessment.standard.sha256) return;
  throw new UserError({
    code: 'standard-changed',
    message: '档案里的验收标准文件与自评时所用的不一致。',
    effect: `没有生成${packageName(standard)}；自评内容没有改动。`,
    remedy: '请从备份恢复 standard.json，或用原标准新建自评档案。',
  });
}

function notIntact({ status, problems }: Verification, name: string): UserError {
  const what = problems.find(({ severity }) => severity === 'problem');
  if (status === 'suspect') {
    return new UserError({
      code: 'contradicts',
      message: `自评档案里有互相矛盾的内容：${what?.message ?? ''}。`,
      effect: exporting(name).effect,
      remedy:
        '请按提示改正（材料有误的，移除后重新添加原文件），再导出；仍然如此，请把这句提示告诉技术支持人员。',
    });
  }
  return new UserError({
    code: 'not-intact',
    message: `${name}写好后重新核验没有通过${what ? `：${what.path}${what.message}` : ''}。`,
    effect: exporting(name).effect,
    remedy: '请换一个磁盘位置再导出一次；如果仍然出错，请检查磁盘。',
  });
}
