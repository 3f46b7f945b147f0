import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SOFTWARE } from '../../../electron/services/base/version.ts';
import { exportAssessment } from '../../../electron/services/package/export.ts';
import { unitSchema } from '../../../shared/assessment/schema.ts';
import { official, record, sha256, withEvidence } from './invented.ts';

const ITEMS = 56;
const FILES = 14;
const FILE_BYTES = 38_000;
const TODAY = '2026-11-20';

/** Final packages of about 0.6 MB, each of a unit of its own with files of its own: number `from` to before `to`. */
export async function makePackages(
  folder: string,
  { from, to }: { from: number; to: number },
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const evidenceFolder = await mkdtemp(join(folder, 'evidence-'));
  for (let n = from; n < to; n += 1) await makePackage(join(folder, `${n}.zip`), evidenceFolder, n);
  await rm(evidenceFolder, { recursive: true });
}

async function makePackage(outFile: string, evidenceFolder: string, n: number): Promise<void> {
  const { assessment, standard, standardBytes } = official(ITEMS);
  const files = await Promise.all(
    Array.from({ length: FILES }, async (_, index) => {
      const bytes = randomBytes(FILE_BYTES);
      const hash = sha256(bytes);
      await writeFile(join(evidenceFolder, hash), bytes);
      return record(`证明材料 ${index + 1}.jpg`, hash, FILE_BYTES);
    }),
  );
  const unit = unitSchema.parse({
    name: `示例第${n}执法单位`,
    superior: '示例市司法局',
    industry: '城市管理',
    region: '示例区',
  });
  await exportAssessment({
    assessment: { ...withEvidence(assessment, files), id: randomUUID(), unit, willing: true },
    ...{ standard, standardBytes, evidenceFolder, outFile },
    mode: 'final',
    today: TODAY,
    software: SOFTWARE,
    record: () => Promise.resolve(),
  });
  for (const { sha256 } of files) await rm(join(evidenceFolder, sha256));
}
