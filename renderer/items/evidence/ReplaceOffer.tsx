import { App, Button } from 'antd';
import type { EvidenceOutcome } from '../../../shared/contract/contract.ts';
import { useAssessment } from '../../state/assessment-store.ts';
import './evidence.css';

/** A file that was added bears the name of one that is there: is it the corrected one? */
export function ReplaceOffer({ outcome }: { readonly outcome: EvidenceOutcome }) {
  const { message } = App.useApp();
  const evidence = useAssessment((state) => state.open?.value.evidence);
  const { edit } = useAssessment.getState();
  const by = evidence?.find(({ sha256 }) => sha256 === outcome.sha256);
  const former = (outcome.namesakes ?? []).filter((each) =>
    evidence?.some(({ sha256 }) => sha256 === each.sha256),
  );
  if (!by || former.length === 0) return null;
  const replace = async (sha256: string, label: string): Promise<void> => {
    if (!(await edit({ kind: 'replaceEvidence', sha256, by }))) return;
    message.success(`已换下原来的“${label}”，可以撤销（Ctrl+Z）`);
  };
  return (
    <div className="items-evidence-replace">
      已有同名但内容不同的材料。如果这是改正后的文件，可用它换下原来的（用在哪些项、主题和名称都不变）；不换则两份都保留。
      {former.map(({ sha256, label }) => (
        <Button key={sha256} size="small" onClick={() => void replace(sha256, label)}>
          换下原来的“{label}”
        </Button>
      ))}
    </div>
  );
}
