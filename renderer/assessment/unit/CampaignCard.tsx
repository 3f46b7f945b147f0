import { isAssessed } from '../../../shared/campaign/words.ts';
import { useAnswer } from '../../ui/call/use-call.ts';
import { Card, Form, Radio } from 'antd';
import { useState } from 'react';
import { call } from '../../ui/call/client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { CampaignSelect } from '../../ui/CampaignSelect.tsx';
import { useAssessment } from '../../state/assessment-store.ts';
import { useOpen } from '../../state/derived.ts';
import { CampaignAnswers } from './CampaignAnswers.tsx';
import { CampaignTerms } from './CampaignTerms.tsx';
import { Cultivation } from './Cultivation.tsx';
import { NewerCampaign } from './NewerCampaign.tsx';

const listCampaigns = async () => (await call('listCampaigns', {})).campaigns.filter(isAssessed);

/** The campaign that the unit takes part in: what it says, and what the unit answers to it. */
export function CampaignCard() {
  const { campaign, willing } = useOpen().assessment;
  const today = useAssessment((state) => state.today);
  const edit = useAssessment((state) => state.edit);
  const { value: campaigns = [], failure } = useAnswer(listCampaigns);
  const [showClosed, setShowClosed] = useState(false);
  // The assessment's own copy may be of a campaign that is no longer in the library.
  const others = campaigns.filter(({ id }) => id !== campaign.id);
  const choose = (id: string) => {
    const chosen = others.find((other) => other.id === id);
    if (chosen) void edit({ kind: 'setCampaign', campaign: chosen });
  };

  return (
    <Card title="参加的活动" size="small">
      <FailureNotice failure={failure} />
      <NewerCampaign />
      <Form component="div" layout="vertical">
        <Form.Item label="参加的活动" htmlFor="campaign">
          <CampaignSelect
            id="campaign"
            value={campaign.id}
            campaigns={[campaign, ...others]}
            {...{ today, showClosed, onShowClosed: setShowClosed, onChange: choose }}
          />
        </Form.Item>
        {campaign.willingness && (
          <Form.Item label="参评意愿">
            <Radio.Group
              aria-label="参评意愿"
              value={willing}
              options={[
                { value: true, label: '自愿参评' },
                { value: false, label: '不参评' },
              ]}
              onChange={({ target }) => void edit({ kind: 'setWilling', willing: target.value === true })}
            />
          </Form.Item>
        )}
        <CampaignAnswers />
        {campaign.cultivation && <Cultivation />}
      </Form>
      <CampaignTerms campaign={campaign} today={today} />
    </Card>
  );
}
