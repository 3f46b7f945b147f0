import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportAssessment } from '../../electron/services/package/export.ts';
import { writeFeedback } from '../../electron/services/package/feedback.ts';
import { SOFTWARE } from '../../electron/services/base/version.ts';
import type { FeedbackFile } from '../../shared/assessment/feedback.ts';
import type { Assessment } from '../../shared/assessment/schema.ts';
import { Forgery } from '../unit/electron/services/package/forge.ts';
import { removeTempFolders, tempFolder } from '../unit/temp-folders.ts';
import { completeAssessment, FEEDBACK, FIRST_REVISION, STANDARD, STANDARD_BYTES } from './fixtures.ts';
import { contentOf } from './pieces.ts';

/** The unit of the packages below, with 92.5 points; they are its second revision. */
export function packagedAssessment(): Assessment {
  const { entries, unit, ...rest } = completeAssessment();
  const input = { kind: 'award' as const, points: 1250 };
  return {
    ...rest,
    id: '77777777-7777-4777-8777-777777777777',
    unit: { ...unit, name: '某局' },
    entries: { ...entries, '1.1': { ...entries['1.1']!, input } },
    revisions: [FIRST_REVISION],
  };
}

const MAKERS = {
  whole: async () => readFile(await exported()),
  /** A piece of evidence was changed after the package was made. */
  damaged: async () => {
    const forgery = await Forgery.of(await exported());
    const [evidence = ''] = (await forgery.files()).filter((path) => path.endsWith('方案.pdf'));
    await forgery.edit(evidence, (text) => `${text}.`);
    return readFile(await forgery.zip());
  },
  /** Whole by its hashes: it says to be another unit's, and holds a file that is none of a package's. */
  suspect: async () => {
    const forgery = await Forgery.of(await exported());
    await forgery.edit('bag-info.txt', (text) => text.replace('某局', '另一局'));
    await forgery.write('别的.txt', '别的');
    return readFile(await (await forgery.seal()).zip());
  },
  /** The office's answer to the unit of `completeAssessment`. */
  feedback: async () => {
    const { id: assessmentId, unit } = completeAssessment();
    const file: FeedbackFile = { version: 1, assessmentId, unit: unit.name, feedback: FEEDBACK };
    return writeFeedback({ file, report: Buffer.from('PK'), software: SOFTWARE, folder: await tempFolder() });
  },
};

const made = new Map<string, Promise<Buffer>>();

/** A package as the program itself makes it, made once for all tests of this process. */
export async function packageFile(name: string, kind: keyof typeof MAKERS = 'whole'): Promise<File> {
  const bytes = made.get(kind) ?? MAKERS[kind]().finally(removeTempFolders);
  made.set(kind, bytes);
  return new File([new Uint8Array(await bytes)], name);
}

async function exported(): Promise<string> {
  const folder = await tempFolder();
  const assessment = packagedAssessment();
  const evidenceFolder = join(folder, 'evidence');
  await mkdir(evidenceFolder);
  for (const { sha256 } of assessment.evidence) {
    await writeFile(join(evidenceFolder, sha256), contentOf(sha256) ?? '');
  }
  const { file } = await exportAssessment({
    ...{ assessment, standard: STANDARD, standardBytes: STANDARD_BYTES, evidenceFolder, mode: 'final' },
    ...{ today: '2026-11-20', software: SOFTWARE, outFolder: folder, record: () => Promise.resolve() },
  });
  return file;
}
