import { Select } from 'antd';
import { RULE_KINDS, RULES, type Rule, type RuleKind } from '../../../shared/standard/rules.ts';
import { sensibleStep } from '../../../shared/tables/rule-text/propose.ts';
import type { Points } from '../../../shared/values/points.ts';
import { Field } from '../../ui/fields/Field.tsx';
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
      <Field label="计分方法">
        <Select
          size="small"
          aria-label="计分方法"
          value={rule.kind}
          options={RULE_KINDS.map((kind) => ({ value: kind, label: RULES[kind].label }))}
          onChange={(kind: RuleKind) => onChange(RULES[kind].fresh(fullScore, sensibleStep(fullScore)))}
        />
      </Field>
      <Terms rule={rule} onChange={onChange} />
    </div>
  );
}
