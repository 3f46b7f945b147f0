import { Checkbox, Select } from 'antd';
import { isOpen } from '../../shared/campaign/open.ts';
import type { Campaign } from '../../shared/campaign/schema.ts';

interface Props {
  readonly id?: string;
  readonly value?: string | undefined;
  readonly campaigns: readonly Campaign[];
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly showClosed: boolean;
  readonly onShowClosed: (show: boolean) => void;
  readonly onChange?: (id: string) => void;
}

/** One of the campaigns that are still open; the closed ones only where they are asked for. */
export function CampaignSelect(props: Props) {
  const { id, value, campaigns, today, showClosed, onShowClosed, onChange } = props;
  const offered = campaigns.filter((each) => showClosed || each.id === value || isOpen(each, today));
  return (
    <>
      <Select
        id={id}
        value={value}
        options={offered.map((each) => ({
          value: each.id,
          label: isOpen(each, today) ? each.title : `${each.title}（已截止）`,
        }))}
        onChange={onChange}
      />
      {campaigns.some((each) => !isOpen(each, today)) && (
        <Checkbox checked={showClosed} onChange={({ target }) => onShowClosed(target.checked)}>
          显示已截止的活动
        </Checkbox>
      )}
    </>
  );
}
