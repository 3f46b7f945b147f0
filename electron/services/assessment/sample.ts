import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { applyEdit, type Edit } from '../../../shared/assessment/edits.ts';
import {
  ASSESSMENT_VERSION,
  type Assessment,
  assessmentSchema,
  materialSchema,
  unitSchema,
} from '../../../shared/assessment/schema.ts';
import { ruleInputSchema } from '../../../shared/assessment/rule-input.ts';
import { labelFor } from '../../../shared/values/file-names.ts';
import { mediaTypeOf } from '../../../shared/values/file-kinds.ts';
import { loadLibrary } from '../standards/library.ts';
import { writeNewAssessmentFolder } from './assessment-folder.ts';

/** scoring-standards/sample/sample.json: an invented unit's answers, by code, and its files, by name. */
const sampleSchema = z.object({
  standard: z.string(),
  campaign: z.string(),
  unit: unitSchema,
  scores: z.record(z.string(), ruleInputSchema),
  /** Code -> why it does not apply. */
  notApplicable: z.record(z.string(), z.string()),
  reasons: z.record(z.string(), z.string()),
  /** File name -> codes that it is evidence for. */
  evidence: z.record(z.string(), z.array(z.string())),
  materials: z.record(
    z.string(),
    z.object({
      files: z.array(z.object({ fileName: z.string(), theme: z.string() })),
      checked: materialSchema.shape.checked,
    }),
  ),
});

/**
 * Makes the sample assessment (示例, marked as such wherever it is shown or exported) in a new folder, with the
 * real evidence files of scoring-standards/sample/files.
 */
export async function createSample(
  folder: string,
  { resources, now }: { resources: string; now: Date },
): Promise<Assessment> {
  const home = join(resources, 'scoring-standards', 'sample');
  const sample = sampleSchema.parse(JSON.parse(await readFile(join(home, 'sample.json'), 'utf8')));
  const library = await loadLibrary(resources);
  const loaded = library.standards.find(({ standard }) => standard.id === sample.standard);
  const campaign = library.campaigns.find(({ id }) => id === sample.campaign);
  if (!loaded || !campaign) throw new Error(`The sample names an unknown standard or campaign`);

  const at = now.toISOString();
  const { id, edition } = loaded.standard;
  let assessment = assessmentSchema.parse({
    version: ASSESSMENT_VERSION,
    id: randomUUID(),
    sample: true,
    createdAt: at,
    updatedAt: at,
    standard: { id, edition, sha256: loaded.sha256 },
    campaign: z.encode(assessmentSchema.shape.campaign, campaign),
    unit: sample.unit,
    willing: true,
  });
  const edit = (change: Edit): void => {
    assessment = applyEdit(assessment, change, at);
  };

  const sources = new Map<string, { fileName: string; path: string }>();
  for (const [fileName, codes] of Object.entries(sample.evidence)) {
    const path = join(home, 'files', fileName);
    const content = await readFile(path);
    const sha256 = createHash('sha256').update(content).digest('hex');
    sources.set(sha256, { fileName, path });
    const label = labelFor(fileName);
    const mediaType = mediaTypeOf(fileName, content);
    edit({
      kind: 'addEvidence',
      evidence: { sha256, bytes: content.length, fileName, label, mediaType, addedAt: at },
    });
    for (const code of codes) edit({ kind: 'linkEvidence', code, sha256 });
  }
  for (const [code, input] of Object.entries(sample.scores)) edit({ kind: 'score', code, input });
  for (const [code, reason] of Object.entries(sample.notApplicable))
    edit({ kind: 'notApplicable', code, reason });
  for (const [code, reason] of Object.entries(sample.reasons)) edit({ kind: 'setReason', code, reason });
  const sha256Of = (name: string): string =>
    [...sources].find(([, { fileName }]) => fileName === name)?.[0] ?? `unknown file ${name}`;
  for (const [code, { files, checked }] of Object.entries(sample.materials)) {
    edit({ kind: 'addMaterialFiles', code, files: files.map(({ fileName }) => sha256Of(fileName)) });
    for (const { fileName, theme } of files) {
      edit({ kind: 'setMaterialTheme', code, sha256: sha256Of(fileName), theme });
    }
    for (const point of checked) edit({ kind: 'tickMaterial', code, point, checked: true });
  }

  const evidence = (sha256: string): string => sources.get(sha256)?.path ?? '';
  await writeNewAssessmentFolder(folder, { assessment, standardBytes: loaded.bytes, evidence });
  return assessment;
}
