import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeNewAssessmentFolder } from '../../../electron/services/assessment/assessment-folder.ts';
import { folderName } from '../../../electron/services/document/new-folder.ts';
import { invented } from './invented.ts';

interface Wish {
  readonly id: string;
  readonly unit: string;
  readonly items: number;
}

/** A data folder with these assessments, each piece of evidence as a small file. */
export async function makeDataFolder(root: string, wishes: readonly Wish[]): Promise<void> {
  await mkdir(root, { recursive: true });
  for (const { id, unit, items } of wishes) {
    const { assessment, standardBytes } = invented(items);
    const folder = join(root, folderName(unit, id));
    const named = { ...assessment, id, unit: { ...assessment.unit, name: unit } };
    await writeNewAssessmentFolder(folder, { assessment: named, standardBytes });
    await mkdir(join(folder, 'evidence'), { recursive: true });
    for (const { label, sha256 } of assessment.evidence) {
      await writeFile(join(folder, 'evidence', sha256), label.replace('证明材料 ', ''));
    }
  }
}
