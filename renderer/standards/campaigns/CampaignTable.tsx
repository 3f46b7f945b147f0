import { App, Button, Space, Table, Tag } from 'antd';
import { useState } from 'react';
import { isOpen, lastDayWords } from '../../../shared/campaign/open.ts';
import type { Campaign } from '../../../shared/campaign/schema.ts';
import { kindWords } from '../../../shared/campaign/words.ts';
import { useIsNarrow } from '../../ui/use-is-narrow.ts';
import { ShowCampaign } from './ShowCampaign.tsx';

interface Handlers {
  readonly onCopy: (id: string) => void;
  readonly onEdit: (id: string) => void;
  readonly onExport: (id: string) => void;
  readonly onRemove: (id: string) => Promise<unknown>;
}

interface Props extends Handlers {
  /** Absent: not read yet. */
  readonly found:
    | { readonly campaigns: readonly Campaign[]; readonly own: readonly string[]; readonly today: string }
    | undefined;
}

/** Every campaign in a line: what it is, whose, until when. */
export function CampaignTable({ found, ...handlers }: Props) {
  const [shown, setShown] = useState<Campaign>();
  const isNarrow = useIsNarrow();
  const isOwn = ({ id }: Campaign) => found?.own.includes(id) ?? false;
  return (
    <>
      <Table<Campaign>
        size="small"
        rowKey="id"
        loading={!found}
        pagination={false}
        dataSource={found?.campaigns}
        scroll={{ x: isNarrow ? 560 : 840 }}
        columns={[
          {
            title: '活动',
            key: 'title',
            render: (_, campaign) => (
              <>
                <Button type="link" className="ui-link-left" onClick={() => setShown(campaign)}>
                  {campaign.title}
                </Button>
                <div className="ui-muted">
                  {isOwn(campaign) ? '本机的' : '随程序提供，只读'}
                  {campaign.documentNumber && ` · ${campaign.documentNumber}`}
                </div>
              </>
            ),
          },
          { title: '类型', width: 110, render: (_, campaign) => kindWords(campaign).name },
          {
            title: '单位最后期限',
            width: 130,
            render: (_, campaign) => (
              <>
                {campaign.kind === 'practice' ? '—' : lastDayWords(campaign)}
                {found && campaign.kind !== 'practice' && (
                  <div>
                    {isOpen(campaign, found.today) ? <Tag color="green">进行中</Tag> : <Tag>已截止</Tag>}
                  </div>
                )}
              </>
            ),
          },
          {
            title: '操作',
            width: isNarrow ? 190 : 320,
            render: (_, campaign) => <Actions {...handlers} campaign={campaign} own={isOwn(campaign)} />,
          },
        ]}
      />
      {shown && found && (
        <ShowCampaign campaign={shown} today={found.today} onClose={() => setShown(undefined)} />
      )}
    </>
  );
}

function Actions({
  campaign: { id, title },
  own,
  onCopy,
  onEdit,
  onExport,
  onRemove,
}: Handlers & { readonly campaign: Campaign; readonly own: boolean }) {
  const { modal } = App.useApp();
  const ask = () =>
    modal.confirm({
      title: `移走“${title}”？`,
      content: '文件移到“已删除”文件夹；用它建立的自评和核验台各有一份，不受影响。',
      okText: '移走',
      focusable: { autoFocusButton: 'cancel' },
      onOk: () => onRemove(id),
    });
  return (
    <Space size="small" wrap>
      {own && (
        <Button size="small" aria-label={`编辑${title}`} onClick={() => onEdit(id)}>
          编辑
        </Button>
      )}
      <Button size="small" aria-label={`复制${title}为新活动`} onClick={() => onCopy(id)}>
        复制为新活动
      </Button>
      <Button size="small" aria-label={`导出${title}`} onClick={() => onExport(id)}>
        导出
      </Button>
      {own && (
        <Button size="small" danger aria-label={`移走${title}`} onClick={() => void ask()}>
          移走
        </Button>
      )}
    </Space>
  );
}
