import { DeleteOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { bearsPoints } from '../../../shared/registers/rollup/points.ts';
import {
  BASES,
  POINT_KINDS,
  type PointEntry,
  type PointKind,
} from '../../../shared/registers/rollup/schema.ts';
import { useOpenRollup, useRollup } from '../../state/rollup-store.ts';
import { DateInput } from '../../ui/fields/DateInput.tsx';
import { FieldScope, useRemoveLine } from '../../ui/fields/drafts.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { PointsInput } from '../../ui/fields/PointsInput.tsx';
import { TextInput } from '../../ui/fields/TextInput.tsx';
import '../entry-pane.css';

/** One entry as a form. No number is offered: no document states one. */
export function PointPane({ entry }: { readonly entry: PointEntry }) {
  const { value } = useOpenRollup();
  const { edit } = useRollup.getState();
  const removeLine = useRemoveLine();
  const { id, unit, day, kind, basis, points, reason, note } = entry;
  type Fields = Extract<Parameters<typeof edit>[0], { kind: 'setPoint' }>['fields'];
  const set = (fields: Fields) => edit({ kind: 'setPoint', id, fields });
  const setKind = (next: PointKind) =>
    // What moves no points keeps none.
    set({ kind: next, ...(!bearsPoints(next) && points !== undefined && { points: null }) });
  return (
    <aside className="registers-pane" aria-label="填写这一条">
      <FieldScope name={id}>
        <div className="registers-form">
          <Field label="单位" wide>
            <TextInput
              aria-label="单位"
              maxLength={100}
              value={unit}
              suggestions={value.units.map(({ name }) => name)}
              commit={(text) => set({ unit: text })}
            />
          </Field>
          <DateInput
            id={`${id}-day`}
            field="day"
            label="日期"
            value={day}
            commit={(date) => set({ day: date })}
          />
          <Field label="类型">
            <Select
              aria-label="类型"
              value={kind}
              options={POINT_KINDS.map((each) => ({ value: each }))}
              onChange={(next: PointKind) => void setKind(next)}
            />
          </Field>
          {bearsPoints(kind) && (
            <Field label={kind === '考核加分' ? '加多少分（可以不填）' : '扣多少分（可以不填）'} wide>
              <PointsInput
                label="分值"
                mayBeEmpty
                value={points}
                onChange={(next) => void set({ points: next ?? null })}
              />
            </Field>
          )}
          <Field label="依据（文件和条款）" wide>
            <TextInput
              aria-label="依据"
              maxLength={300}
              value={basis}
              suggestions={BASES}
              commit={(text) => set({ basis: text })}
            />
          </Field>
          <Field label="事由" wide>
            <TextInput
              aria-label="事由"
              maxLength={2000}
              lines={{ min: 2, max: 8 }}
              value={reason}
              commit={(text) => set({ reason: text })}
            />
          </Field>
          <Field label="备注" wide>
            <TextInput
              aria-label="备注"
              maxLength={2000}
              lines={{ min: 2, max: 6 }}
              value={note}
              commit={(text) => set({ note: text })}
            />
          </Field>
        </div>
      </FieldScope>
      <div>
        <Button
          danger
          icon={<DeleteOutlined aria-hidden />}
          onClick={() => void removeLine(id, edit({ kind: 'removePoint', id }))}
        >
          删除这一条
        </Button>
      </div>
    </aside>
  );
}
