import { useRef, useState } from 'react';
import { putDraft, useDraft } from '../../ui/fields/drafts.tsx';
import { FieldNote, overLength } from '../../ui/fields/length.tsx';
import { Button, Input } from 'antd';
import { EditOutlined } from '@ant-design/icons';
import { LABEL_LENGTH } from '../../../shared/values/file-names.ts';
import type { Evidence } from '../../../shared/assessment/schema.ts';
import './evidence.css';

interface Props {
  readonly evidence: Evidence;
  readonly onLabel: (label: string) => void;
}

/** The name of a piece of evidence, changed in place: Enter or leaving saves, Esc takes back. */
export function LabelEditor({ evidence, onLabel }: Props) {
  const [key, draft] = useDraft(`label ${evidence.sha256}`);
  const typed = draft?.text;
  const setTyped = (text: string | undefined): void =>
    putDraft(key, text === undefined ? undefined : { text, told: true });
  const [found] = useState(draft !== undefined);
  const [empty, setEmpty] = useState('');
  const leaving = useRef(false);
  const { label } = evidence;

  const tooLong = overLength(typed?.trim() ?? '', LABEL_LENGTH);
  const problem = tooLong ?? (typed?.trim() === '' ? empty : '');
  const done = (): void => {
    setTyped(undefined);
    setEmpty('');
  };
  const save = (): void => {
    const next = typed?.trim();
    if (next === '') return setEmpty('名称不能为空');
    if (tooLong !== undefined) return;
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
        autoFocus={!found}
        size="small"
        aria-label={`材料名称：${label}`}
        aria-invalid={problem !== ''}
        status={problem ? 'error' : ''}
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
      <FieldNote text={typed.trim()} most={LABEL_LENGTH} problem={problem || undefined} />
    </span>
  );
}
