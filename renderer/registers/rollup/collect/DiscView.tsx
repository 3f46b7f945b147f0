import { DeleteOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { discFiles } from '../../../../shared/registers/rollup/collect/disc.ts';
import type { CaseAttachment, KeptCaseFile } from '../../../../shared/registers/rollup/collect/schema.ts';
import { useOpenRollup, useRollup } from '../../../state/rollup-store.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useShownRows } from '../../../ui/list/use-shown-rows.tsx';
import { showBytes } from '../../../ui/show.ts';
import { CaseFilePreview } from './CaseFilePreview.tsx';
import { unitChoices, unitNames } from './unit-choices.ts';
import './collect.css';

/** What came with cases and belongs to none yet, and what goes onto the disc. */
export function DiscView() {
  const { value } = useOpenRollup();
  const [shown, setShown] = useState<KeptCaseFile>();
  const loose = value.attachments.filter((each) => each.case === '');
  return (
    <div className="registers-table collect-disc">
      {loose.length > 0 && <Loose attachments={loose} onShow={setShown} />}
      <Disc />
      {shown && <CaseFilePreview file={shown} onClose={() => setShown(undefined)} />}
    </div>
  );
}

interface LooseProps {
  readonly attachments: readonly CaseAttachment[];
  readonly onShow: (file: KeptCaseFile) => void;
}

function Loose({ attachments, onShow }: LooseProps) {
  const { value } = useOpenRollup();
  const { edit } = useRollup.getState();
  const { rows, more } = useShownRows(attachments);
  const names = unitNames(value);
  const casesOf = (unit: string) =>
    value.cases
      .filter((each) => unit === '' || each.unit === unit)
      .map(({ id, title, unit: whose }) => ({
        value: id,
        label: unit === '' ? `${names.get(whose) ?? ''}：${title}` : title,
      }));
  return (
    <section aria-label="还没有归到案例的附件">
      <h3>还没有归到案例的附件（{attachments.length} 个）</h3>
      <table className="registers-months collect-files">
        <thead>
          <tr>
            <th>文件</th>
            <th>单位</th>
            <th>归哪一篇</th>
            <th>操作</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, unit, file }) => (
            <tr key={id}>
              <td>
                <Button type="link" className="ui-link-left" onClick={() => onShow(file)}>
                  {file.fileName}
                </Button>
                <span className="ui-muted">{showBytes(file.bytes)}</span>
              </td>
              <td>
                <Select
                  size="small"
                  className="collect-unit"
                  showSearch={{ optionFilterProp: 'label' }}
                  aria-label={`${file.fileName}的单位`}
                  value={unit}
                  options={unitChoices(value)}
                  onChange={(next) => void edit({ kind: 'setAttachment', id, fields: { unit: next } })}
                />
              </td>
              <td>
                <Select
                  size="small"
                  className="collect-unit"
                  showSearch={{ optionFilterProp: 'label' }}
                  aria-label={`${file.fileName}归哪一篇`}
                  value={null}
                  placeholder="请选"
                  notFoundContent="这个单位还没有案例"
                  options={casesOf(unit)}
                  onChange={(next: string | null) =>
                    void edit({ kind: 'setAttachment', id, fields: placeIn(value.cases, next) })
                  }
                />
              </td>
              <td>
                <Button
                  size="small"
                  danger
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={`移除 ${file.fileName}`}
                  onClick={() => void edit({ kind: 'removeAttachment', id })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </section>
  );
}

/** With the case comes its unit. */
function placeIn(cases: readonly { id: string; unit: string }[], id: string | null) {
  const found = cases.find((each) => each.id === id);
  return { case: id ?? '', ...(found && { unit: found.unit }) };
}

function Disc() {
  const { value } = useOpenRollup();
  const files = discFiles(value);
  const bytes = files.reduce((sum, { file }) => sum + file.bytes, 0);
  const { rows, more } = useShownRows(files);
  if (files.length === 0) return <EmptyState text="还没有入选的案例。勾选入选以后，光盘上放什么列在这里。" />;
  return (
    <section aria-label="光盘目录">
      <h3>
        光盘目录（{files.length} 个文件，共 {showBytes(bytes)}）
      </h3>
      <table className="registers-months collect-files" aria-label="光盘目录">
        <thead>
          <tr>
            <th>案例序号</th>
            <th>类别</th>
            <th>光盘上的文件</th>
            <th>大小</th>
            <th>SHA-256（前16位）</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ path, number, what, file }) => (
            <tr key={path}>
              <td>{number}</td>
              <td>{what}</td>
              <td>{path}</td>
              <td>{showBytes(file.bytes)}</td>
              <td className="ui-numbers">{file.sha256.slice(0, 16)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </section>
  );
}
