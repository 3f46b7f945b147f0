import { App } from 'antd';
import { withHandwork } from '../../shared/tables/import/corrections.ts';
import { handworkOf, readAnew } from '../../shared/tables/import/import-state.ts';
import { sortedJson } from '../../shared/values/sorted-json.ts';
import { useImport } from '../state/import-store.ts';
import { landInStep } from './land-in-step.ts';

/**
 * Reads the tables again as they are set now. What was put right by hand stays; what could not is named. It is asked first
 * where that is not known (an earlier version has read them), or where somebody went back to another reading.
 */
export function useReadAgain(): (then?: () => void) => void {
  const { modal, message } = App.useApp();
  return (then) => {
    const { open, edit, select } = useImport.getState();
    if (!open) return;
    const { tables, value: state } = open;
    const read = (keep: boolean) => {
      void edit({ kind: 'readAnew', keep });
      then?.();
    };
    const hand = handworkOf(tables, state);
    const isChanged = hand !== undefined && sortedJson(hand.was) !== sortedJson(hand.mine);
    const fresh = isChanged ? readAnew(tables, state).draft : undefined;
    if (hand && fresh) {
      const { kept, left } = withHandwork(fresh, hand);
      read(true);
      if (left.length > 0)
        modal.warning({
          title: `重新读取了，手工改过的有 ${left.length} 处没有保留（可以撤销）`,
          content: left.join('；'),
          okText: '知道了',
          afterClose: landInStep,
        });
      else if (kept > 0) void message.success(`已重新读取，手工改过的 ${kept} 处都保留了`);
      return;
    }
    if (!state.edited) {
      select(undefined);
      return read(false);
    }
    modal.confirm({
      title: '按新的设置重新读取？',
      content: '会替换现在的“结构”和“规则”，连同在里面做的修改（可以撤销）。',
      okText: '重新读取',
      onOk: () => read(false),
      afterClose: landInStep,
    });
  };
}
