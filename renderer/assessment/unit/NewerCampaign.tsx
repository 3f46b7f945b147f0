import { Alert, Button } from 'antd';
import { campaignDifferences } from '../../../shared/campaign/differences.ts';
import type { Campaign } from '../../../shared/campaign/schema.ts';
import { sortedJson } from '../../../shared/values/sorted-json.ts';
import { useAssessment } from '../../state/assessment-store.ts';

interface Props {
  /** The assessment's own copy. */
  readonly campaign: Campaign;
  /** The one of the same id in the library now. */
  readonly known: Campaign | undefined;
}

/** The library's campaign is another than when the assessment took its copy. */
export function NewerCampaign({ campaign, known }: Props) {
  const edit = useAssessment((state) => state.edit);
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
