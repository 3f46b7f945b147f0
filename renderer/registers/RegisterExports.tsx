import { Checkbox, Space } from 'antd';
import { useState } from 'react';
import { registerOf, type RegisterName } from '../../shared/registers/kinds.ts';
import { columnsIn } from '../../shared/registers/year/columns.ts';
import { useOpenYear, useYear } from '../state/year-store.ts';
import { call } from '../ui/call/client.ts';
import { MadeFileButton } from '../ui/MadeFileButton.tsx';

/** The files that a register is handed on in; what is personal only where it is asked for. */
export function RegisterExports({ name }: { readonly name: RegisterName }) {
  const { value } = useOpenYear();
  const [personal, setPersonal] = useState(false);
  const kept = columnsIn(value, name).filter((column) => column.personal);
  const { id } = value;
  const saved = () => useYear.getState().saved();
  return (
    <Space wrap>
      <MadeFileButton
        make={async () => {
          await saved();
          return call('exportRegister', { id, register: name, personal });
        }}
      >
        导出表格
      </MadeFileButton>
      {name !== 'tasks' && registerOf(name).paper !== undefined && (
        <MadeFileButton
          make={async () => {
            await saved();
            return call('exportList', { id, register: name, personal });
          }}
        >
          导出 Word（.docx）
        </MadeFileButton>
      )}
      {kept.length > 0 && (
        <Checkbox checked={personal} onChange={({ target }) => setPersonal(target.checked)}>
          含{kept.map(({ label }) => label).join('、')}
        </Checkbox>
      )}
      {name === 'tasks' && (
        <MadeFileButton
          make={async () => {
            await saved();
            return call('exportCalendar', { id });
          }}
        >
          导出日程
        </MadeFileButton>
      )}
    </Space>
  );
}
