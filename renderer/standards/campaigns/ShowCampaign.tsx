import { Modal } from 'antd';
import type { Campaign } from '../../../shared/campaign/schema.ts';
import { CampaignTerms } from '../../assessment/unit/CampaignTerms.tsx';

interface Props {
  readonly campaign: Campaign;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly onClose: () => void;
}

/** All that a campaign says, to look at. */
export function ShowCampaign({ campaign, today, onClose }: Props) {
  return (
    <Modal open width={760} title={campaign.title} footer={null} onCancel={onClose}>
      <CampaignTerms campaign={campaign} today={today} />
    </Modal>
  );
}
