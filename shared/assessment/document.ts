import { assertNever } from '../values/assert-never.ts';
import { campaignForm } from '../campaign/schema.ts';
import { isAssessed } from '../campaign/words.ts';
import { documentKind, type DocumentKind } from '../document.ts';
import type { MigrationSteps } from '../stored-form.ts';
import type { Standard } from '../standard/schema.ts';
import { allCodes } from '../standard/places.ts';
import { own } from '../values/own.ts';
import { patchedFields } from '../values/patch.ts';
import { isSafeFileName, safeFileName } from '../values/file-names.ts';
import { sanitiseName } from '../values/portable-names.ts';
import { applyEdit, type Edit, editSchema } from './edits.ts';
import { steppedOver } from './input-steps.ts';
import { type Assessment, ASSESSMENT_VERSION, assessmentSchema, entryOf, materialOf } from './schema.ts';
import { assessmentMerging } from './merging.ts';
import { unitFields } from './unit-patch.ts';
import { ASSESSMENT_WORDS } from './words.ts';

/** Version 0 marks files of builds before the first release: the same fields, not yet declared stable. */
const ASSESSMENT_MIGRATIONS: MigrationSteps = {
  0: (stored) => stored,
  // 2 has places that 1 had not: nobody had filled them in.
  1: (stored) => stored,
};

/** assessment.json: what a unit fills in, under the standard that lies beside it. */
export const assessmentDocument: DocumentKind<Assessment, Edit, { readonly standard: Standard }> =
  documentKind({
    file: 'assessment',
    version: ASSESSMENT_VERSION,
    migrations: ASSESSMENT_MIGRATIONS,
    parts: { campaign: campaignForm },
    schema: assessmentSchema,
    edit: editSchema,
    words: ASSESSMENT_WORDS,
    check,
    apply: (assessment, edit, _, now) => applyEdit(assessment, edit, now),
    replaces,
    // What was handed in has left the house.
    goBack: (target, { id, revisions }, now) => ({ ...target, id, revisions, updatedAt: now }),
    comparable: ({ evidence, revisions, ...rest }) => ({
      ...rest,
      evidence: keyed(evidence, 'sha256'),
      revisions: keyed(revisions, 'packageId'),
    }),
    merging: assessmentMerging,
    heal: withSafeNames,
  });

function check(assessment: Assessment, edit: Edit, { standard }: { standard: Standard }): string | undefined {
  switch (edit.kind) {
    case 'score':
    case 'tick':
    case 'count':
    case 'clearScore':
    case 'notApplicable':
    case 'confirmEntry':
    case 'setReason':
    case 'unlinkEvidence':
      return unknownItem(standard, edit.code);
    case 'declareGaps':
      return Object.keys(edit.gaps)
        .map((code) => unknownItem(standard, code))
        .find((why) => why !== undefined);
    case 'linkEvidence':
      return unknownItem(standard, edit.code) ?? unknownEvidence(assessment, [edit.sha256]);
    case 'addEvidence':
      return edit.linkTo === undefined ? undefined : unknownItem(standard, edit.linkTo);
    case 'labelEvidence':
    case 'detailEvidence':
      return unknownEvidence(assessment, [edit.sha256]);
    case 'replaceEvidence':
      return edit.sha256 === edit.by.sha256
        ? '内容相同，不必更换'
        : unknownEvidence(assessment, [edit.sha256]);
    case 'addMaterialFiles':
      return unknownMaterial(assessment, edit.code) ?? unknownEvidence(assessment, edit.files);
    case 'removeMaterialFile':
    case 'setMaterialTheme':
    case 'tickMaterial':
      return unknownMaterial(assessment, edit.code);
    case 'setUnit': {
      const { category = '' } = edit.unit;
      const known = category === '' || standard.unitCategories.some(({ code }) => code === category);
      return known ? undefined : '验收标准没有这个单位类别';
    }
    case 'answer':
      return unknownStatement(assessment, edit.code);
    case 'addGuidance':
      return hasGuidance(assessment, edit.guidance.id) ? '这条指导记录已经有了' : undefined;
    case 'setGuidance':
      return hasGuidance(assessment, edit.id) ? undefined : '这条指导记录已不在档案里';
    case 'setCampaign':
      return isAssessed(edit.campaign) ? undefined : '这个活动不用自评，在“年度工作”里登记';
    case 'removeGuidance':
    case 'setWilling':
    case 'removeEvidence':
    case 'setFeedback':
      return undefined;
    default:
      return assertNever(edit);
  }
}

/** Why nothing can be entered under a code; undefined where the standard has it. */
export function unknownItem(standard: Standard, code: string): string | undefined {
  return allCodes(standard).includes(code) ? undefined : `验收标准没有编号为 ${code} 的项目`;
}

