import { ChoiceField, choicesOf } from '../../ui/fields/dense.tsx';
import { RULE_LABELS, RULES, type Rule } from '../../../shared/standard/rules.ts';
import { sensibleStep } from '../../../shared/tables/rule-text/propose.ts';
import type { Points } from '../../../shared/values/points.ts';
import { viewOf } from './rules.ts';
import './terms.css';

interface Props {
  readonly rule: Rule;
  readonly fullScore: Points;
  readonly onChange: (rule: Rule) => void;
}

/** The rule of an item, to be put right: first its kind, then its numbers. */
export function RuleEditor({ rule, fullScore, onChange }: Props) {
  const { Terms } = viewOf(rule);
  return (
    <div className="items-rules-editor">
      <ChoiceField
        label="计分方法"
        value={rule.kind}
        options={choicesOf(RULE_LABELS)}
        onChange={(kind) => onChange(RULES[kind].fresh(fullScore, sensibleStep(fullScore)))}
      />
      <Terms rule={rule} onChange={onChange} />
    </div>
  );
}
