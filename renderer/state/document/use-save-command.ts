import { App } from 'antd';
import { useCommand } from '../../ui/commands.ts';
import { hasUnsentWords, scopeOf } from '../../ui/fields/drafts.tsx';
import type { AnyDocumentStore } from './document-state.ts';

/** Ctrl+S: everything is saved at once anyway; says 已保存 where the disk has it, else why not. */
export function useSaveCommand(store: AnyDocumentStore): void {
  const { message } = App.useApp();
  const save = async (): Promise<void> => {
    if (await store.getState().flush()) message.success('已保存');
    else message.warning(`还没有保存：${whyNot(store)}`);
  };
  useCommand('save', () => void save());
}

function whyNot(store: AnyDocumentStore): string {
  const { ref, saveState, failure, clash, outside } = store.getState();
  if (saveState === 'offline') return '与本机程序的连接已断开，改动留在本页';
  if (clash || outside) return '同一处有别的改动，请先在上面的提示里选定';
  if (saveState === 'saved' && hasUnsentWords(scopeOf(ref)))
    return '有的内容太长，或日期、数字没有写完整，请改好标红的地方';
  return failure?.message ?? '请稍后再试';
}