function unknownEvidence({ evidence }: Assessment, hashes: readonly string[]): string | undefined {
  const known = new Set(evidence.map(({ sha256 }) => sha256));
  return hashes.every((sha256) => known.has(sha256)) ? undefined : '所用的佐证材料不在这份档案里';
}

function unknownMaterial({ campaign }: Assessment, code: string): string | undefined {
  const known = campaign.materials.some((material) => material.code === code);
  return known ? undefined : `推荐活动没有编号为 ${code} 的材料`;
}

function unknownStatement({ campaign }: Assessment, code: string): string | undefined {
  const known = [...campaign.conditions, ...campaign.vetoes].some((each) => each.code === code);
  return known ? undefined : `推荐活动没有编号为 ${code} 的条件`;
}

function hasGuidance({ guidance = [] }: Assessment, id: string): boolean {
  return guidance.some((each) => each.id === id);
}

function replaces(assessment: Assessment, edit: Edit): unknown {
  switch (edit.kind) {
    case 'setUnit':
      return unitFields(assessment.unit, edit.unit);
    case 'setCampaign':
      return assessment.campaign.id;
    case 'setWilling':
      return assessment.willing;
    case 'answer':
      return own(assessment.answers ?? {}, edit.code) ?? null;
    case 'addGuidance':
      return hasGuidance(assessment, edit.guidance.id);
    case 'removeGuidance':
      return assessment.guidance?.find(({ id }) => id === edit.id);
    case 'setGuidance':
      return patchedFields(
        assessment.guidance?.find(({ id }) => id === edit.id),
        edit.guidance,
      );
    case 'score':
    case 'clearScore':
    case 'notApplicable': {
      const { state, input } = entryOf(assessment, edit.code);
      return { state, input };
    }
    case 'declareGaps':
      return Object.fromEntries(
        Object.keys(edit.gaps).map((code) => [code, entryOf(assessment, code).state]),
      );
    case 'tick':
    case 'count':
      return steppedOver(entryOf(assessment, edit.code).input, edit);
    case 'confirmEntry':
      return entryOf(assessment, edit.code).confirm;
    case 'setReason':
      return entryOf(assessment, edit.code).reason;
    case 'linkEvidence':
    case 'unlinkEvidence':
      return entryOf(assessment, edit.code).evidence.includes(edit.sha256);
    case 'labelEvidence':
      return assessment.evidence.find(({ sha256 }) => sha256 === edit.sha256)?.label;
    case 'detailEvidence':
      return patchedFields(
        assessment.evidence.find(({ sha256 }) => sha256 === edit.sha256)?.details,
        edit.details,
      );
    case 'addEvidence':
      return assessment.evidence.some(({ sha256 }) => sha256 === edit.evidence.sha256);
    case 'removeEvidence':
    case 'replaceEvidence':
      return assessment.evidence.some(({ sha256 }) => sha256 === edit.sha256);
    case 'addMaterialFiles':
      return edit.files.map((sha256) =>
        materialOf(assessment, edit.code).files.some((file) => file.sha256 === sha256),
      );
    case 'removeMaterialFile':
    case 'setMaterialTheme':
      return materialOf(assessment, edit.code).files.find(({ sha256 }) => sha256 === edit.sha256)?.theme;
    case 'tickMaterial':
      return materialOf(assessment, edit.code).checked.includes(edit.point);
    case 'setFeedback':
      return assessment.feedback?.packageId;
    default:
      return assertNever(edit);
  }
}

/** A list as an object, by what identifies its parts: one more file is one more line of the journal. */
function keyed(list: unknown, key: string): Readonly<Record<string, unknown>> {
  const parts = Array.isArray(list) ? (list as Readonly<Record<string, unknown>>[]) : [];
  return Object.fromEntries(parts.map((part) => [String(part[key]), part]));
}

/**
 * A file name that an older version took over from elsewhere is made safe, where a package with such a name is refused.
 * Nobody's work becomes unreadable over a name.
 */
function withSafeNames(stored: unknown): unknown {
  if (typeof stored !== 'object' || stored === null || !('evidence' in stored)) return stored;
  const { evidence } = stored;
  if (!Array.isArray(evidence)) return stored;
  return { ...stored, evidence: evidence.map(withSafeName) };
}

function withSafeName(record: unknown): unknown {
  if (typeof record !== 'object' || record === null || !('fileName' in record)) return record;
  const { fileName } = record;
  if (typeof fileName !== 'string' || isSafeFileName(fileName)) return record;
  return { ...record, fileName: safeFileName(sanitiseName(fileName)) };
}
