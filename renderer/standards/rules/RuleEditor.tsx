import { Checkbox, Select } from 'antd';
import { assertNever } from '../../../shared/values/assert-never.ts';
import type { Points } from '../../../shared/values/points.ts';
import { RULE_LABELS, type DeductRule, type Rule, type RuleKind } from '../../../shared/standard/rules.ts';
import { Field } from '../NodeFields.tsx';
import { PointsInput } from '../PointsInput.tsx';
import { TextInput } from '../TextInput.tsx';
import { defaultRule } from './default-rule.ts';
import { LinesEditor } from './LinesEditor.tsx';
import './rules.css';

interface Props {
  readonly rule: Rule;
  readonly fullScore: Points;
  readonly onChange: (rule: Rule) => void;
}

/** The rule of an item, to be put right: first its kind, then its numbers. */
export function RuleEditor({ rule, fullScore, onChange }: Props) {
  return (
    <div className="rule-editor">
      <Field label="计分方法">
        <Select
          size="small"
          aria-label="计分方法"
          value={rule.kind}
          options={Object.entries(RULE_LABELS).map(([value, label]) => ({ value, label }))}
          onChange={(kind: RuleKind) => onChange(defaultRule(kind, fullScore))}
        />
      </Field>
      <RuleFields rule={rule} onChange={onChange} />
    </div>
  );
}

function RuleFields({ rule, onChange }: Omit<Props, 'fullScore'>) {
  switch (rule.kind) {
    case 'award':
      return (
        <Field label="每档">
          <PointsInput
            label="每档"
            value={rule.step}
            onChange={(step) => step !== undefined && onChange({ ...rule, step })}
          />
        </Field>
      );
    case 'tiers':
      return (
        <LinesEditor
          noun="档"
          least={2}
          lines={rule.options}
          fresh={{ label: '新的一档', points: 0 }}
          onChange={(options) => onChange({ ...rule, options })}
        />
      );
    case 'checklist':
      return (
        <LinesEditor
          noun="要点"
          least={1}
          lines={rule.points}
          fresh={{ label: '新的要点', points: 0 }}
          onChange={(points) => onChange({ ...rule, points })}
        />
      );
    case 'deduct':
      return <DeductFields rule={rule} onChange={onChange} />;
    case 'ratio':
      return (
        <>
          <Field label="分子">
            <TextInput
              label="分子"
              value={rule.numerator}
              onChange={(numerator) => numerator.trim() !== '' && onChange({ ...rule, numerator })}
            />
          </Field>
          <Field label="分母">
            <TextInput
              label="分母"
              value={rule.denominator}
              onChange={(denominator) => denominator.trim() !== '' && onChange({ ...rule, denominator })}
            />
          </Field>
          <Field label="达到此比例得满分">
            <PointsInput
              label="目标比例"
              suffix="%"
              value={rule.target}
              onChange={(target) => target !== undefined && onChange({ ...rule, target })}
            />
          </Field>
          <Field label="低于此比例得 0 分">
            <PointsInput
              label="最低比例"
              suffix="%"
              mayBeEmpty
              value={rule.minimum}
              onChange={(minimum) => onChange({ ...rule, minimum })}
            />
          </Field>
        </>
      );
    default:
      return assertNever(rule);
  }
}

function DeductFields({ rule, onChange }: { rule: DeductRule; onChange: (rule: Rule) => void }) {
  return (
    <>
      <LinesEditor<DeductRule['faults'][number]>
        noun="扣分情形"
        least={1}
        lines={rule.faults}
        fresh={{ label: '新的扣分情形', points: 100, unit: '处', zeroes: false }}
        onChange={(faults) => onChange({ ...rule, faults })}
        extra={(fault, set, name) => (
          <>
            <span className="unit-input">
              <TextInput
                label={`${name}的单位`}
                value={fault.unit}
                onChange={(unit) =>
                  unit.trim() !== '' && unit.trim().length <= 4 && set({ unit: unit.trim() })
                }
              />
            </span>
            <PointsInput
              label={`${name}最多扣`}
              mayBeEmpty
              placeholder="最多"
              value={fault.cap}
              onChange={(cap) => set({ cap })}
            />
            <Checkbox checked={fault.zeroes} onChange={({ target }) => set({ zeroes: target.checked })}>
              本项 0 分
            </Checkbox>
          </>
        )}
      />
      <Field label="扣到最低">
        <PointsInput
          label="扣到最低"
          mayBeNegative
          value={rule.floor}
          onChange={(floor) => floor !== undefined && onChange({ ...rule, floor })}
        />
      </Field>
    </>
  );
}
