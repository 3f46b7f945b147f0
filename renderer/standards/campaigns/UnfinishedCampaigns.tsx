import { App, Button, Space } from 'antd';
import type { CampaignDraftSummary } from '../../../shared/contract/contract.ts';
import { KIND_WORDS } from '../../../shared/campaign/words.ts';
import { showTime } from '../../ui/show.ts';

interface Props {
  readonly drafts: readonly CampaignDraftSummary[];
  readonly onResume: (draft: CampaignDraftSummary) => void;
  readonly onDiscard: (id: string) => Promise<unknown>;
}

const nameOf = ({ title }: CampaignDraftSummary): string => title.trim() || '未命名';

/** Campaigns that were left before they were put into the library. */
export function UnfinishedCampaigns({ drafts, onResume, onDiscard }: Props) {
  const { modal } = App.useApp();
  if (drafts.length === 0) return null;
  const ask = (draft: CampaignDraftSummary) =>
    modal.confirm({
      title: `放弃“${nameOf(draft)}”？`,
      content: '填写的内容移到“已删除”文件夹；推荐活动里已有的不受影响。',
      okText: '放弃',
      focusable: { autoFocusButton: 'cancel' },
      onOk: () => onDiscard(draft.id),
    });
  return (
    <ul className="ui-file-list" aria-label="没有做完的活动">
      {drafts.map((draft) => {
        const { id, kind, updatedAt } = draft;
        const name = nameOf(draft);
        return (
          <li key={id}>
            <span className="ui-file-name">
              没有做完：{name}
              <span className="ui-muted">
                {kind && ` · ${KIND_WORDS[kind].name}`} · {showTime(updatedAt)}
              </span>
            </span>
            <Space>
              <Button
                type="primary"
                size="small"
                aria-label={`继续编辑${name}`}
                onClick={() => onResume(draft)}
              >
                继续
              </Button>
              <Button size="small" aria-label={`放弃${name}`} onClick={() => void ask(draft)}>
                放弃
              </Button>
            </Space>
          </li>
        );
      })}
    </ul>
  );
}
