import { App } from 'antd';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { useImport } from '../state/import-store.ts';
import { useCall } from '../ui/call/use-call.ts';
import { landInStep } from './land-in-step.ts';

/** Takes columns and corrections of an earlier table of the same form, one step of undo, and tells what of them holds. */
export function useTaking() {
  const { modal, message } = App.useApp();
  const { run, ...call } = useCall();
  const take = (ask: () => Promise<CallOutput<'takeSettings'>>, done?: () => void) =>
    run(async () => {
      const { saved, reload } = useImport.getState();
      await saved();
      const { kept, left, unlike } = await ask();
      await reload();
      done?.();
      const words = kept > 0 ? `沿用了各列的用途和 ${kept} 处手工改正` : '沿用了各列的用途';
      if (left.length + unlike.length === 0) void message.success(words);
      else
        modal.info({
          title: left.length > 0 ? `${words}，${left.length} 处没有沿用` : words,
          content: [...left, ...unlikeWords(unlike)].join('；'),
          okText: '知道了',
          afterClose: landInStep,
        });
    });
  return { ...call, take };
}

function unlikeWords(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const tables = names.map((name) => `“${name}”`).join('、');
  return [`${tables}是原来没有的表，或者各列变了，勾选没有变，请在“选表”里看一看要不要导入`];
}
