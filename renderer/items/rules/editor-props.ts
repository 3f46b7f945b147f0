import type { RuleInput } from '../../../shared/assessment/schema.ts';

export type InputOf<K extends RuleInput['kind']> = Extract<RuleInput, { kind: K }>;

/** What every editor gets: what is stated now, and where to put a change. `code` names what is typed. */
export interface EditorProps<K extends RuleInput['kind']> {
  readonly code: string;
  readonly input: InputOf<K> | undefined;
  readonly onChange: (input: InputOf<K>) => void;
}

/** The stated input where it is of the editor's kind; anything else is treated as not stated. */
export function inputOf<K extends RuleInput['kind']>(
  input: RuleInput | undefined,
  kind: K,
): InputOf<K> | undefined {
  return input?.kind === kind ? (input as InputOf<K>) : undefined;
}
