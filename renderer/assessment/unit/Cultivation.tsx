import { Button, Form } from 'antd';
import type { Guidance } from '../../../shared/assessment/schema.ts';
import type { UnitPatch } from '../../../shared/assessment/unit-patch.ts';
import { LONG_TEXT } from '../../../shared/values/long-text.ts';
import { DateInput } from '../../ui/fields/DateInput.tsx';
import { FieldScope, useDropLine } from '../../ui/fields/drafts.tsx';
import { TextInput } from '../../ui/fields/TextInput.tsx';
import { useAssessment } from '../../state/assessment-store.ts';
import { useOpen } from '../../state/derived.ts';

const NONE = { document: '', date: '' };

/** 列为培育对象: by which document and when; and the 指导 since, one record each. */
export function Cultivation() {
  const { unit, guidance = [] } = useOpen().assessment;
  const edit = useAssessment((state) => state.edit);
  const { document, date } = unit.cultivation ?? NONE;
  const set = (cultivation: UnitPatch['cultivation']) => edit({ kind: 'setUnit', unit: { cultivation } });
  const add = () => {
    const record = { id: crypto.randomUUID(), date: '', by: '', content: '' };
    void edit({ kind: 'addGuidance', guidance: record });
  };
  return (
    <>
      <div className="ui-form-grid">
        <Form.Item label="列为培育对象的文件" htmlFor="cultivation-document">
          <TextInput
            id="cultivation-document"
            value={document}
            maxLength={100}
            placeholder="文号或名称"
            commit={(text) => set({ document: text })}
          />
        </Form.Item>
        <DateInput
          id="cultivation-date"
          label="列为培育对象的日期"
          value={date}
          commit={(day) => set({ date: day })}
        />
      </div>
      <Form.Item label="对本单位的指导">
        {guidance.map((record, at) => (
          <GuidanceFields key={record.id} record={record} name={`指导 ${at + 1}`} />
        ))}
        <Button size="small" onClick={add}>
          添加指导记录
        </Button>
      </Form.Item>
    </>
  );
}

function GuidanceFields({ record, name }: { readonly record: Guidance; readonly name: string }) {
  const { id, date, by, content } = record;
  const edit = useAssessment((state) => state.edit);
  const dropLine = useDropLine();
  const set = (guidance: Partial<Omit<Guidance, 'id'>>) => edit({ kind: 'setGuidance', id, guidance });
  const remove = () => {
    dropLine(id);
    void edit({ kind: 'removeGuidance', id });
  };
  return (
    <div className="unit-guidance" role="group" aria-label={name}>
      <FieldScope name={id}>
        <div className="ui-form-grid">
          <DateInput
            {...{ id: `guidance-date-${id}`, label: '日期', value: date }}
            commit={(day) => set({ date: day })}
          />
          <Form.Item label="谁来指导" htmlFor={`guidance-by-${id}`}>
            <TextInput
              {...{ id: `guidance-by-${id}`, value: by, maxLength: 100 }}
              commit={(text) => set({ by: text })}
            />
          </Form.Item>
          <Form.Item className="ui-wide" label="指导内容" htmlFor={`guidance-content-${id}`}>
            <TextInput
              {...{
                id: `guidance-content-${id}`,
                value: content,
                maxLength: LONG_TEXT,
                lines: { min: 1, max: 6 },
              }}
              commit={(text) => set({ content: text })}
            />
          </Form.Item>
        </div>
      </FieldScope>
      <Button size="small" aria-label={`移除${name}`} onClick={remove}>
        移除
      </Button>
    </div>
  );
}
