import { useCall } from '../../../ui/call/use-call.ts';
import { useRef, useState } from 'react';
import { App, Button, Card, Space } from 'antd';
import { ExportOutlined, ImportOutlined } from '@ant-design/icons';
import type { CallOutput } from '../../../../shared/contract/contract.ts';
import type { Picks } from '../../../../shared/review/merge.ts';
import { call } from '../../../ui/call/client.ts';
import type { ChosenFile } from '../../../ui/call/files.ts';
import { usePlaceForFiles } from '../../../ui/intake/targets.ts';
import { FailureNotice } from '../../../ui/FailureNotice.tsx';
import { FilePickButton } from '../../../ui/FilePickButton.tsx';
import { useOpenCandidate } from '../../../state/review-derived.ts';
import { useReview } from '../../../state/review-store.ts';
import { sortedJson } from '../../../../shared/values/sorted-json.ts';
import { placesByCode } from '../../../../shared/standard/places.ts';
import { MadeFileButton } from '../../../ui/MadeFileButton.tsx';
import { ChoiceTable } from '../../../ui/choices/ChoiceTable.tsx';
import { allPicked } from '../../../ui/choices/choices.ts';
import { differenceRow } from './difference-row.ts';
import './merge.css';

interface Compared extends CallOutput<'compareReview'> {
  readonly token: string;
  readonly fileName: string;
}

/** Two evaluators shared the work: each exports, one takes the other's in. */
export function MergeReviews() {
  const { assessment, standard } = useOpenCandidate();
  const { message } = App.useApp();
  const [compared, setCompared] = useState<Compared>();
  const [picks, setPicks] = useState<Picks>({});
  const { failure, run, dismiss } = useCall();
  const ref = useReview((state) => state.ref);
  const card = useRef<HTMLDivElement>(null);

  const compare = async (file: ChosenFile): Promise<void> => {
    if (!ref) return;
    setCompared(undefined);
    setPicks({});
    await run(async () => {
      // What is typed here must be on the disk before it is compared with.
      await useReview.getState().saved();
      const token = await file.offer();
      setCompared({ ...(await call('compareReview', { ...ref, token })), token, fileName: file.name });
    });
  };
  usePlaceForFiles(card, {
    words: '松开，导入同事的核验文件',
    take: ([file]) => file && void compare(file),
  });
  if (!ref) return null;

  const compareAgain = async (before: Compared): Promise<void> => {
    const now = { ...before, ...(await call('compareReview', { ...ref, token: before.token })) };
    const same = new Set(before.differences.map((each) => sortedJson(each)));
    const stay = now.differences.filter((each) => same.has(sortedJson(each))).map(({ path }) => path);
    setCompared(now);
    // Picked is what was seen.
    setPicks((picked) => Object.fromEntries(Object.entries(picked).filter(([path]) => stay.includes(path))));
  };
  const merge = async (compared: Compared): Promise<void> => {
    const { token, shown } = compared;
    if (!(await useReview.getState().take((to) => call('mergeReview', { ...to, token, shown, picks })))) {
      if (useReview.getState().failure?.code === 'merge-stale') await run(() => compareAgain(compared));
      return;
    }
    setCompared(undefined);
    message.success('已合并，可以用“撤销”整个退回');
  };
  const context = { places: placesByCode(standard), assessment };
  const rows = compared?.differences.map((each) => differenceRow(each, context)) ?? [];

  return (
    <Card ref={card} size="small" title="与同事合并核验">
      <p className="ui-muted">
        两人分别核验同一份推荐包时，一人导出自己的核验文件，另一人在这里导入。逐处比较，选定后才合并。
      </p>
      <Space wrap>
        <MadeFileButton
          icon={<ExportOutlined aria-hidden />}
          make={async () => {
            await useReview.getState().saved();
            return call('exportReview', ref);
          }}
        >
          导出我的核验文件
        </MadeFileButton>
        <FilePickButton
          label="导入同事的核验文件"
          purpose="review"
          icon={<ImportOutlined aria-hidden />}
          onFiles={([file]) => file && void compare(file)}
        />
      </Space>
      <FailureNotice failure={failure} onClose={dismiss} />
      {compared && (
        <section className="merge-compared" aria-label="两份核验的不同">
          <p>
            {compared.fileName}
            {compared.reviewers.length > 0 && `，核验人：${compared.reviewers.join('、')}`}
          </p>
          {rows.length === 0 ? (
            <p>两份核验没有不同，不需要合并。</p>
          ) : (
            <ChoiceTable rows={rows} picks={picks} onPicks={setPicks} ours="我的" theirs="同事的" />
          )}
          <Space>
            {rows.length > 0 && (
              <Button type="primary" disabled={!allPicked(rows, picks)} onClick={() => void merge(compared)}>
                合并
              </Button>
            )}
            <Button onClick={() => setCompared(undefined)}>不合并</Button>
          </Space>
        </section>
      )}
    </Card>
  );
}
