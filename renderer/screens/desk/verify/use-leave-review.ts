import { App } from 'antd';
import { useReview } from '../../../state/review-store.ts';

/** Back to the desk; asks first where a change could not be saved. */
export function useLeaveReview(onBack: () => void): () => void {
  const { modal } = App.useApp();
  const leave = async (unsaved: 'keep' | 'giveUp'): Promise<void> => {
    if ((await useReview.getState().close(unsaved)) === 'closed') return onBack();
    modal.confirm({
      title: '最近的改动没有保存',
      content: '现在返回会失去这些改动；以前保存的内容都在。',
      okText: '放弃改动，返回',
      cancelText: '留在这里',
      onOk: () => leave('giveUp'),
    });
  };
  return () => void leave('keep');
}
