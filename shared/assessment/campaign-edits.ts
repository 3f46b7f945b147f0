import * as z from 'zod';
import { codeSchema } from '../standard/schema.ts';
import { assertNever } from '../values/assert-never.ts';
import { patched, patchOf } from '../values/patch.ts';
import { type Assessment, guidanceSchema } from './schema.ts';

/** What a unit answers to the campaign's own conditions, and the 指导 of a 培育对象. */
export const campaignEditSchemas = [
  /** To one of the campaign's conditions or vetoes; null takes it back. */
  z.object({ kind: z.literal('answer'), code: codeSchema, answer: z.boolean().nullable() }),
  z.object({ kind: z.literal('addGuidance'), guidance: guidanceSchema }),
  z.object({
    kind: z.literal('setGuidance'),
    id: z.uuid(),
    guidance: patchOf(guidanceSchema.omit({ id: true }).shape),
  }),
  z.object({ kind: z.literal('removeGuidance'), id: z.uuid() }),
] as const;
type CampaignEdit = z.output<(typeof campaignEditSchemas)[number]>;

export function withCampaignEdit(assessment: Assessment, edit: CampaignEdit): Assessment {
  const { guidance = [] } = assessment;
  switch (edit.kind) {
    case 'answer':
      return { ...assessment, answers: withAnswer(assessment.answers, edit) };
    case 'addGuidance':
      return { ...assessment, guidance: [...guidance, edit.guidance] };
    case 'setGuidance':
      return {
        ...assessment,
        guidance: guidance.map((each) => (each.id === edit.id ? patched(each, edit.guidance) : each)),
      };
    case 'removeGuidance':
      return { ...assessment, guidance: guidance.filter(({ id }) => id !== edit.id) };
    default:
      return assertNever(edit);
  }
}

function withAnswer(
  answers: Assessment['answers'] = {},
  { code, answer }: { readonly code: string; readonly answer: boolean | null },
): Assessment['answers'] {
  const others = Object.entries(answers).filter(([key]) => key !== code);
  return Object.fromEntries(answer === null ? others : [...others, [code, answer]]);
}
