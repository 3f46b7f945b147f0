import { App } from 'antd';
import type { RefObject } from 'react';
import type { Evidence } from '../../../shared/assessment/schema.ts';
import { useAssessment } from '../../state/assessment-store.ts';
import { useAsk } from '../../ui/use-ask.ts';

/** Takes a piece of evidence out after asking; its row goes, and the keyboard goes on from the page. */
export function useRemoval(page: RefObject<HTMLElement | null>): (evidence: Evidence, uses: number) => void {
  const { message } = App.useApp();
  const ask = useAsk(() => page.current);
  const remove = async ({ sha256, label }: Evidence): Promise<void> => {
    if (!(await useAssessment.getState().edit({ kind: 'removeEvidence', sha256 }))) return;
    message.success(`已移除“${label}”，可以撤销（Ctrl+Z）`);
  };
  return (evidence, uses) =>
    ask({
      title: `移除“${evidence.label}”？`,
      content: `${uses > 0 ? `同时从 ${uses} 处取消关联。` : ''}移除后可以用“撤销”恢复。`,
      okText: '移除',
      isHarmful: true,
      onOk: () => remove(evidence),
    });
}
