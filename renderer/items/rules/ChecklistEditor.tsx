import { Button, Checkbox, Space } from 'antd';
import type { ChecklistRule } from '../../../shared/standard/rules.ts';
import { toggled } from './quick-pick.ts';
import { ChoiceLine } from './ChoiceLine.tsx';
import type { EditorProps } from './editor-props.ts';
import './rules.css';

interface Props extends EditorProps<'checklist'> {
  readonly rule: ChecklistRule;
}

/** Which of the listed points are met. */
export function ChecklistEditor({ rule, input, onChange }: Props) {
  const met = input?.met ?? [];
  const state = (codes: string[]): void => onChange({ kind: 'checklist', met: codes });
  return (
    <div role="group" aria-label="勾选已做到的要点">
      <div className="choices">
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
}
