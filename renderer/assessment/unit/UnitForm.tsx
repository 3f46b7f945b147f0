import { Card, Form, Select } from 'antd';
import type { UnitPatch } from '../../../shared/assessment/unit-patch.ts';
import type { Unit } from '../../../shared/assessment/schema.ts';
import { NAMING_LEVEL_LABELS, namingLevelSchema } from '../../../shared/campaign/schema.ts';
import { creditCodeProblem, normaliseCreditCode } from '../../../shared/values/credit-code.ts';
import { DateInput } from '../../ui/fields/DateInput.tsx';
import { TextInput } from '../../ui/fields/TextInput.tsx';
import { useAssessment } from '../../state/assessment-store.ts';
import { useOpen } from '../../state/derived.ts';
import { CategoryField } from './CategoryField.tsx';
import './unit.css';

function change(unit: UnitPatch): Promise<boolean> {
  return useAssessment.getState().edit({ kind: 'setUnit', unit });
}

type TextField = 'name' | 'industry' | 'region' | 'superior';

export function UnitForm() {
  const { unit, campaign } = useOpen().assessment;
  const text = (field: TextField, label: string, hint = '', suggestions?: readonly string[]) => (
    <Form.Item label={label} htmlFor={`unit-${field}`}>
      <TextInput
        id={`unit-${field}`}
        value={unit[field]}
        maxLength={field === 'industry' || field === 'region' ? 50 : 100}
        placeholder={hint}
        suggestions={suggestions}
        commit={(value) => change({ [field]: value })}
      />
    </Form.Item>
  );
  return (
    <Card title="单位情况" size="small">
      <Form component="div" layout="vertical" className="ui-form-grid">
        <div className="ui-wide unit-identity">
          {text('name', '单位名称', '单位全称')}
          <CreditCode unit={unit} />
        </div>
        <CategoryField change={change} />
        {text('industry', '行业', '如：市场监管', campaign.industries)}
        {text('region', '地域', '如：××市××区', campaign.regions)}
        <div className="ui-wide">{text('superior', '上级主管部门')}</div>
        <Naming unit={unit} />
        <Contact unit={unit} />
      </Form>
    </Card>
  );
}

/** Optional, and saved as it is typed: a wrong one is pointed out, never refused. */
function CreditCode({ unit: { creditCode = '' } }: { unit: Unit }) {
  const problem = creditCode === '' ? undefined : creditCodeProblem(creditCode);
  return (
    <Form.Item
      label="统一社会信用代码（选填）"
      htmlFor="unit-credit-code"
      validateStatus={problem === undefined ? undefined : 'warning'}
      help={problem !== undefined && <span id="unit-credit-code-problem">{problem}</span>}
    >
      <TextInput
        id="unit-credit-code"
        aria-describedby={problem && 'unit-credit-code-problem'}
        value={creditCode}
        maxLength={50}
        placeholder="18 位"
        commit={(typed) => change({ creditCode: normaliseCreditCode(typed) || null })}
      />
    </Form.Item>
  );
}

function Naming({ unit: { naming } }: { unit: Unit }) {
  const set = (naming: UnitPatch['naming']) => change({ naming });
  return (
    <>
      <Form.Item label="示范点命名级别" htmlFor="naming-level">
        <Select
          id="naming-level"
          allowClear
          value={naming.level}
          placeholder="未命名"
          options={namingLevelSchema.options.map((level) => ({
            value: level,
            label: NAMING_LEVEL_LABELS[level],
          }))}
          onChange={(level) => void set({ level: level ?? null })}
        />
      </Form.Item>
      <DateInput id="naming-date" label="命名日期" value={naming.date} commit={(date) => set({ date })} />
      <Form.Item className="ui-wide" label="命名文号" htmlFor="naming-document">
        <TextInput
          id="naming-document"
          value={naming.document}
          maxLength={100}
          commit={(document) => set({ document })}
        />
      </Form.Item>
    </>
  );
}

function Contact({ unit: { contact } }: { unit: Unit }) {
  const set = (contact: UnitPatch['contact']) => change({ contact });
  return (
    <>
      <Form.Item label="联系人" htmlFor="contact-name">
        <TextInput id="contact-name" value={contact.name} maxLength={50} commit={(name) => set({ name })} />
      </Form.Item>
      <Form.Item label="联系电话" htmlFor="contact-phone">
        <TextInput
          id="contact-phone"
          value={contact.phone}
          maxLength={50}
          commit={(phone) => set({ phone })}
        />
      </Form.Item>
    </>
  );
}
