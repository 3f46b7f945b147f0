import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Assessment, assessmentSchema } from '../../../../shared/assessment/schema.ts';
import { writeNewAssessmentFolder } from '../../../../electron/services/assessment/assessment-folder.ts';

const CAMPAIGN = {
  version: 3,
  id: 'practice',
  title: '自评练习',
  shortTitle: '练习',
  kind: 'practice',
  passScore: { points: '90', source: { document: '测试文号' } },
  materials: [
    {
      code: 'report',
      title: '综合汇报材料',
      kind: 'report',
      required: true,
      source: { document: '测试文号' },
    },
  ],
};

export const STANDARD = {
  version: 2,
  id: 'small',
  edition: '2020',
  title: '小标准',
  issuer: '测试',
  authority: 'custom',
  fullScore: '10',
  passScore: '9',
  notApplicable: { rule: 'forbidden' },
  sections: [
    {
      code: '1',
      title: '组织',
      fullScore: '10',
      items: ['1.1', '1.2'].map((code) => ({
        code,
        title: `项目${code}`,
        criterion: '按情况给分',
        fullScore: '5',
        rule: { kind: 'award', step: '0.5' },
        evidence: [{ title: '文件' }],
        basis: [{ document: '测试文号', clause: '一' }],
      })),
    },
  ],
};

const standardBytes = Buffer.from(JSON.stringify(STANDARD));

/** A temporary folder, gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'biaobing-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Resources with the small standard and campaign. */
export async function smallResources(): Promise<string> {
  const resources = await temporaryFolder();
  for (const [folder, name, content] of [
    ['standards', 'small.json', STANDARD],
    ['campaigns', 'practice.json', CAMPAIGN],
  ] as const) {
    await mkdir(join(resources, 'scoring-standards', folder), { recursive: true });
    await writeFile(join(resources, 'scoring-standards', folder, name), JSON.stringify(content));
  }
  return resources;
}

export function newAssessment(part: Partial<Assessment> = {}): Assessment {
  const at = '2026-11-20T01:00:00.000Z';
  const sha256 = createHash('sha256').update(standardBytes).digest('hex');
  return {
    ...assessmentSchema.parse({
      version: 2,
      id: randomUUID(),
      createdAt: at,
      updatedAt: at,
      standard: { id: 'small', edition: '2020', sha256 },
      campaign: CAMPAIGN,
      unit: { name: '某县某局' },
    }),
    ...part,
  };
}

/** A new assessment folder on disk. */
export async function assessmentFolder(part: Partial<Assessment> = {}): Promise<string> {
  const folder = join(await temporaryFolder(), '某县某局');
  await writeNewAssessmentFolder(folder, { assessment: newAssessment(part), standardBytes });
  return folder;
}

/** The code of the Failure that a promise is refused with. */
export async function failureCode(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error && 'failure' in error) return (error.failure as { code: string }).code;
    return `not a UserError: ${String(error)}`;
  }
  return 'no failure';
}
