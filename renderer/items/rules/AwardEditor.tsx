import { Button, Space } from 'antd';
import type { AwardRule } from '../../../shared/standard/rules.ts';
import { type Points, showPoints } from '../../../shared/values/points.ts';
import { parseAward } from './parse-input.ts';
import { NumberField } from './NumberField.tsx';
import type { EditorProps } from './editor-props.ts';

interface Props extends EditorProps<'award'> {
  readonly rule: AwardRule;
  readonly fullScore: Points;
}

/** Points by hand, in the rule's steps. */
export function AwardEditor({ code, rule, fullScore, input, onChange }: Props) {
  const give = (points: Points): void => onChange({ kind: 'award', points });
  const step = rule.step > 1 ? rule.step : 50;
  return (
    <Space align="start" wrap>
      <NumberField
        code={code}
        field="points"
        label="得分"
        saved={input?.points}
        show={showPoints}
        parse={(text) => parseAward(text, fullScore, rule.step)}
        commit={give}
        step={step}
        max={fullScore}
        suffix="分"
        hint={`0 至 ${showPoints(fullScore)} 分${rule.step > 1 ? `，每档 ${showPoints(rule.step)} 分` : ''}`}
      />
      <Button onClick={() => give(fullScore)}>满分 {showPoints(fullScore)}</Button>
      <Button onClick={() => give(0)}>0 分</Button>
    </Space>
  );
}
