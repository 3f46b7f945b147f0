import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef, Select, Space } from 'antd';
import { useRef, useState } from 'react';
import type { ColumnKind } from '../../../shared/registers/column.ts';
import type { YearColumn } from '../../../shared/registers/year/columns.ts';
import { LONGEST_NAME, MOST_COLUMNS } from '../../../shared/registers/year/forms.ts';
import { choicesOf } from '../../ui/fields/dense.tsx';
import { KIND_LABELS } from './kind-labels.ts';
import { nameProblem } from './name-problem.ts';
import { saysPersonal } from './says-personal.ts';
import type { FormEdits } from './use-form.ts';

/** A column of the office's own, behind all others. */
export function AddColumn({ columns, form }: { columns: readonly YearColumn[]; form: FormEdits }) {
  const [label, setLabel] = useState('');
  const [kind, setKind] = useState<ColumnKind>('text');
  const [asked, setAsked] = useState(false);
  const input = useRef<InputRef>(null);
  const tooLong = label.trim().length > LONGEST_NAME ? `最多 ${LONGEST_NAME} 个字，没有添加` : undefined;
  const problem =
    columns.length >= MOST_COLUMNS
      ? `最多 ${MOST_COLUMNS} 栏，没有添加`
      : (tooLong ?? nameProblem(label, columns)?.replace('没有保存', '没有添加'));
  const add = async () => {
    setAsked(true);
    input.current?.focus();
    if (problem !== undefined) return;
    const name = label.trim();
    const personal = ['text', 'long'].includes(kind) && saysPersonal(name);
    const column = { key: crypto.randomUUID(), label: name, kind, ...(personal && { personal }) };
    // The next one can be typed at once.
    setLabel('');
    setAsked(false);
    if (!(await form.change((all) => [...all, column]))) setLabel((typed) => (typed === '' ? name : typed));
  };
  return (
    <div className="forms-add">
      <Space wrap>
        <Input
          ref={input}
          size="small"
          className="forms-new"
          aria-label="新栏目名称"
          placeholder="本单位要加的栏目"
          status={asked && problem !== undefined ? 'error' : ''}
          value={label}
          onChange={({ target }) => setLabel(target.value)}
          onPressEnter={() => void add()}
        />
        <Select
          size="small"
          className="forms-kind"
          aria-label="新栏目怎样填写"
          value={kind}
          options={choicesOf(KIND_LABELS)}
          onChange={setKind}
        />
        <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => void add()}>
          添加栏目
        </Button>
        {asked && problem !== undefined && (
          <span role="alert" className="ui-field-problem">
            {problem}
          </span>
        )}
      </Space>
    </div>
  );
}
