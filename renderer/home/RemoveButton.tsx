import { App, Button } from 'antd';
import type { AssessmentSummary } from '../../shared/contract/contract.ts';
import { call } from '../ui/call/client.ts';
import { useToldCall } from '../ui/use-told-call.tsx';
import { unitName } from './row-words.ts';

interface Props {
  assessment: AssessmentSummary;
  onRemoved: () => void;
}

/** Removing moves the folder to 已删除/: asked first, and the place is told afterwards. */
export function RemoveButton({ assessment, onRemoved }: Props) {
  const { modal } = App.useApp();
  const told = useToldCall();
  const remove = async () => {
    const removed = await told(() => call('removeAssessment', { id: assessment.id }));
    if (!removed) return;
    onRemoved();
    modal.success({ title: '已移除', content: `文件夹已移到：${removed.movedTo}`, okText: '知道了' });
  };
  const ask = () =>
    modal.confirm({
      title: `移除“${unitName(assessment)}”的自评？`,
      content: '自评和佐证材料会整个移到数据文件夹下的“已删除”文件夹，不会抹掉；需要时可以移回来。',
      okText: '移除',
      cancelText: '不移除',
      onOk: remove,
    });
  return (
    <Button size="small" aria-label={`移除 ${unitName(assessment)}`} onClick={() => void ask()}>
      移除
    </Button>
  );
}
