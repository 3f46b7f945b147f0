import { PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Space } from 'antd';
import { type ReactNode, useState } from 'react';
import { isDone } from '../../../shared/registers/carried-out.ts';
import { type Entry, fieldOf } from '../../../shared/registers/entry.ts';
import { registerOf } from '../../../shared/registers/kinds.ts';
import { filledOfProject, type OwnedName, rowsOfProject } from '../../../shared/registers/projects/rows.ts';
import { summaryOf } from '../../../shared/registers/projects/summary.ts';
import { columnsIn } from '../../../shared/registers/year/columns.ts';
import { useOpenYear, useYear } from '../../state/year-store.ts';
import { call } from '../../ui/call/client.ts';
import { MadeFileButton } from '../../ui/MadeFileButton.tsx';
import { addEntry } from '../add-entry.ts';
import { CompareDialog } from './CompareDialog.tsx';
import './projects.css';

/** What is shown of a row here; the rest is in its form. */
const SHOWN: Readonly<Record<OwnedName, readonly string[]>> = {
  steps: ['day', 'form', 'matter'],
  differences: ['item', 'state', 'due'],
};

/** Below the form of a project: its activities, its differences, its paper. */
export function ProjectParts({ project }: { readonly project: Entry }) {
  const { value } = useOpenYear();
  const [comparing, setComparing] = useState(false);
  const [personal, setPersonal] = useState(false);
  const { left } = summaryOf(value, project, { personal: false });
  const differences = filledOfProject(value, 'differences', project.id);
  return (
    <>
      <Part name="steps" title="活动" project={project} />
      <Part
        name="differences"
        title="对标差距"
        project={project}
        also={differences.length > 0 ? `，已落实 ${differences.filter(isDone).length} 项` : ''}
      >
        <Button size="small" onClick={() => setComparing(true)}>
          从自评档案比较
        </Button>
      </Part>
      <Space wrap>
        <MadeFileButton
          make={async () => {
            await useYear.getState().saved();
            return call('exportProject', { id: value.id, entryId: project.id, personal });
          }}
        >
          导出总结（.docx）
        </MadeFileButton>
        {left.length > 0 && (
          <Checkbox checked={personal} onChange={({ target }) => setPersonal(target.checked)}>
            含{[...new Set(left)].join('、')}
          </Checkbox>
        )}
      </Space>
      {comparing && <CompareDialog project={project} onClose={() => setComparing(false)} />}
    </>
  );
}

interface PartProps {
  readonly name: OwnedName;
  readonly title: string;
  readonly project: Entry;
  readonly also?: string;
  readonly children?: ReactNode;
}

function Part({ name, title, project, also = '', children }: PartProps) {
  const { value } = useOpenYear();
  const { unit } = registerOf(name);
  const rows = rowsOfProject(value, name, project.id);
  const filled = filledOfProject(value, name, project.id).length;
  const blank = rows.length > filled ? `，另有 ${rows.length - filled} ${unit}空白` : '';
  const columns = columnsIn(value, name).filter(({ code }) => SHOWN[name].includes(code));
  const add = () => {
    const { choose, goTo } = useYear.getState();
    choose(name, undefined);
    goTo(name);
    void addEntry(name);
  };
  return (
    <section className="projects-part" aria-label={title}>
      <header>
        <strong>{title}</strong>
        <span className="ui-muted">{`${filled} ${unit}${also}${blank}`}</span>
        <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={add}>
          新增一{unit}
        </Button>
        {children}
      </header>
      {rows.length > 0 && (
        <table className="registers-months">
          <thead>
            <tr>
              {columns.map(({ code, label }) => (
                <th key={code}>{label}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={row.id}>
                {columns.map(({ code }, place) => {
                  const text = fieldOf(row, code);
                  return (
                    <td key={code}>
                      {place === 0 ? (
                        <button
                          type="button"
                          className="projects-row"
                          aria-label={`打开${title}第 ${at + 1} ${unit}`}
                          onClick={() => useYear.getState().jumpTo(name, row.id)}
                        >
                          {text || '（没有填）'}
                        </button>
                      ) : (
                        text
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
