import * as z from 'zod';
import { codeSchema } from '../standard/schema.ts';
import { countSchema } from '../standard/rules/parts.ts';
import { own } from '../values/own.ts';
import { type RuleInput, ruleInputSchema } from './rule-input.ts';

/** Code of an option, a point or a fault of a rule. */
const optionSchema = z.string().min(1).max(40);

/** The edits that say what is stated for one place: the whole answer, or one step within it. */
export const answerEditSchemas = [
  z.object({ kind: z.literal('score'), code: codeSchema, input: ruleInputSchema }),
  /** One point of a checklist. */
  z.object({ kind: z.literal('tick'), code: codeSchema, point: optionSchema, met: z.boolean() }),
  /** How often one fault occurred, or one claim is made. */
  z.object({
    kind: z.literal('count'),
    code: codeSchema,
    of: z.enum(['deduct', 'claims']),
    option: optionSchema,
    count: countSchema,
  }),
] as const;

/** One step within an answer: a point ticked or not, a fault or a claim counted. */
export type InputStep =
  | { readonly kind: 'tick'; readonly point: string; readonly met: boolean }
  | {
      readonly kind: 'count';
      readonly of: 'deduct' | 'claims';
      readonly option: string;
      readonly count: number;
    };

/** The answer with the step taken. An answer of another kind, or none, counts as an empty one. Counts of 0 are not kept. */
export function withStep(input: RuleInput | undefined, step: InputStep): RuleInput {
  if (step.kind === 'tick') {
    const met = input?.kind === 'checklist' ? input.met : [];
    const others = met.filter((point) => point !== step.point);
    return {
      kind: 'checklist',
      met: !step.met ? others : met.includes(step.point) ? met : [...met, step.point],
    };
  }
  const counts = input?.kind === step.of ? input.counts : {};
  const counted = Object.entries({ ...counts, [step.option]: step.count }).filter(([, count]) => count > 0);
  return { kind: step.of, counts: Object.fromEntries(counted) };
}

/** What the step replaces. */
export function steppedOver(input: RuleInput | undefined, step: InputStep): boolean | number {
  if (step.kind === 'tick') return input?.kind === 'checklist' && input.met.includes(step.point);
  return (input?.kind === step.of && own(input.counts, step.option)) || 0;
}

/**
 * The one step that leads from an answer to another, so that no more is sent than was done; undefined where it is more
 * than one step, or none: then the whole answer is.
 */
export function stepBetween(before: RuleInput | undefined, after: RuleInput): InputStep | undefined {
  if (after.kind === 'checklist' && before?.kind === 'checklist') {
    const changed = [...new Set([...before.met, ...after.met])].filter(
      (point) => before.met.includes(point) !== after.met.includes(point),
    );
    const [point] = changed;
    return point === undefined || changed.length > 1
      ? undefined
      : { kind: 'tick', point, met: after.met.includes(point) };
  }
  if (after.kind === 'deduct' || after.kind === 'claims') {
    if (before?.kind !== after.kind) return undefined;
    const count = (counts: Readonly<Record<string, number>>, option: string): number =>
      own(counts, option) ?? 0;
    const changed = [...new Set([...Object.keys(before.counts), ...Object.keys(after.counts)])].filter(
      (option) => count(before.counts, option) !== count(after.counts, option),
    );
    const [option] = changed;
    return option === undefined || changed.length > 1
      ? undefined
      : { kind: 'count', of: after.kind, option, count: count(after.counts, option) };
  }
  return undefined;
}
