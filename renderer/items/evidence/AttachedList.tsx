import { Button } from 'antd';
import { DisconnectOutlined, EyeOutlined } from '@ant-design/icons';
import type { Evidence } from '../../../shared/assessment/schema.ts';
import { showBytes } from '../../ui/show.ts';
import { FileFault } from './FileFault.tsx';
import { LabelEditor } from './LabelEditor.tsx';
import { kindWords } from './file-kind.ts';
import './evidence.css';

interface Props {
  readonly evidence: readonly Evidence[];
  readonly onPreview: (evidence: Evidence) => void;
  readonly onLabel: (evidence: Evidence, label: string) => void;
  readonly onUnlink: (evidence: Evidence) => void;
}

export function AttachedList({ evidence, onPreview, onLabel, onUnlink }: Props) {
  if (evidence.length === 0) return <p className="ui-muted">还没有附材料。</p>;
  return (
    <ul className="items-evidence-attached" aria-label="已附材料">
      {evidence.map((piece) => (
        <li key={piece.sha256}>
          <LabelEditor evidence={piece} onLabel={(label) => onLabel(piece, label)} />
          <FileFault evidence={piece} />
          <div className="items-evidence-attached-meta">
            <span className="ui-muted">
              {kindWords(piece.fileName)}，{showBytes(piece.bytes)}
            </span>
            <Button
              type="text"
              size="small"
              icon={<EyeOutlined aria-hidden />}
              aria-label={`预览：${piece.label}`}
              onClick={() => onPreview(piece)}
            >
              预览
            </Button>
            <Button
              type="text"
              size="small"
              icon={<DisconnectOutlined aria-hidden />}
              aria-label={`取消关联：${piece.label}`}
              title="只从本项取消，文件仍保留在佐证材料里"
              onClick={() => onUnlink(piece)}
            >
              取消关联
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
