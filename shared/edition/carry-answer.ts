import { assertNever } from '../values/assert-never.ts';
import { scoreAdjustment } from '../scoring/adjustments.ts';
import { scoreRule } from '../scoring/rule.ts';
import { optionCodes } from './options.ts';
import { exemptionWords } from '../standard/gaps.ts';
import { moduleOf } from '../standard/rules.ts';
import { renewCounts } from '../standard/rules/parts.ts';
import type { Place } from '../standard/places.ts';
import type { Standard } from '../standard/schema.ts';
import type { Entry } from '../assessment/schema.ts';
import type { RuleInput } from '../assessment/rule-input.ts';

type Answer = Pick<Entry, 'state' | 'input'>;

/** One place in two editions. */
export interface PlacePair {
  readonly old: Place;
  readonly fresh: Place;
  readonly from: Standard;
  readonly to: Standard;
  /** Neither words nor points differ: then an answer that was wrong before is carried over as it is. */
  readonly untouched: boolean;
}

/** The answer under the new edition's rule; undefined where it does not fit it. */
export function carryAnswer({ state, input }: Answer, pair: PlacePair): Answer | undefined {
  switch (state) {
    case 'unscored':
      return { state };
    case 'notApplicable':
      return mayBeNotApplicable(pair.fresh, pair.to) || !mayBeNotApplicable(pair.old, pair.from)
        ? { state }
        : undefined;
    case 'scored': {
      if (!input) return pair.untouched ? { state } : undefined;
      const carried = withNewCodes(input, pair);
      return carried && (pair.untouched || fits(carried, pair.fresh)) ? { state, input: carried } : undefined;
    }
    default:
      return assertNever(state);
  }
}

function mayBeNotApplicable(place: Place, { notApplicable: { rule, scope } }: Standard): boolean {
  if (place.kind !== 'item' || rule === 'forbidden') return false;
  return scope === 'all' || exemptionWords(place.needs, place.item.notApplicableWhen ?? '') !== '';
}

function fits(input: RuleInput, place: Place): boolean {
  switch (place.kind) {
    case 'item':
      return scoreRule(place.item.rule, place.fullScore, input).problem === undefined;
    case 'veto':
      return input.kind === 'veto';
    case 'bonus':
    case 'penalty':
      return input.kind === 'claims' && scoreAdjustment(place.entry, input.counts).problem === undefined;
  }
}

/** Undefined where a code that was chosen now stands for something else. */
function withNewCodes(input: RuleInput, { old, fresh }: PlacePair): RuleInput | undefined {
  const codes = optionCodes(old, fresh);
  const foreign = new Set(codes.values());
  let clash = false;
  const renew = (code: string): string => {
    const renewed = codes.get(code);
    if (renewed === undefined && foreign.has(code)) clash = true;
    return renewed ?? code;
  };
  const renewed = renewedInput(input, renew);
  return clash ? undefined : renewed;
}

function renewedInput(input: RuleInput, renew: (code: string) => string): RuleInput {
  switch (input.kind) {
    case 'claims':
      return { ...input, counts: renewCounts(input.counts, renew) };
    case 'veto':
      return input;
    default:
      return moduleOf(input).renew?.(input, renew) ?? input;
  }
}
