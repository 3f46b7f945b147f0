import { useRef, useState } from 'react';
import { Checkbox, Input, type InputRef, Modal } from 'antd';
import type { Evidence } from '../../../shared/assessment/schema.ts';
import { showBytes } from '../../ui/show.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { kindWords } from './file-kind.ts';
import { toggled } from '../rules/parts/toggled.ts';
import './evidence.css';

interface Props {
  /** What is not linked to the entry yet. */
  readonly evidence: readonly Evidence[];
  readonly onPick: (sha256: readonly string[]) => void;
  readonly onCancel: () => void;
}

/** Files that are already in the assessment, to be used for one more entry. */
export function ExistingPicker({ evidence, onPick, onCancel }: Props) {
  useReturnFocus();
  const field = useRef<InputRef>(null);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const wanted = search.normalize('NFKC').toLowerCase().trim();
  const shown = evidence.filter(({ label, fileName }) =>
    `${label} ${fileName}`.normalize('NFKC').toLowerCase().includes(wanted),
  );
  return (
    <Modal
      open
      title="从已有材料中选"
      okText={chosen.length > 0 ? `关联 ${chosen.length} 份` : '关联'}
      okButtonProps={{ disabled: chosen.length === 0 }}
      onOk={() => onPick(chosen)}
      onCancel={onCancel}
      afterOpenChange={() => field.current?.focus()}
    >
      <Input
        ref={field}
        allowClear
        aria-label="搜索材料"
        placeholder="搜索名称或文件名"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <div className="items-evidence-picker" role="group" aria-label="已有材料">
        {shown.map(({ sha256, label, fileName, bytes }) => (
          <Checkbox
            key={sha256}
            checked={chosen.includes(sha256)}
            onChange={() => setChosen(toggled(chosen, sha256))}
          >
            {label}
            <span className="ui-muted">
              （{kindWords(fileName)}，{showBytes(bytes)}）
            </span>
          </Checkbox>
        ))}
        {shown.length === 0 && <p className="ui-muted">没有符合的材料</p>}
      </div>
    </Modal>
  );
}
