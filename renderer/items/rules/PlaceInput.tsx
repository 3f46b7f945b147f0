import { assertNever } from '../../../shared/values/assert-never.ts';
import { inputOf, type RuleInput } from '../../../shared/assessment/rule-input.ts';
import type { Entry } from '../../../shared/assessment/schema.ts';
import type { Place } from '../../../shared/standard/places.ts';
import { ClaimsInput } from './Claims.tsx';
import { viewOf } from './rules.ts';
import { VetoInput } from './Veto.tsx';

interface Props {
  readonly place: Place;
  readonly entry: Pick<Entry, 'input' | 'reason'>;
  readonly onChange: (input: RuleInput) => void;
}

/** Where it is stated what is the case in one place: made for its kind of rule. */
export function PlaceInput({ place, entry: { input, reason }, onChange }: Props) {
  const common = { code: place.code, onChange };
  switch (place.kind) {
    case 'item': {
      const { rule, fullScore } = place.item;
      const { Input } = viewOf(rule);
      return <Input {...common} rule={rule} fullScore={fullScore} input={inputOf(input, rule.kind)} />;
    }
    case 'bonus':
    case 'penalty':
      return (
        <ClaimsInput {...common} entry={place.entry} kind={place.kind} input={inputOf(input, 'claims')} />
      );
    case 'veto':
      return (
        <VetoInput
          {...common}
          veto={place.veto}
          hasReason={reason.trim() !== ''}
          input={inputOf(input, 'veto')}
        />
      );
    default:
      return assertNever(place);
  }
}
