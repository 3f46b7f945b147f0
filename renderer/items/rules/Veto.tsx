import { Alert, Radio } from 'antd';
import { type Veto, VETO_EFFECT_LABELS } from '../../../shared/standard/schema.ts';
import type { InputOf } from '../../../shared/assessment/rule-input.ts';
import type { InputProps } from './view.ts';
import './rules.css';

interface Props extends InputProps<InputOf<'veto'>> {
  readonly veto: Veto;
  readonly hasReason: boolean;
}

/** 是 or 否; 是 asks for a reason. */
export function VetoInput({ veto, input, hasReason, onChange }: Props) {
  return (
    <>
      <Radio.Group
        className="items-rules-choices"
        aria-label="是否发生"
        value={input?.applies ?? null}
        onChange={(event) => onChange({ kind: 'veto', applies: event.target.value === true })}
      >
        <Radio value={false}>
          <kbd aria-hidden className="items-rules-choice-key">
            1
          </kbd>{' '}
          否，没有发生
        </Radio>
        <Radio value={true}>
          <kbd aria-hidden className="items-rules-choice-key">
            2
          </kbd>{' '}
          是，发生过（{VETO_EFFECT_LABELS[veto.effect]}）
        </Radio>
      </Radio.Group>
      {input?.applies && !hasReason && (
        <Alert type="warning" showIcon title="请在下面的“情况说明”里写明经过和处理结果" />
      )}
    </>
  );
}
