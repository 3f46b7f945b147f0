import { z } from 'zod';
import { campaignSchema } from '../campaign/schema.ts';
import { codeSchema } from '../standard/schema.ts';
import { assertNever } from '../values/assert-never.ts';
import { feedbackSchema } from './feedback.ts';
import {
  type Assessment,
  type Entry,
  EMPTY_MATERIAL,
  entryOf,
  evidenceSchema,
  materialSchema,
  ruleInputSchema,
  sha256Schema,
  unitSchema,
} from './schema.ts';

/** Everything that a user can change in an assessment. Each edit is one step of undo. */
export const editSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('setUnit'), unit: unitSchema }),
  z.object({ kind: z.literal('setCampaign'), campaign: campaignSchema }),
  z.object({ kind: z.literal('setWilling'), willing: z.boolean().nullable() }),
  z.object({ kind: z.literal('score'), code: codeSchema, input: ruleInputSchema }),
  z.object({ kind: z.literal('clearScore'), code: codeSchema }),
  z.object({ kind: z.literal('notApplicable'), code: codeSchema, reason: z.string().max(5000) }),
  /** What was carried over from another edition holds as it is. Scoring anew says so as well. */
  z.object({ kind: z.literal('confirmEntry'), code: codeSchema }),
  z.object({ kind: z.literal('setReason'), code: codeSchema, reason: z.string().max(5000) }),
  z.object({ kind: z.literal('addEvidence'), evidence: evidenceSchema, linkTo: codeSchema.optional() }),
  z.object({
    kind: z.literal('labelEvidence'),
    sha256: sha256Schema,
    label: z.string().trim().min(1).max(200),
  }),
  z.object({ kind: z.literal('removeEvidence'), sha256: sha256Schema }),
  z.object({ kind: z.literal('linkEvidence'), code: codeSchema, sha256: sha256Schema }),
  z.object({ kind: z.literal('unlinkEvidence'), code: codeSchema, sha256: sha256Schema }),
  z.object({ kind: z.literal('setMaterial'), code: codeSchema, material: materialSchema }),
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
      return { ...assessment, unit: edit.unit };
    case 'setCampaign':
      return { ...assessment, campaign: edit.campaign };
    case 'setWilling':
      return { ...assessment, willing: edit.willing };
    case 'score':
      return withEntry(assessment, edit.code, ({ reason, evidence }) => ({
        state: 'scored',
        input: edit.input,
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
    case 'confirmEntry':
      return withEntry(assessment, edit.code, ({ confirm: _, ...entry }) => entry);
    case 'setReason':
      return withEntry(assessment, edit.code, (entry) => ({ ...entry, reason: edit.reason }));
    case 'addEvidence': {
      const known = assessment.evidence.some((e) => e.sha256 === edit.evidence.sha256);
      const added = known ? assessment : { ...assessment, evidence: [...assessment.evidence, edit.evidence] };
      return edit.linkTo === undefined ? added : link(added, edit.linkTo, edit.evidence.sha256);
    }
    case 'labelEvidence':
      requireEvidence(assessment, edit.sha256);
      return {
        ...assessment,
        evidence: assessment.evidence.map((e) =>
          e.sha256 === edit.sha256 ? { ...e, label: edit.label } : e,
        ),
      };
    case 'removeEvidence':
      return removeEvidence(assessment, edit.sha256);
    case 'linkEvidence':
      return link(assessment, edit.code, edit.sha256);
    case 'unlinkEvidence':
      return withEntry(assessment, edit.code, (entry) => ({
        ...entry,
        evidence: entry.evidence.filter((sha) => sha !== edit.sha256),
      }));
    case 'setMaterial':
      for (const file of edit.material.files) requireEvidence(assessment, file.sha256);
      return { ...assessment, materials: { ...assessment.materials, [edit.code]: edit.material } };
    case 'setFeedback':
      return { ...assessment, feedback: edit.feedback ?? undefined };
    default:
      return assertNever(edit);
  }
}

function withEntry(assessment: Assessment, code: string, update: (entry: Entry) => Entry): Assessment {
  return { ...assessment, entries: { ...assessment.entries, [code]: update(entryOf(assessment, code)) } };
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

function requireEvidence(assessment: Assessment, sha256: string): void {
  if (!assessment.evidence.some((e) => e.sha256 === sha256)) {
    throw new RangeError(`Evidence ${sha256} is not part of this assessment`);
  }
}
