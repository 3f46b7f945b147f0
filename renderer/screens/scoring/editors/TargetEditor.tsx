import { assertNever } from '../../../../shared/values/assert-never.ts';
import type { Entry, RuleInput } from '../../../../shared/assessment/schema.ts';
import type { Target } from '../target.ts';
import { AwardEditor } from './AwardEditor.tsx';
import { ChecklistEditor } from './ChecklistEditor.tsx';
import { ClaimsEditor } from './ClaimsEditor.tsx';
import { DeductEditor } from './DeductEditor.tsx';
import { RatioEditor } from './RatioEditor.tsx';
import { TiersEditor } from './TiersEditor.tsx';
import { VetoEditor } from './VetoEditor.tsx';
import { inputOf } from './editor-props.ts';

interface Props {
  readonly target: Target;
  readonly entry: Pick<Entry, 'input' | 'reason'>;
  readonly onChange: (input: RuleInput) => void;
}

/** The editor made for the kind of rule. */
export function TargetEditor({ target, entry: { input, reason }, onChange }: Props) {
  const { code } = target;
  switch (target.kind) {
    case 'bonus':
    case 'penalty':
      return (
        <ClaimsEditor
          code={code}
          entry={target.entry}
          kind={target.kind}
          input={inputOf(input, 'claims')}
          onChange={onChange}
        />
      );
    case 'veto':
      return (
        <VetoEditor
          code={code}
          veto={target.veto}
          hasReason={reason.trim() !== ''}
          input={inputOf(input, 'veto')}
          onChange={onChange}
        />
      );
    case 'item':
      break;
    default:
      return assertNever(target);
  }
  const { rule, fullScore } = target.item;
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
