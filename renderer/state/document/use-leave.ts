import { App } from 'antd';
import { useToldCall } from '../../ui/call/use-told-call.ts';
import type { AnyDocumentStore } from './document-state.ts';

type Leave = (unsaved: 'keep' | 'giveUp') => Promise<void>;

/** Closes the document; asks first where a change could not be saved. `leaving` is what that is called: 离开, 回首页. */
export function useLeave(store: AnyDocumentStore, leaving = '离开', onLeft?: () => void): Leave {
  const { modal } = App.useApp();
  const told = useToldCall();
  const leave: Leave = async (unsaved) => {
    const outcome = await told(() => store.getState().close(unsaved));
    if (outcome === undefined) return;
    if (outcome === 'closed') return onLeft?.();
    modal.confirm({
      title: '最近的改动没有保存',
      content: `现在${leaving}会失去这些改动；以前保存的内容都在。`,
      okText: `放弃改动，${leaving}`,
      cancelText: '留在这里',
      onOk: () => leave('giveUp'),
    });
  };
  return leave;
}
