import { App } from 'antd';
import { useToldCall } from '../../ui/use-told-call.tsx';
import type { AnyDocumentStore } from './document-state.ts';

/** Closes what is open; asks first where a change could not be saved. Answers whether it is closed. */
export function useAskToClose(): (store: AnyDocumentStore, leaving?: string) => Promise<boolean> {
  const { modal } = App.useApp();
  const told = useToldCall();
  return async (store, leaving = '离开') => {
    const outcome = await told(() => store.getState().close('keep'));
    if (outcome !== 'unsaved') return outcome === 'closed';
    const givenUp = await modal.confirm({
      title: '最近的改动没有保存',
      content: `现在${leaving}会失去这些改动；以前保存的内容都在。`,
      okText: `放弃改动，${leaving}`,
      okButtonProps: { type: 'default', danger: true },
      cancelText: '留在这里',
      cancelButtonProps: { type: 'primary' },
      autoFocusButton: 'cancel',
    });
    return givenUp && (await told(() => store.getState().close('giveUp'))) === 'closed';
  };
}

/** The same for one store. `leaving` is what that is called: 离开, 回首页. */
export function useLeave(
  store: AnyDocumentStore,
  leaving?: string,
  onLeft?: () => void,
): () => Promise<void> {
  const close = useAskToClose();
  return async () => {
    if (await close(store, leaving)) onLeft?.();
  };
}
