import { Space } from 'antd';
import { useEligibility, useOpen } from '../../state/derived.ts';
import { InwardFile } from '../gap/InwardFile.tsx';
import { NewerCampaign } from '../unit/NewerCampaign.tsx';
import { ConditionsTable } from './ConditionsTable.tsx';
import { ExportPanel } from './ExportPanel.tsx';
import { FeedbackNote } from './FeedbackNote.tsx';
import { FindingsList } from './FindingsList.tsx';
import { RevisionsTable } from './RevisionsTable.tsx';

/** 资格审查与导出. */
export function ExportScreen() {
  const { assessment, standard } = useOpen();
  const eligibility = useEligibility();
  return (
    <div className="ui-page">
      <div className="ui-page-title">
        <h2>资格审查与导出</h2>
        <Space size="middle">
          <span className="ui-muted">{assessment.campaign.title}</span>
          <InwardFile />
        </Space>
      </div>
      <FeedbackNote />
      <NewerCampaign />
      <ExportPanel eligibility={eligibility} />
      <FindingsList findings={eligibility.findings} />
      <ConditionsTable conditions={eligibility.conditions} standard={standard} />
      <RevisionsTable revisions={assessment.revisions} />
    </div>
  );
}
