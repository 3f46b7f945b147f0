import { Alert, Button } from 'antd';
import { campaignDifferences } from '../../../shared/campaign/differences.ts';
import { sortedJson } from '../../../shared/values/sorted-json.ts';
import { useAssessment } from '../../state/assessment-store.ts';
import { useOpen } from '../../state/derived.ts';
import { call } from '../../ui/call/client.ts';
import { useAnswer } from '../../ui/call/use-call.ts';

const listCampaigns = async () => (await call('listCampaigns', {})).campaigns;

/** The library's campaign is another than when the assessment took its copy. */
export function NewerCampaign() {
  const { campaign } = useOpen().assessment;
  const { value: campaigns = [] } = useAnswer(listCampaigns);
  const edit = useAssessment((state) => state.edit);
  const known = campaigns.find(({ id }) => id === campaign.id);
  if (!known || sortedJson(known) === sortedJson(campaign)) return null;
  const differences = campaignDifferences(campaign, known);
  return (
    <Alert
      type="warning"
      showIcon
      className="unit-newer"
      title="推荐活动里的这个活动后来改过，这里还是原来的内容"
      description={
        differences.length > 0 ? `不同之处：${differences.join('、')}` : '只是文字不同，不影响判断'
      }
      action={
        <Button size="small" onClick={() => void edit({ kind: 'setCampaign', campaign: known })}>
          更新为最新内容
        </Button>
      }
    />
  );
}
