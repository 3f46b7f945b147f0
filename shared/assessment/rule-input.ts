import * as z from 'zod';
import { ruleInputSchemas } from '../standard/rules.ts';
import { countSchema } from '../standard/rules/parts.ts';

/** What is stated for one place: an item's by the kind of its rule, `claims` for bonus and penalty, `veto`. */
export const ruleInputSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('claims'), counts: z.record(z.string(), countSchema) }),
  z.object({ kind: z.literal('veto'), applies: z.boolean() }),
  ...ruleInputSchemas,
]);
export type RuleInput = z.output<typeof ruleInputSchema>;

export type InputOf<K extends RuleInput['kind']> = Extract<RuleInput, { kind: K }>;

/** The input where it is of this kind; anything else counts as not stated. */
export function inputOf<K extends RuleInput['kind']>(
  input: RuleInput | undefined,
  kind: K,
): InputOf<K> | undefined {
  return input?.kind === kind ? (input as InputOf<K>) : undefined;
}
