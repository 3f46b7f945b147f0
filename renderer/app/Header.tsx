import { LeftOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { AuthorityTag } from '../components/AuthorityTag.tsx';
import { ScoreBar } from '../components/ScoreBar.tsx';
import { useAssessment } from '../state/assessment-store.ts';
import { useOpen, useReport } from '../state/derived.ts';
import { SaveState } from '../components/SaveState.tsx';
import { useLeave } from './use-leave.ts';

export function Header() {
  const { assessment, standard, canUndo, canRedo } = useOpen();
  const report = useReport();
  const saveState = useAssessment((state) => state.saveState);
  const { undo, redo } = useAssessment.getState();
  const leave = useLeave();
  return (
    <header className="workbench-header">
      <Button icon={<LeftOutlined aria-hidden />} onClick={() => void leave('keep')}>
        首页
      </Button>
      <div className="workbench-unit">
        <strong title={assessment.unit.name}>{assessment.unit.name || '（未填单位名称）'}</strong>
        {assessment.sample && <Tag color="purple">示例</Tag>}
        <AuthorityTag standard={standard} />
      </div>
      <ScoreBar report={report} />
      <SaveState state={saveState} />
      <Button title="撤销（Ctrl+Z）" disabled={!canUndo} onClick={() => void undo()}>
        撤销
      </Button>
      <Button title="重做（Ctrl+Y）" disabled={!canRedo} onClick={() => void redo()}>
        重做
      </Button>
    </header>
  );
}
