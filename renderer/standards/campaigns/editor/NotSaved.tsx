import { Alert } from 'antd';
import { useStore } from 'zustand';
import { useCampaignDraft } from '../../../state/campaign-store.ts';
import { CopyWords } from '../../../state/document/CopyWords.tsx';
import { unsentWords } from '../../../state/document/unsent-words.ts';
import '../../../state/document/document.css';

/** What the host refused to take, say because another page has put the campaign into the library: in sight, and to copy. */
export function NotSaved() {
  const saveState = useStore(useCampaignDraft, (state) => state.saveState);
  const clash = useStore(useCampaignDraft, (state) => state.clash);
  // Drawn anew with every change.
  useStore(useCampaignDraft, (state) => state.open);
  if (saveState !== 'failed' || clash) return null;
  const rows = useCampaignDraft.getState().unsent();
  if (rows.length === 0) return null;
  const words = unsentWords(rows);
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={`${rows.length} 处改动留在本页，还没有保存`}
      description={
        <>
          <div>如果这个活动已在别处保存或放弃，请先复制下面的内容，再回到标准库重新编辑。</div>
          <pre className="document-unsent">{words}</pre>
          <CopyWords words={words} />
        </>
      }
    />
  );
}
