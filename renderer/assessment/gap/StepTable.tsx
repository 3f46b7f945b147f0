import { Button } from 'antd';
import { showPoints } from '../../../shared/values/points.ts';
import type { GapStep } from '../../../shared/scoring/types.ts';
import { useShownRows } from '../../ui/list/use-shown-rows.tsx';

interface Props {
  readonly caption: string;
  readonly steps: readonly GapStep[];
  readonly onJump: (code: string) => void;
}

/** What could still be gained, most first; each leads to its item. */
export function StepTable({ caption, steps, onJump }: Props) {
  const { rows, more } = useShownRows(steps);
  return (
    <>
      <table className="gap-table gap-steps" aria-rowcount={steps.length + 1}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">评分项</th>
            <th scope="col">可增分</th>
            <th scope="col">改进建议</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((step) => (
            <tr key={step.code}>
              <th scope="row">
                <Button type="link" size="small" onClick={() => onJump(step.code)}>
                  {step.code} {step.title}
                </Button>
                <span className="ui-muted">{step.section}</span>
              </th>
              <td>+{showPoints(step.gain)} 分</td>
              <td>{step.hint}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </>
  );
}
