import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { SOFTWARE } from '../../../../../electron/services/base/version.ts';
import { exportAssessment, type Exported } from '../../../../../electron/services/package/export.ts';
import type { TaskOptions } from '../../../../../electron/services/package/progress.ts';
import { type Assessment, unitSchema } from '../../../../../shared/assessment/schema.ts';
import { type Standard, standardSchema } from '../../../../../shared/standard/schema.ts';
import {
  assessmentOf,
  campaignOf,
  entriesOf,
  item,
  section,
  standardOf,
} from '../../../shared/scoring/fixtures.ts';
import { tempFolder } from '../../../temp-folders.ts';

export { tempFolder };

export interface Fixture {
  readonly assessment: Assessment;
  readonly standard: Standard;
  readonly standardBytes: Buffer;
  readonly evidenceFolder: string;
}

export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** An eligible unit (95 points) with evidence: by each item, of two items, material, unused, awkward names. */
export async function makeFixture(changes: Partial<Assessment> = {}): Promise<Fixture> {
  const evidenceFolder = join(await tempFolder(), 'evidence');
  await mkdir(evidenceFolder);
  const add = async (name: string, content: string | Buffer): Promise<Assessment['evidence'][number]> => {
    const hash = sha256(content);
    await writeFile(join(evidenceFolder, hash), content);
    return {
      sha256: hash,
      bytes: Buffer.byteLength(content),
      fileName: name,
      label: name.replace(/\.\w+$/, ''),
      mediaType: 'text/plain',
      addedAt: '2026-11-01T00:00:00Z',
    };
  };
  const plan = await add('实施方案.txt', '方案正文\n'.repeat(200));
  const shared = await add('培训照片.jpg', Buffer.from([0xff, 0xd8, 0xff, 1, 2, 3]));
  const sameName = await add('实施方案.txt', '另一份方案');
  const percent = await add('完成率100%.TXT', '100%');
  const report = await add('综合汇报材料.docx', 'PK汇报');
  const unused = await add('没有用到.txt', '');
  const standard = standardOf({ sections: [section('1', [item('1.1', '50'), item('1.2', '50')])] });
  const standardBytes = Buffer.from(JSON.stringify(z.encode(standardSchema, standard)));
  const entries = entriesOf({ '1.1': 5000, '1.2': 4500 });
  const link = (code: string, files: Assessment['evidence']): Assessment['entries'] => ({
    [code]: { ...entries[code]!, evidence: files.map((file) => file.sha256) },
  });
  const assessment = assessmentOf({
    standard: { id: standard.id, edition: standard.edition, sha256: sha256(standardBytes) },
    campaign: campaignOf({
      materials: [
        {
          code: 'report',
          title: '综合汇报材料',
          kind: 'report',
          required: true,
          source: { document: '测字', clause: '' },
        },
      ],
    }),
    unit: unitSchema.parse({
      name: '示例市示例区城市管理局',
      industry: '城管',
      region: '示例区',
      superior: '示例市司法局',
    }),
    entries: { ...link('1.1', [plan, shared, sameName]), ...link('1.2', [shared, percent]) },
    evidence: [plan, shared, sameName, percent, report, unused],
    materials: { report: { files: [{ sha256: report.sha256, theme: '' }], checked: [] } },
    ...changes,
  });
  return { assessment, standard, standardBytes, evidenceFolder };
}

export async function exportFixture(
  fixture: Fixture,
  changes: {
    mode?: 'final' | 'draft';
    today?: string;
    outFolder?: string;
    software?: string;
    record?: () => Promise<unknown>;
  } & TaskOptions = {},
): Promise<Exported> {
  return exportAssessment({
    ...fixture,
    mode: 'final',
    today: '2026-11-20',
    software: SOFTWARE,
    outFolder: await tempFolder(),
    record: () => Promise.resolve(),
    ...changes,
  });
}
