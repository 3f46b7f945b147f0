import { assertNever } from '../../../shared/values/assert-never.ts';
import type { Entry, RuleInput } from '../../../shared/assessment/schema.ts';
import type { Place } from '../../../shared/standard/places.ts';
import { AwardEditor } from './AwardEditor.tsx';
import { ChecklistEditor } from './ChecklistEditor.tsx';
import { ClaimsEditor } from './ClaimsEditor.tsx';
import { DeductEditor } from './DeductEditor.tsx';
import { RatioEditor } from './RatioEditor.tsx';
import { TiersEditor } from './TiersEditor.tsx';
import { VetoEditor } from './VetoEditor.tsx';
import { inputOf } from './editor-props.ts';

interface Props {
  readonly place: Place;
  readonly entry: Pick<Entry, 'input' | 'reason'>;
  readonly onChange: (input: RuleInput) => void;
}

/** The editor made for the kind of rule. */
export function PlaceEditor({ place, entry: { input, reason }, onChange }: Props) {
  const { code } = place;
  switch (place.kind) {
    case 'bonus':
    case 'penalty':
      return (
        <ClaimsEditor
          code={code}
          entry={place.entry}
          kind={place.kind}
          input={inputOf(input, 'claims')}
          onChange={onChange}
        />
      );
    case 'veto':
      return (
        <VetoEditor
          code={code}
          veto={place.veto}
          hasReason={reason.trim() !== ''}
          input={inputOf(input, 'veto')}
          onChange={onChange}
        />
      );
    case 'item':
      break;
    default:
      return assertNever(place);
  }
  const { rule, fullScore } = place.item;
  switch (rule.kind) {
    case 'award':
      return (
        <AwardEditor
          code={code}
          rule={rule}
          fullScore={fullScore}
          input={inputOf(input, rule.kind)}
          onChange={onChange}
        />
      );
    case 'tiers':
      return <TiersEditor code={code} rule={rule} input={inputOf(input, rule.kind)} onChange={onChange} />;
    case 'checklist':
      return (
        <ChecklistEditor code={code} rule={rule} input={inputOf(input, rule.kind)} onChange={onChange} />
      );
    case 'deduct':
      return <DeductEditor code={code} rule={rule} input={inputOf(input, rule.kind)} onChange={onChange} />;
    case 'ratio':
      return <RatioEditor code={code} rule={rule} input={inputOf(input, rule.kind)} onChange={onChange} />;
    default:
      return assertNever(rule);
  }
}
