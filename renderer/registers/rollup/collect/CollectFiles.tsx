import { useState } from 'react';
import type { CaseFileReceipt } from '../../../../shared/contract/contract.ts';
import { useRollup } from '../../../state/rollup-store.ts';
import { call } from '../../../ui/call/client.ts';
import { type ChosenFile, offerFiles } from '../../../ui/call/files.ts';
import { runJob } from '../../../ui/call/jobs.ts';
import { useJob } from '../../../ui/call/use-job.ts';
import { FailureNotice } from '../../../ui/FailureNotice.tsx';
import { FilePickButton, FolderPickButton } from '../../../ui/FilePickButton.tsx';
import { useFileTarget } from '../../../ui/intake/targets.ts';
import { unreadWords } from '../../../ui/intake/unread-words.ts';
import { ProgressModal } from '../../../ui/ProgressModal.tsx';
import { CaseReceipts } from './CaseReceipts.tsx';
import { WhoseFiles, type Whose } from './WhoseFiles.tsx';

/** Takes in what units have handed in, many files at once: whose they are is asked, and each has its receipt. */
export function CollectFiles() {
  const taking = useJob('收案例');
  const [asked, setAsked] = useState<readonly ChosenFile[]>();
  const [unread, setUnread] = useState<readonly string[]>([]);
  const [receipts, setReceipts] = useState<readonly CaseFileReceipt[]>();
  const ask = (files: readonly ChosenFile[], left: readonly string[] = []): void => {
    setUnread(left);
    if (files.length > 0) setAsked(files);
  };
  const take = async (whose: readonly Whose[]): Promise<void> => {
    setAsked(undefined);
    const { ref, saved, reload } = useRollup.getState();
    if (!ref) return;
    const done = await taking.run(async (options) => {
      await saved();
      const tokens = await offerFiles(
        whose.map(({ file }) => file),
        options,
      );
      const files = tokens.map((token, index) => ({ token, unit: whose[index]?.unit ?? '' }));
      return runJob('caseFiles', call('collectCases', { id: ref.id, files }), options);
    });
    if (!done) return;
    await reload();
    setReceipts(done.receipts);
  };
  useFileTarget('screen', () => ({
    words: '松开，收下这些案例和附件',
    take: (files, left) => ask(files, left),
    tellsUnread: true,
  }));
  return (
    <>
      <FilePickButton type="primary" multiple purpose="collected" label="收案例" onFiles={ask} />
      <FolderPickButton
        purpose="collected"
        label="收文件夹"
        onFolder={({ files, unread: left }) => ask(files, left)}
      />
      <FailureNotice failure={taking.failure} onClose={taking.dismiss} />
      <ProgressModal title="正在收案例" progress={taking.progress} onCancel={taking.cancel} />
      {unread.length > 0 && <p role="alert">{unreadWords([...unread])}</p>}
      {asked && (
        <WhoseFiles files={asked} onTake={(whose) => void take(whose)} onClose={() => setAsked(undefined)} />
      )}
      {receipts && <CaseReceipts receipts={receipts} onClose={() => setReceipts(undefined)} />}
    </>
  );
}
