import { App } from 'antd';
import { useToldCall } from '../../ui/use-told-call.tsx';
import type { AnyDocumentStore } from './document-state.ts';

/** Words that are in a field alone: where that is, in Chinese, and the way there. */
export interface WordsLeft {
  readonly where: string;
  readonly show: () => void;
}

interface Leaving {
  /** What it is called: 离开, 回首页. */
  readonly leaving?: string | undefined;
  readonly wordsLeft?: (() => WordsLeft | undefined) | undefined;
}

/** Closes what is open; asks first where a change could not be saved. Answers whether it is closed. */
export function useAskToClose(): (store: AnyDocumentStore, how?: Leaving) => Promise<boolean> {
  const { modal } = App.useApp();
  const told = useToldCall();
  return async (store, { leaving = '离开', wordsLeft } = {}) => {
    const outcome = await told(() => store.getState().close('keep'));
    if (outcome !== 'unsaved') return outcome === 'closed';
    const left = wordsLeft?.();
    const givenUp = await modal.confirm({
      title: '最近的改动没有保存',
      content: `${left ? `没保存的内容在：${left.where}。` : ''}现在${leaving}会失去这些改动；以前保存的内容都在。`,
      okText: `放弃改动，${leaving}`,
      okButtonProps: { type: 'default', danger: true },
      cancelText: '留在这里',
      cancelButtonProps: { type: 'primary' },
      autoFocusButton: 'cancel',
    });
    if (!givenUp) left?.show();
    return givenUp && (await told(() => store.getState().close('giveUp'))) === 'closed';
  };
}

/** The same for one store. */
export function useLeave(
  store: AnyDocumentStore,
  { onLeft, ...how }: Leaving & { readonly onLeft?: (() => void) | undefined } = {},
): () => Promise<void> {
  const close = useAskToClose();
  return async () => {
    if (await close(store, how)) onLeft?.();
  };
}
