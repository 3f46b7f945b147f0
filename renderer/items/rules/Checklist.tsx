import { Button, Checkbox, Space } from 'antd';
import { ChoiceLine } from './parts/ChoiceLine.tsx';
import { LinesEditor } from './parts/LinesEditor.tsx';
import { toggled } from './parts/toggled.ts';
import type { RuleView } from './view.ts';
import './rules.css';

/** Which of the listed points are met. */
export const checklist: RuleView<'checklist'> = {
  Input: ({ rule, input, onChange }) => {
    const met = input?.met ?? [];
    const state = (codes: string[]): void => onChange({ kind: 'checklist', met: codes });
    return (
      <div role="group" aria-label="勾选已做到的要点">
        <div className="items-rules-choices">
          {rule.points.map((point, index) => (
            <Checkbox
              key={point.code}
              checked={met.includes(point.code)}
              onChange={() => state(toggled(met, point.code))}
            >
              <ChoiceLine number={index + 1} label={point.label} points={point.points} />
            </Checkbox>
          ))}
        </div>
        <Space>
          <Button size="small" onClick={() => state(rule.points.map((point) => point.code))}>
            全部做到
          </Button>
          <Button size="small" onClick={() => state([])}>
            都未做到（0 分）
          </Button>
        </Space>
      </div>
    );
  },
  Terms: ({ rule, onChange }) => (
    <LinesEditor
      noun="要点"
      least={1}
      lines={rule.points}
      fresh={(code) => ({ code, label: '新的要点', points: 0 })}
      onChange={(points) => onChange({ ...rule, points })}
    />
  ),
  pick: {
    words: '勾选要点',
    stated: ({ points }, input, n) => {
      const point = points[n - 1];
      return point && { kind: 'checklist', met: toggled(input?.met ?? [], point.code) };
    },
  },
};
