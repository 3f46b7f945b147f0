import * as z from 'zod';
import { assertNever } from '../values/assert-never.ts';
import { longTextSchema } from '../values/long-text.ts';
import {
  type Acceptance,
  acceptanceSchema,
  choiceSchema,
  type Desk,
  deskLevelSchema,
  officeSchema,
  packageKeySchema,
  rankAdjustmentSchema,
} from './schema.ts';

/** Everything that belongs to the desk as a whole. */
export const deskEditSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('setTitle'), title: z.string().trim().min(1).max(100) }),
  z.object({ kind: z.literal('setLevel'), level: deskLevelSchema }),
  z.object({ kind: z.literal('setOffice'), office: officeSchema }),
  /** Chooses, or changes the reason of a choice. */
  z.object({ kind: z.literal('choose'), choice: choiceSchema }),
  /** The reason goes to the journal. */
  z.object({ kind: z.literal('unchoose'), key: packageKeySchema, reason: longTextSchema.default('') }),
  z.object({ kind: z.literal('adjustRank'), adjustment: rankAdjustmentSchema }),
  z.object({ kind: z.literal('clearRank'), key: packageKeySchema, reason: longTextSchema.default('') }),
  /** Lets a package in doubt count. It overrules every earlier decision that took another one in its place. */
  z.object({ kind: z.literal('acceptPackage'), acceptance: acceptanceSchema }),
  /** The doubts are open again. The reason goes to the journal. */
  z.object({
    kind: z.literal('withdrawAcceptance'),
    key: packageKeySchema,
    reason: longTextSchema.default(''),
  }),
]);
export type DeskEdit = z.output<typeof deskEditSchema>;

/** Applies one edit of the desk. Pure: the caller gives the time (ISO 8601). */
export function applyDeskEdit(desk: Desk, edit: DeskEdit, now: string): Desk {
  return { ...changeDesk(desk, edit), updatedAt: now };
}

function changeDesk(desk: Desk, edit: DeskEdit): Desk {
  switch (edit.kind) {
    case 'setTitle':
      return { ...desk, title: edit.title };
    case 'setLevel':
      return { ...desk, level: edit.level };
    case 'setOffice':
      return { ...desk, office: edit.office || undefined };
    case 'choose':
      return { ...desk, choices: put(desk.choices, edit.choice) };
    case 'unchoose':
      return { ...desk, choices: desk.choices.filter(({ key }) => key !== edit.key) };
    case 'adjustRank':
      return { ...desk, adjustments: put(desk.adjustments, edit.adjustment) };
    case 'clearRank':
      return { ...desk, adjustments: desk.adjustments.filter(({ key }) => key !== edit.key) };
    case 'acceptPackage':
      return { ...desk, acceptances: accept(desk.acceptances, edit.acceptance) };
    case 'withdrawAcceptance':
      return { ...desk, acceptances: desk.acceptances.filter(({ key }) => key !== edit.key) };
    default:
      return assertNever(edit);
  }
}

function accept(list: readonly Acceptance[], acceptance: Acceptance): Acceptance[] {
  const { key } = acceptance;
  const without = list.map((each) => ({ ...each, instead: each.instead.filter((other) => other !== key) }));
  return put(without, acceptance);
}

function put<T extends { key: string }>(list: readonly T[], value: T): T[] {
  return list.some(({ key }) => key === value.key)
    ? list.map((each) => (each.key === value.key ? value : each))
    : [...list, value];
}
