import { Radio } from 'antd';
import { ChoiceLine } from './parts/ChoiceLine.tsx';
import { LinesEditor } from './parts/LinesEditor.tsx';
import type { RuleView } from './view.ts';
import './rules.css';

/** Exactly one tier. */
export const tiers: RuleView<'tiers'> = {
  Input: ({ rule, input, onChange }) => (
    <Radio.Group
      className="items-rules-choices"
      aria-label="选择档次"
      value={input?.option ?? null}
      onChange={(event) => onChange({ kind: 'tiers', option: String(event.target.value) })}
    >
      {rule.options.map((option, index) => (
        <Radio key={option.code} value={option.code}>
          <ChoiceLine number={index + 1} label={option.label} points={option.points} />
        </Radio>
      ))}
    </Radio.Group>
  ),
  Terms: ({ rule, onChange }) => (
    <LinesEditor
      noun="档"
      least={2}
      lines={rule.options}
      fresh={(code) => ({ code, label: '新的一档', points: 0 })}
      onChange={(options) => onChange({ ...rule, options })}
    />
  ),
  pick: {
    words: '选档次',
    stated: ({ options }, _, n) => {
      const option = options[n - 1];
      return option && { kind: 'tiers', option: option.code };
    },
  },
};
