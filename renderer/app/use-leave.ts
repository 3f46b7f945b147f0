import { App } from 'antd';
import { failureOf } from '../api/client.ts';
import { useAssessment } from '../state/assessment-store.ts';

type Leave = (unsaved: 'keep' | 'giveUp') => Promise<void>;

/** Goes back to 首页; asks first where a change could not be saved. */
export function useLeave(): Leave {
  const { modal, message } = App.useApp();
  const leave: Leave = async (unsaved) => {
    try {
      if ((await useAssessment.getState().close(unsaved)) === 'closed') return;
    } catch (error) {
      message.error(failureOf(error).message);
      return;
    }
    modal.confirm({
      title: '最近的改动没有保存',
      content: '现在回首页会失去这些改动；以前保存的内容都在。',
      okText: '放弃改动，回首页',
      cancelText: '留在这里',
      onOk: () => leave('giveUp'),
    });
  };
  return leave;
}
