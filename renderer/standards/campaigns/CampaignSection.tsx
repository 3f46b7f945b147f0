import { DownOutlined } from '@ant-design/icons';
import { App, Button, Card, Dropdown, Space } from 'antd';
import { type CampaignKind, campaignKindSchema } from '../../../shared/campaign/schema.ts';
import { KIND_WORDS } from '../../../shared/campaign/words.ts';
import { BrokenFolders } from '../../ui/BrokenFolders.tsx';
import { call } from '../../ui/call/client.ts';
import type { ChosenFile } from '../../ui/call/files.ts';
import { useAnswer, useCall } from '../../ui/call/use-call.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { useDelivery } from '../../ui/use-delivery.tsx';
import { useOpening } from '../../state/document/use-opening.tsx';
import { useCampaignDraft } from '../../state/campaign-store.ts';
import { CampaignTable } from './CampaignTable.tsx';
import { ImportCampaign } from './ImportCampaign.tsx';
import { UnfinishedCampaigns } from './UnfinishedCampaigns.tsx';
import './campaigns.css';

async function listAll() {
  const [{ campaigns, own }, { drafts }, { today }] = await Promise.all([
    call('listCampaigns', {}),
    call('listCampaignDrafts', {}),
    call('hostInfo', {}),
  ]);
  return { campaigns, own, drafts, today };
}

/** 推荐活动 in 标准库: every campaign, and the ways to another one. `handed`: a file that was let go on the screen. */
export function CampaignSection({ handed }: { readonly handed: ChosenFile | undefined }) {
  const { message } = App.useApp();
  const deliver = useDelivery();
  const { value: found, failure: unlisted, retry: reload } = useAnswer(listAll);
  const { failure, run: attempt, dismiss } = useCall();
  const opening = useOpening({
    document: 'campaign',
    what: '这个编辑中的推荐活动',
    openById: (id, takeOver) => useCampaignDraft.getState().openRef({ document: 'campaign', id }, takeOver),
    onRemoved: () => void reload(),
  });

  const begin = (kind: CampaignKind) => void opening.openNew(() => call('newCampaign', { kind }));
  const away = (move: () => Promise<{ movedTo: string }>) =>
    attempt(async () => {
      const { movedTo } = await move();
      message.success(`已移到：${movedTo}`);
      await reload();
    });

  return (
    <Card
      size="small"
      title={<h2 className="campaigns-heading">推荐活动</h2>}
      classNames={{ body: 'ui-stack' }}
      extra={
        <Space>
          <ImportCampaign handed={handed} onImported={() => void reload()} />
          <Dropdown
            trigger={['click']}
            autoFocus
            menu={{
              items: campaignKindSchema.options.map((kind) => ({ key: kind, label: KIND_WORDS[kind].name })),
              onClick: ({ key }) => begin(campaignKindSchema.parse(key)),
            }}
          >
            <Button type="primary" icon={<DownOutlined aria-hidden />} iconPlacement="end">
              新建活动
            </Button>
          </Dropdown>
        </Space>
      }
    >
      <FailureNotice failure={failure} onClose={dismiss} />
      <FailureNotice failure={opening.failure} onClose={opening.dismiss} />
      <FailureNotice failure={unlisted} onRetry={() => void reload()} />
      {found && <BrokenFolders folders={found.drafts} />}
      {found && (
        <UnfinishedCampaigns
          drafts={found.drafts.filter(({ problem }) => !problem)}
          onResume={({ id, copies }) => void opening.open(id, copies)}
          onDiscard={(id) => away(() => call('discardCampaignDraft', { id }))}
        />
      )}
      <CampaignTable
        found={found}
        onCopy={(id) => void opening.openNew(() => call('copyCampaign', { id }))}
        onEdit={(id) => void opening.openNew(() => call('editCampaign', { id }))}
        onExport={(id) => void attempt(async () => deliver(await call('exportCampaign', { id })))}
        onRemove={(id) => away(() => call('removeCampaign', { id }))}
      />
      {opening.dialog}
    </Card>
  );
}
