import type * as z from 'zod';
import type { Fraction } from '../../values/fraction.ts';
import type { Points } from '../../values/points.ts';
import type { StandardFinding } from '../finding.ts';

/** Result of one rule on one input. All points are hundredths. */
export interface RuleResult {
  readonly score: Points;
  /** Before it was rounded; absent where nothing was. */
  readonly exact?: Fraction;
  /** Plain Chinese, one line: "满分6分，扣2处×0.5分，得5分". */
  readonly explanation: string;
  /** Set where the input does not fit the rule (unknown option, 0 as denominator, …); score is 0 then. */
  readonly problem?: string;
}

/** A part of a rule with a worth of its own: a tier, a point, a fault. */
export interface RuleOption {
  readonly code: string;
  readonly label: string;
  /** What it is worth, in words. */
  readonly worth: string;
}

/** Chinese names and values, in the order in which they are told. */
export type Facts = Readonly<Record<string, string>>;

/** A number as a rule takes it: the input that it stands for, the number itself, or why it cannot be. */
export type ScoreForm<Input> =
  { readonly input: Input } | { readonly points: Points } | { readonly problem: string };

/** A rule as its JSON stands in a standard's file: points as decimal strings. */
export type Json = Record<string, unknown>;

/**
 * All that is known of one kind of rule, on this side of the interface; what a page draws for it is in
 * `renderer/items/rules`. What may be left out has an answer that suits most kinds.
 */
export interface RuleBehaviour<Rule, Input> {
  /** 按次扣分. */
  readonly label: string;

  /** Hundredths in, hundredths out, at most `full`. Never throws: what does not fit scores 0 with a `problem`. */
  score(rule: Rule, full: Points, input: Input): RuleResult;
  /** The lowest score that it can give; left out: 0. */
  least?(rule: Rule): Points;
  /** Whether it can give every score from 0 to full. */
  check(rule: Rule, item: { readonly code: string; readonly fullScore: Points }): StandardFinding[];
  /** Whether a rule that was read from a text can score an item of this full score; left out: always. */
  fits?(rule: Rule, full: Points): boolean;
  /** A rule to begin with. `step`: hundredths that an item of this full score is sensibly scored in. */
  fresh(full: Points, step: Points): Rule;

  /** What it asks, for one who reads the standard. */
  words(rule: Rule): string;
  /** What was stated, to be read beside an editor; `rule` is absent where the place has a rule of another kind. */
  stated(input: Input, rule: Rule | undefined): string[];
  /** What could still be done for full marks; `input` is absent where it is of another kind. */
  hint(rule: Rule, input: Input | undefined): string;
  /** What looks like filled in by mistake, without being wrong: a finding's code and the sentence's end. */
  doubt?(rule: Rule, input: Input): { readonly code: string; readonly message: string } | undefined;

  // Two editions are compared by the next three: whatever the points depend on is an option or a term.
  /** Its parts with a worth of their own; their codes are what an input names, where it names any. */
  options?(rule: Rule): RuleOption[];
  /** What else decides about points. */
  terms?(rule: Rule): Facts;
  /** Words of it that decide nothing about points. */
  wording?(rule: Rule): Facts;
  /** The input with each code that it names given anew, for another edition. */
  renew?(input: Input, renew: (code: string) => string): Input;
  /** What a plain score between the least and the full stands for: see `scoreToInput`. */
  fromPoints(rule: Rule, full: Points, points: Points): ScoreForm<Input>;

  /** The cell 规则内容 of the standard's form. */
  readonly table: {
    /** How a person writes it. */
    readonly howTo: string;
    write(rule: Rule): string;
    /** Without `kind`. Throws a WordsError that says which line is not understood. */
    read(words: string): Json;
  };
}

type Kinded = z.ZodObject<{ kind: z.ZodLiteral<string> }, z.core.$ZodObjectConfig>;

/** A kind of rule in one module. */
export interface RuleModule<RuleSchema extends Kinded, InputSchema extends Kinded> extends RuleBehaviour<
  z.output<RuleSchema>,
  z.output<InputSchema>
> {
  /** As it stands in a standard. */
  readonly rule: RuleSchema;
  /** What the unit, or the evaluator, states. */
  readonly input: InputSchema;
}
