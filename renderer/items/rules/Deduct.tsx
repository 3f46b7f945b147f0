import { PointsField, TextCell } from '../../ui/fields/dense.tsx';
import { Button, Checkbox } from 'antd';
import type { RuleOf } from '../../../shared/standard/rules.ts';
import { showPoints } from '../../../shared/values/points.ts';
import { PointsInput } from '../../ui/fields/PointsInput.tsx';
import { CountList } from './parts/CountList.tsx';
import { LinesEditor } from './parts/LinesEditor.tsx';
import { useDropNumbers } from '../../ui/fields/drafts.tsx';
import type { ItemInputProps, RuleView } from './view.ts';
import './terms.css';

type Fault = RuleOf<'deduct'>['faults'][number];

/** How often each fault occurred. */
export const deduct: RuleView<'deduct'> = {
  Input: DeductInput,
  Terms: ({ rule, onChange }) => (
    <>
      <LinesEditor<Fault>
        noun="扣分情形"
        least={1}
        lines={rule.faults}
        fresh={(code) => ({ code, label: '新的扣分情形', points: 100, unit: '处', zeroes: false })}
        onChange={(faults) => onChange({ ...rule, faults })}
        extra={(fault, set, name) => <FaultFields fault={fault} set={set} name={name} />}
      />
      <PointsField
        label="扣到最低"
        mayBeNegative
        value={rule.floor}
        onChange={(floor) => floor !== undefined && onChange({ ...rule, floor })}
      />
    </>
  ),
};

function DeductInput({ rule, input, onChange }: ItemInputProps<'deduct'>) {
  const dropNumbers = useDropNumbers();
  return (
    <div role="group" aria-label="填写发现的问题数量">
      <CountList
        lines={rule.faults.map((fault) => ({ ...fault, terms: termsOf(fault) }))}
        counts={input?.counts}
        onChange={(counts) => onChange({ kind: 'deduct', counts })}
      />
      <Button
        onClick={() => {
          dropNumbers();
          onChange({ kind: 'deduct', counts: {} });
        }}
      >
        未发现问题（满分）
      </Button>
    </div>
  );
}

function termsOf({ points, unit, cap, zeroes }: Fault): string {
  return [
    points > 0 && `每${unit}扣 ${showPoints(points)} 分`,
    cap !== undefined && `最多扣 ${showPoints(cap)} 分`,
    zeroes && '出现一次，本项得 0 分',
  ]
    .filter(Boolean)
    .join('，');
}

interface FaultProps {
  readonly fault: Fault;
  readonly set: (patch: Partial<Fault>) => void;
  readonly name: string;
}

function FaultFields({ fault, set, name }: FaultProps) {
  return (
    <>
      <TextCell
        name={`${name}的单位`}
        field="unit"
        className="items-rules-unit-input"
        required
        maxLength={4}
        value={fault.unit}
        onChange={(unit) => set({ unit })}
      />
      <PointsInput
        label={`${name}最多扣`}
        field="cap"
        mayBeEmpty
        placeholder="最多"
        value={fault.cap}
        onChange={(cap) => set({ cap })}
      />
      <Checkbox checked={fault.zeroes} onChange={({ target }) => set({ zeroes: target.checked })}>
        本项 0 分
      </Checkbox>
    </>
  );
}
