import { Alert, Button } from 'antd';
import { useAssessment } from '../../state/assessment-store.ts';
import { useOpen } from '../../state/derived.ts';
import { useEvidenceFaults } from '../../state/evidence-store.ts';

/** Told on the first screen and where the evidence is: files that are lost are not found out at export. */
export function DamagedNotice({ leads }: { readonly leads: 'to-evidence' | 'nowhere' }) {
  const { evidence } = useOpen().assessment;
  const faults = useEvidenceFaults();
  const damaged = evidence.filter(({ sha256 }) => faults.has(sha256));
  if (damaged.length === 0) return null;
  const names = damaged.slice(0, 3).map(({ label }) => `“${label}”`);
  return (
    <Alert
      type="error"
      showIcon
      title={`有 ${damaged.length} 份佐证材料的文件缺失或被改动：${names.join('、')}${damaged.length > 3 ? '等' : ''}`}
      description="评分和填写的内容没有变化。在标出的材料上选“重新添加原文件”，选中原来的文件即可恢复；恢复前不能导出推荐包。"
      action={
        leads === 'to-evidence' && (
          <Button onClick={() => useAssessment.getState().goTo('evidence')}>去处理</Button>
        )
      }
    />
  );
}
