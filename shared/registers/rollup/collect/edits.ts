import * as z from 'zod';
import { assertNever } from '../../../values/assert-never.ts';
import { patched, patchedFields, patchOf } from '../../../values/patch.ts';
import { showPoints } from '../../../values/points.ts';
import type { Rollup } from '../schema.ts';
import { attachmentShape, caseShape, DUTIES } from './schema.ts';

const id = z.uuid();

/** Cases and attachments come by files alone (`receive.ts`); this is what the office says of them. */
export const caseEdits = [
  z.object({ kind: z.literal('setCase'), id, fields: patchOf(caseShape) }),
  z.object({ kind: z.literal('removeCase'), id }),
  z.object({ kind: z.literal('setAttachment'), id, fields: patchOf(attachmentShape) }),
  z.object({ kind: z.literal('removeAttachment'), id }),
  /** Of many units at once; those that are gone by then are left out. */
  z.object({ kind: z.literal('setDuties'), ids: z.array(id).min(1), duty: z.enum(DUTIES) }),
] as const;
type CaseEdit = z.output<(typeof caseEdits)[number]>;

type Parts = Pick<Rollup, 'cases' | 'attachments' | 'units' | 'caseTop'>;

/** Why it cannot be; undefined where it can. */
export function checkCaseEdit(rollup: Parts, edit: CaseEdit): string | undefined {
  const { units, caseTop } = rollup;
  const hasUnit = (unit: string | undefined) => !unit || units.some((each) => each.id === unit);
  switch (edit.kind) {
    case 'setCase': {
      const { mark, unit } = edit.fields;
      if (!caseIn(rollup, edit.id)) return '这篇案例已经在别处移除';
      if (!hasUnit(unit)) return '这个单位已经在别处移除';
      if (mark === undefined || mark === null) return undefined;
      if (caseTop === undefined) return '请先填写满分，再评分';
      return mark > caseTop ? `得分超过满分 ${showPoints(caseTop)} 分` : undefined;
    }
    case 'removeCase':
      return caseIn(rollup, edit.id) ? undefined : '这篇案例已经在别处移除';
    case 'setAttachment': {
      const { unit, case: of } = edit.fields;
      if (!attachmentIn(rollup, edit.id)) return '这个附件已经在别处移除';
      if (!hasUnit(unit)) return '这个单位已经在别处移除';
      return !of || caseIn(rollup, of) ? undefined : '这篇案例已经在别处移除';
    }
    case 'removeAttachment':
      return attachmentIn(rollup, edit.id) ? undefined : '这个附件已经在别处移除';
    case 'setDuties':
      return undefined;
    default:
      return assertNever(edit);
  }
}

function caseIn({ cases }: Pick<Rollup, 'cases'>, wanted: string) {
  return cases.find((each) => each.id === wanted);
}

function attachmentIn({ attachments }: Pick<Rollup, 'attachments'>, wanted: string) {
  return attachments.find((each) => each.id === wanted);
}

export function withCaseEdit(rollup: Rollup, edit: CaseEdit): Rollup {
  const { cases, attachments } = rollup;
  switch (edit.kind) {
    case 'setCase':
      return {
        ...rollup,
        cases: cases.map((each) => (each.id === edit.id ? patched(each, edit.fields) : each)),
        // What belongs to it goes with it to another unit.
        ...(edit.fields.unit !== undefined && {
          attachments: attachments.map((each) =>
            each.case === edit.id ? { ...each, unit: edit.fields.unit ?? '' } : each,
          ),
        }),
      };
    case 'removeCase':
      return {
        ...rollup,
        cases: cases.filter((each) => each.id !== edit.id),
        attachments: attachments.map((each) => (each.case === edit.id ? { ...each, case: '' } : each)),
      };
    case 'setAttachment':
      return {
        ...rollup,
        attachments: attachments.map((each) => (each.id === edit.id ? patched(each, edit.fields) : each)),
      };
    case 'removeAttachment':
      return { ...rollup, attachments: attachments.filter((each) => each.id !== edit.id) };
    case 'setDuties':
      return {
        ...rollup,
        units: rollup.units.map((unit) => (edit.ids.includes(unit.id) ? { ...unit, duty: edit.duty } : unit)),
      };
    default:
      return assertNever(edit);
  }
}

/** What an edit takes the place of. */
export function replacedByCaseEdit(rollup: Parts, edit: CaseEdit): unknown {
  switch (edit.kind) {
    case 'setCase':
      return patchedFields(caseIn(rollup, edit.id), edit.fields);
    case 'removeCase':
      return caseIn(rollup, edit.id);
    case 'setAttachment':
      return patchedFields(attachmentIn(rollup, edit.id), edit.fields);
    case 'removeAttachment':
      return attachmentIn(rollup, edit.id);
    case 'setDuties':
      return rollup.units.flatMap((unit) => (edit.ids.includes(unit.id) ? (unit.duty ?? []) : []));
    default:
      return assertNever(edit);
  }
}

/** A unit has gone from the roll-up: what it handed in stays, and asks whose it is. */
export function withoutUnit(
  { cases, attachments }: Pick<Rollup, 'cases' | 'attachments'>,
  unit: string,
): Pick<Rollup, 'cases' | 'attachments'> {
  return {
    cases: cases.map((each) => (each.unit === unit ? { ...each, unit: '' } : each)),
    attachments: attachments.map((each) => (each.unit === unit ? { ...each, unit: '' } : each)),
  };
}
