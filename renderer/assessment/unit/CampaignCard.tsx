import { useAnswer } from '../../ui/call/use-call.ts';
import { Card, Form, Radio, Select } from 'antd';
import { call } from '../../ui/call/client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { useAssessment } from '../../state/assessment-store.ts';
import { useOpen } from '../../state/derived.ts';
import { CampaignTerms } from './CampaignTerms.tsx';

const listCampaigns = async () => (await call('listCampaigns', {})).campaigns;

export function CampaignCard() {
  const { campaign, willing } = useOpen().assessment;
  const edit = useAssessment((state) => state.edit);
  const { value: campaigns = [], failure } = useAnswer(listCampaigns);
  // The assessment's own copy may be of a campaign that is no longer in the library.
  const others = campaigns.filter(({ id }) => id !== campaign.id);
  const choose = (id: string) => {
    const chosen = others.find((other) => other.id === id);
    if (chosen) void edit({ kind: 'setCampaign', campaign: chosen });
  };

  return (
    <Card title="推荐活动" size="small">
      <FailureNotice failure={failure} />
      <Form component="div" layout="vertical">
        <Form.Item label="参加的活动" htmlFor="campaign">
          <Select
            id="campaign"
            value={campaign.id}
            options={[campaign, ...others].map(({ id, title }) => ({ value: id, label: title }))}
            onChange={choose}
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
      </Form>
      <CampaignTerms campaign={campaign} />
    </Card>
  );
}
