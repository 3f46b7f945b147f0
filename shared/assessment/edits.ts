import * as z from 'zod';
import { LABEL_LENGTH } from '../values/file-names.ts';
import { campaignSchema } from '../campaign/schema.ts';
import { codeSchema } from '../standard/schema.ts';
import { assertNever } from '../values/assert-never.ts';
import { longTextSchema } from '../values/long-text.ts';
import { patchOf } from '../values/patch.ts';
import { feedbackSchema } from './feedback.ts';
import { campaignEditSchemas, withCampaignEdit } from './campaign-edits.ts';
import { withDetails, withEvidence, withReplacement } from './evidence-edits.ts';
import { answerEditSchemas, withStep } from './input-steps.ts';
import {
  type Assessment,
  type Entry,
  EMPTY_MATERIAL,
  entryOf,
  type Evidence,
  evidenceDetailsSchema,
  evidenceSchema,
  type Material,
  materialOf,
  sha256Schema,
} from './schema.ts';
import { patchedUnit, unitPatchSchema } from './unit-patch.ts';

/** Everything that a user can change in an assessment. Each edit is one step of undo. */
export const editSchema = z.discriminatedUnion('kind', [
  /** The fields that change; the others stay as they are. */
  z.object({ kind: z.literal('setUnit'), unit: unitPatchSchema }),
  z.object({ kind: z.literal('setCampaign'), campaign: campaignSchema }),
  z.object({ kind: z.literal('setWilling'), willing: z.boolean().nullable() }),
  ...campaignEditSchemas,
  ...answerEditSchemas,
  z.object({ kind: z.literal('clearScore'), code: codeSchema }),
  z.object({ kind: z.literal('notApplicable'), code: codeSchema, reason: longTextSchema }),
  /** 合理缺项 that follow from what the unit lacks, by code, each with its reason: what is scored already stays. */
  z.object({ kind: z.literal('declareGaps'), gaps: z.record(codeSchema, longTextSchema) }),
  /** What was carried over from another edition holds as it is. Scoring anew says so as well. */
  z.object({ kind: z.literal('confirmEntry'), code: codeSchema }),
  z.object({ kind: z.literal('setReason'), code: codeSchema, reason: longTextSchema }),
  z.object({ kind: z.literal('addEvidence'), evidence: evidenceSchema, linkTo: codeSchema.optional() }),
  z.object({
    kind: z.literal('labelEvidence'),
    sha256: sha256Schema,
    label: z.string().trim().min(1).max(LABEL_LENGTH),
  }),
  /** null clears a field. */
  z.object({
    kind: z.literal('detailEvidence'),
    sha256: sha256Schema,
    details: patchOf(evidenceDetailsSchema.shape),
  }),
  z.object({ kind: z.literal('removeEvidence'), sha256: sha256Schema }),
  /** A corrected file in the place of another: `by` need not be part of the assessment yet. */
  z.object({ kind: z.literal('replaceEvidence'), sha256: sha256Schema, by: evidenceSchema }),
  z.object({ kind: z.literal('linkEvidence'), code: codeSchema, sha256: sha256Schema }),
  z.object({ kind: z.literal('unlinkEvidence'), code: codeSchema, sha256: sha256Schema }),
  /** Lists evidence under a material; what is listed already stays as it is. */
  z.object({
    kind: z.literal('addMaterialFiles'),
    code: codeSchema,
    files: z.array(sha256Schema).max(10_000),
  }),
  z.object({ kind: z.literal('removeMaterialFile'), code: codeSchema, sha256: sha256Schema }),
  z.object({
    kind: z.literal('setMaterialTheme'),
    code: codeSchema,
    sha256: sha256Schema,
    theme: z.string().max(200),
  }),
  /** One point that a material must show. */
  z.object({
    kind: z.literal('tickMaterial'),
    code: codeSchema,
    point: z.string().max(200),
    checked: z.boolean(),
  }),
  /** From a 反馈包; null puts it away. */
  z.object({ kind: z.literal('setFeedback'), feedback: feedbackSchema.nullable() }),
]);
export type Edit = z.output<typeof editSchema>;

/** Applies one edit. Pure: the caller gives the time (ISO 8601). Unknown evidence is refused with a RangeError. */
export function applyEdit(assessment: Assessment, edit: Edit, now: string): Assessment {
  return { ...change(assessment, edit), updatedAt: now };
}

