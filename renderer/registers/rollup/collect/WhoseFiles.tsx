import { Modal, Select } from 'antd';
import { useState } from 'react';
import { kindOfCaseFile } from '../../../../shared/registers/rollup/collect/receive.ts';
import { useOpenRollup, useRollup } from '../../../state/rollup-store.ts';
import type { ChosenFile } from '../../../ui/call/files.ts';
import { useShownRows } from '../../../ui/list/use-shown-rows.tsx';
import { showBytes } from '../../../ui/show.ts';
import { useReturnFocus } from '../../../ui/use-return-focus.ts';
import { unitOfFolder } from './intake-units.ts';
import { unitChoices } from './unit-choices.ts';
import './collect.css';

export interface Whose {
  readonly file: ChosenFile;
  /** '' for none yet. */
  readonly unit: string;
}

type Kind = ReturnType<typeof kindOfCaseFile>;
const KINDS: Readonly<Record<Kind, string>> = { case: '案例文稿', attachment: '附件', junk: '不收' };

interface Props {
  readonly files: readonly ChosenFile[];
  readonly onTake: (whose: readonly Whose[]) => void;
  readonly onClose: () => void;
}

/** Whose the files are: as the user says; to begin with the unit that is shown, or that a folder is called after. */
export function WhoseFiles({ files, onTake, onClose }: Props) {
  useReturnFocus();
  const { value } = useOpenRollup();
  const shown = useRollup((state) => state.casesOf) ?? '';
  const [whose, setWhose] = useState<readonly Whose[]>(() =>
    files.map((file) => ({ file, unit: unitOfFolder(value, file.path) ?? shown })),
  );
  const { rows, more } = useShownRows(whose);
  const choices = unitChoices(value);
  const first = whose[0]?.unit;
  const all = whose.every(({ unit }) => unit === first) ? first : undefined;
  const count = (kind: Kind): number => files.filter(({ name }) => kindOfCaseFile(name) === kind).length;
  const [cases, junk] = [count('case'), count('junk')];
  const choose = (index: number, unit: string) =>
    setWhose((now) => now.map((each, at) => (at === index ? { ...each, unit } : each)));
  const search = { optionFilterProp: 'label' } as const;
  return (
    <Modal
      open
      width={820}
      title={`收 ${files.length - junk} 个文件：案例文稿 ${cases}，附件 ${count('attachment')}${junk > 0 ? `；不收 ${junk} 个` : ''}`}
      okText="收下"
      onOk={() => onTake(whose)}
      onCancel={onClose}
      styles={{ body: { maxHeight: 'calc(100vh - 220px)', overflow: 'auto' } }}
    >
      <div className="collect-all">
        <label htmlFor="collect-all">都是哪个单位的</label>
        <Select
          id="collect-all"
          showSearch={search}
          className="collect-unit"
          value={all}
          placeholder="各不相同，在下面逐个选"
          options={choices}
          onChange={(unit) => setWhose((now) => now.map((each) => ({ ...each, unit })))}
        />
      </div>
      <p className="ui-muted">
        单位由您选，文件在与单位同名的文件夹里的已先按文件夹选好。PPT、视频、PDF
        等作附件：与案例文件同名的归到那一篇，其余收下后再选。
      </p>
      <table className="registers-months collect-files" aria-label="要收的文件">
        <thead>
          <tr>
            <th>文件</th>
            <th>当作</th>
            <th>单位</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ file, unit }, index) => (
            <tr key={`${index} ${file.path}`}>
              <td>
                {file.path}
                <span className="ui-muted">　{showBytes(file.size)}</span>
              </td>
              <td className="collect-kind">{KINDS[kindOfCaseFile(file.name)]}</td>
              <td>
                {kindOfCaseFile(file.name) === 'junk' ? (
                  <span className="ui-muted">系统或办公软件自己留下的文件</span>
                ) : (
                  <Select
                    size="small"
                    showSearch={search}
                    className="collect-unit"
                    aria-label={`${file.name}的单位`}
                    value={unit}
                    options={choices}
                    onChange={(next) => choose(index, next)}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </Modal>
  );
}
