import { PointsField } from '../../ui/fields/dense.tsx';
import { Button, Space } from 'antd';
import { showPoints, type Points } from '../../../shared/values/points.ts';
import { NumberField } from './parts/NumberField.tsx';
import { parseAward } from './parts/parse-input.ts';
import { useDropNumbers } from '../../ui/fields/drafts.tsx';
import type { ItemInputProps, RuleView } from './view.ts';

/** Points by hand, in the rule's steps. */
export const award: RuleView<'award'> = {
  Input: AwardInput,
  Terms: ({ rule, onChange }) => (
    <PointsField
      label="每档"
      value={rule.step}
      onChange={(step) => step !== undefined && onChange({ ...rule, step })}
    />
  ),
};

function AwardInput({ rule, fullScore, input, onChange }: ItemInputProps<'award'>) {
  const dropNumbers = useDropNumbers();
  const give = (points: Points): void => onChange({ kind: 'award', points });
  /** In place of whatever is typed. */
  const set = (points: Points): void => {
    dropNumbers();
    give(points);
  };
  const step = rule.step > 1 ? rule.step : 50;
  return (
    <Space align="start" wrap>
      <NumberField
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
      <Button onClick={() => set(fullScore)}>满分 {showPoints(fullScore)}</Button>
      <Button onClick={() => set(0)}>0 分</Button>
    </Space>
  );
}
