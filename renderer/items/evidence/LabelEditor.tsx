import { useRef, useState } from 'react';
import { Button, Input } from 'antd';
import { EditOutlined } from '@ant-design/icons';
import type { Evidence } from '../../../shared/assessment/schema.ts';
import './evidence.css';

interface Props {
  readonly evidence: Evidence;
  readonly onLabel: (label: string) => void;
}

/** The name of a piece of evidence, changed in place: Enter or leaving saves, Esc takes back. */
export function LabelEditor({ evidence, onLabel }: Props) {
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState('');
  const leaving = useRef(false);
  const { label } = evidence;

  const done = (): void => {
    setTyped(undefined);
    setProblem('');
  };
  const save = (): void => {
    const next = typed?.trim();
    if (next === '') return setProblem('名称不能为空');
    if (next !== undefined && next !== label) onLabel(next);
    done();
  };
  if (typed === undefined) {
    return (
      <span className="items-evidence-label-view">
        <span className="items-evidence-label-text" title={label}>
          {label}
        </span>
        <Button
          type="text"
          size="small"
          icon={<EditOutlined aria-hidden />}
          aria-label={`修改名称：${label}`}
          onClick={() => {
            leaving.current = false;
            setTyped(label);
          }}
        />
      </span>
    );
  }
  return (
    <span>
      <Input
        autoFocus
        size="small"
        aria-label={`材料名称：${label}`}
        aria-invalid={problem !== ''}
        status={problem ? 'error' : ''}
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => {
          if (!leaving.current) save();
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') save();
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          leaving.current = true;
          done();
        }}
      />
      {problem && (
        <span className="ui-field-problem" role="alert">
          {problem}
        </span>
      )}
    </span>
  );
}
