import { Button } from 'antd';
import type { DeductRule } from '../../../shared/standard/rules.ts';
import { showPoints } from '../../../shared/values/points.ts';
import { CountList } from './CountList.tsx';
import type { EditorProps } from './editor-props.ts';

interface Props extends EditorProps<'deduct'> {
  readonly rule: DeductRule;
}

/** How often each fault occurred. */
export function DeductEditor({ code, rule, input, onChange }: Props) {
  const lines = rule.faults.map((fault) => ({
    code: fault.code,
    label: fault.label,
    unit: fault.unit,
    terms: termsOf(fault),
  }));
  return (
    <div role="group" aria-label="填写发现的问题数量">
      <CountList
        code={code}
        lines={lines}
        counts={input?.counts}
        onChange={(counts) => onChange({ kind: 'deduct', counts })}
      />
      <Button onClick={() => onChange({ kind: 'deduct', counts: {} })}>未发现问题（满分）</Button>
    </div>
  );
}

function termsOf({ points, unit, cap, zeroes }: DeductRule['faults'][number]): string {
  return [
    points > 0 && `每${unit}扣 ${showPoints(points)} 分`,
    cap !== undefined && `最多扣 ${showPoints(cap)} 分`,
    zeroes && '出现一次，本项得 0 分',
  ]
    .filter(Boolean)
    .join('，');
}
