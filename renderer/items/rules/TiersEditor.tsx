import { Radio } from 'antd';
import type { TiersRule } from '../../../shared/standard/rules.ts';
import { ChoiceLine } from './ChoiceLine.tsx';
import type { EditorProps } from './editor-props.ts';
import './rules.css';

interface Props extends EditorProps<'tiers'> {
  readonly rule: TiersRule;
}

/** Exactly one tier. */
export function TiersEditor({ rule, input, onChange }: Props) {
  return (
    <Radio.Group
      className="choices"
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
  );
}
