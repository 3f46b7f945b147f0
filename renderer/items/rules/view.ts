import type { ReactNode } from 'react';
import type { RuleKind, RuleInputOf, RuleOf } from '../../../shared/standard/rules.ts';
import type { Points } from '../../../shared/values/points.ts';

/** What is stated for a place now, and where to put a change. `code` names what is typed. */
export interface InputProps<Input> {
  readonly code: string;
  readonly input: Input | undefined;
  readonly onChange: (input: Input) => void;
}

export interface ItemInputProps<K extends RuleKind> extends InputProps<RuleInputOf<K>> {
  readonly rule: RuleOf<K>;
  /** Hundredths. */
  readonly fullScore: Points;
}

export interface TermsProps<K extends RuleKind> {
  readonly rule: RuleOf<K>;
  readonly onChange: (rule: RuleOf<K>) => void;
}

/** What a page draws for one kind of rule; what is known of it is in `shared/standard/rules`. */
export interface RuleView<K extends RuleKind> {
  /** Where the unit, or the evaluator, says what is the case. */
  Input(this: void, props: ItemInputProps<K>): ReactNode;
  /** Where the rule itself is put right. */
  Terms(this: void, props: TermsProps<K>): ReactNode;
  /** Its number keys; left out: numbers say nothing. */
  readonly pick?: {
    /** What they do, for the help: 选档次. */
    readonly words: string;
    /** What the key `n` (1–9) states; undefined where it states nothing. */
    stated(
      this: void,
      rule: RuleOf<K>,
      input: RuleInputOf<K> | undefined,
      n: number,
    ): RuleInputOf<K> | undefined;
  };
}