function change(assessment: Assessment, edit: Edit): Assessment {
  switch (edit.kind) {
    case 'setUnit':
      return { ...assessment, unit: patchedUnit(assessment.unit, edit.unit) };
    case 'setCampaign':
      return { ...assessment, campaign: edit.campaign };
    case 'setWilling':
      return { ...assessment, willing: edit.willing };
    case 'answer':
    case 'addGuidance':
    case 'setGuidance':
    case 'removeGuidance':
      return withCampaignEdit(assessment, edit);
    case 'score':
      return withEntry(assessment, edit.code, ({ reason, evidence }) => ({
        state: 'scored',
        input: edit.input,
        reason,
        evidence,
      }));
    case 'tick':
    case 'count':
      return withEntry(assessment, edit.code, ({ input, reason, evidence }) => ({
        state: 'scored',
        input: withStep(input, edit),
        reason,
        evidence,
      }));
    case 'clearScore':
      return withEntry(assessment, edit.code, ({ reason, evidence }) => ({
        state: 'unscored',
        reason,
        evidence,
      }));
    case 'notApplicable': {
      const { reason } = edit;
      return withEntry(assessment, edit.code, ({ evidence }) => ({
        state: 'notApplicable',
        reason,
        evidence,
      }));
    }
    case 'declareGaps':
      return withGaps(assessment, edit.gaps);
    case 'confirmEntry':
      return withEntry(assessment, edit.code, ({ confirm: _, ...entry }) => entry);
    case 'setReason':
      return withEntry(assessment, edit.code, (entry) => ({ ...entry, reason: edit.reason }));
    case 'addEvidence': {
      const added = withEvidence(assessment, edit.evidence);
      return edit.linkTo === undefined ? added : link(added, edit.linkTo, edit.evidence.sha256);
    }
    case 'replaceEvidence':
      return withReplacement(assessment, requireEvidence(assessment, edit.sha256), edit.by);
    case 'labelEvidence':
      requireEvidence(assessment, edit.sha256);
      return {
        ...assessment,
        evidence: assessment.evidence.map((e) =>
          e.sha256 === edit.sha256 ? { ...e, label: edit.label } : e,
        ),
      };
    case 'detailEvidence':
      requireEvidence(assessment, edit.sha256);
      return withDetails(assessment, edit);
    case 'removeEvidence':
      return removeEvidence(assessment, edit.sha256);
    case 'linkEvidence':
      return link(assessment, edit.code, edit.sha256);
    case 'unlinkEvidence':
      return withEntry(assessment, edit.code, (entry) => ({
        ...entry,
        evidence: entry.evidence.filter((sha) => sha !== edit.sha256),
      }));
    case 'addMaterialFiles':
    case 'removeMaterialFile':
    case 'setMaterialTheme':
    case 'tickMaterial':
      return changeMaterials(assessment, edit);
    case 'setFeedback':
      return { ...assessment, feedback: edit.feedback ?? undefined };
    default:
      return assertNever(edit);
  }
}

type MaterialEdit = Extract<
  Edit,
  { kind: 'addMaterialFiles' | 'removeMaterialFile' | 'setMaterialTheme' | 'tickMaterial' }
>;

function changeMaterials(assessment: Assessment, edit: MaterialEdit): Assessment {
  switch (edit.kind) {
    case 'addMaterialFiles':
      for (const sha256 of edit.files) requireEvidence(assessment, sha256);
      return withMaterial(assessment, edit.code, (material) => {
        const listed = new Set(material.files.map(({ sha256 }) => sha256));
        const fresh = [...new Set(edit.files)].filter((sha256) => !listed.has(sha256));
        return { ...material, files: [...material.files, ...fresh.map((sha256) => ({ sha256, theme: '' }))] };
      });
    case 'removeMaterialFile':
      return withMaterial(assessment, edit.code, (material) => ({
        ...material,
        files: material.files.filter(({ sha256 }) => sha256 !== edit.sha256),
      }));
    case 'setMaterialTheme':
      return withMaterial(assessment, edit.code, (material) => ({
        ...material,
        files: material.files.map((file) =>
          file.sha256 === edit.sha256 ? { ...file, theme: edit.theme } : file,
        ),
      }));
    case 'tickMaterial':
      return withMaterial(assessment, edit.code, (material) => {
        const others = material.checked.filter((point) => point !== edit.point);
        const checked = edit.checked ? [...others, edit.point] : others;
        return { ...material, checked: inOrderOf(checklistOf(assessment, edit.code), checked) };
      });
    default:
      return assertNever(edit);
  }
}

function withGaps(assessment: Assessment, gaps: Readonly<Record<string, string>>): Assessment {
  return Object.entries(gaps)
    .filter(([code]) => entryOf(assessment, code).state === 'unscored')
    .reduce<Assessment>(
      (after, [code, reason]) => change(after, { kind: 'notApplicable', code, reason }),
      assessment,
    );
}

function withEntry(assessment: Assessment, code: string, update: (entry: Entry) => Entry): Assessment {
  return { ...assessment, entries: { ...assessment.entries, [code]: update(entryOf(assessment, code)) } };
}

function withMaterial(
  assessment: Assessment,
  code: string,
  update: (material: Material) => Material,
): Assessment {
  return {
    ...assessment,
    materials: { ...assessment.materials, [code]: update(materialOf(assessment, code)) },
  };
}

function checklistOf({ campaign }: Assessment, code: string): string[] {
  const material = campaign.materials.find((each) => each.code === code);
  return material?.checklist.map((point) => point.code) ?? [];
}

/** As the campaign lists them; what it does not list comes last. */
function inOrderOf(order: readonly string[], points: readonly string[]): string[] {
  const listed = new Set(order);
  return [
    ...order.filter((point) => points.includes(point)),
    ...points.filter((point) => !listed.has(point)),
  ];
}

function link(assessment: Assessment, code: string, sha256: string): Assessment {
  requireEvidence(assessment, sha256);
  return withEntry(assessment, code, (entry) =>
    entry.evidence.includes(sha256) ? entry : { ...entry, evidence: [...entry.evidence, sha256] },
  );
}

function removeEvidence(assessment: Assessment, sha256: string): Assessment {
  const entries = Object.entries(assessment.entries).map(([code, entry]) => [
    code,
    entry.evidence.includes(sha256)
      ? { ...entry, evidence: entry.evidence.filter((sha) => sha !== sha256) }
      : entry,
  ]);
  const materials = Object.entries(assessment.materials).map(([code, material = EMPTY_MATERIAL]) => [
    code,
    { ...material, files: material.files.filter((file) => file.sha256 !== sha256) },
  ]);
  return {
    ...assessment,
    evidence: assessment.evidence.filter((e) => e.sha256 !== sha256),
    entries: Object.fromEntries(entries) as Assessment['entries'],
    materials: Object.fromEntries(materials) as Assessment['materials'],
  };
}

function requireEvidence(assessment: Assessment, sha256: string): Evidence {
  const found = assessment.evidence.find((e) => e.sha256 === sha256);
  if (!found) throw new RangeError(`Evidence ${sha256} is not part of this assessment`);
  return found;
}
