import { firstOpen } from '../../shared/campaign/open.ts';
import { call } from '../ui/call/client.ts';
import { NewByStandard } from '../ui/NewByStandard.tsx';

interface Props {
  readonly onClose: () => void;
  readonly onCreated: (id: string) => Promise<void>;
  /** The standard chosen at first; the first of the library where absent. */
  readonly standardId?: string;
}

export function NewAssessment({ standardId, ...way }: Props) {
  return (
    <NewByStandard
      {...way}
      title="新建自评"
      name={{ label: '单位名称', missing: '请填写单位名称', example: '单位全称' }}
      closed="behind"
      firstOf={({ standards, campaigns, today }) => ({
        standardId: standardId ?? standards[0]?.id,
        campaignId: firstOpen(campaigns, today)?.id,
      })}
      create={({ name, ...by }) => call('createAssessment', { unitName: name, ...by })}
    />
  );
}
