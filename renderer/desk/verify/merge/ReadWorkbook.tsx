import { useCall } from '../../../ui/call/use-call.ts';
import { useRef, useState } from 'react';
import { Alert, App, Button, Card, Space } from 'antd';
import { ImportOutlined } from '@ant-design/icons';
import type { CallOutput } from '../../../../shared/contract/contract.ts';
import type { Picks } from '../../../../shared/review/merge.ts';
import type { WorkbookRow } from '../../../../shared/review/workbook-row.ts';
import { call } from '../../../ui/call/client.ts';
import type { ChosenFile } from '../../../ui/call/files.ts';
import { usePlaceForFiles } from '../../../ui/intake/targets.ts';
import { FailureNotice } from '../../../ui/FailureNotice.tsx';
import { FilePickButton } from '../../../ui/FilePickButton.tsx';
import { useReview } from '../../../state/review-store.ts';
import { ChoiceTable } from '../../../ui/choices/ChoiceTable.tsx';
import { type ChoiceRow, allPicked } from '../../../ui/choices/choices.ts';
import './merge.css';

/** 核验分 and 核验意见 that somebody filled into the package's workbook without this program. */
export function ReadWorkbook() {
  const { message } = App.useApp();
  const [read, setRead] = useState<CallOutput<'readWorkbookScores'>>();
  const [picks, setPicks] = useState<Picks>({});
  const { failure, run, dismiss } = useCall();
  const ref = useReview((state) => state.ref);
  const card = useRef<HTMLDivElement>(null);

  const open = async (file: ChosenFile): Promise<void> => {
    if (!ref) return;
    setRead(undefined);
    setPicks({});
    await run(async () => {
      await useReview.getState().saved();
      setRead(await call('readWorkbookScores', { ...ref, token: await file.offer() }));
    });
  };
  usePlaceForFiles(card, {
    words: '松开，读回表格里的核验分',
    take: ([file]) => file && void open(file),
  });
  if (!ref) return null;

  const of = (outcome: WorkbookRow['outcome']) => read?.rows.filter((row) => row.outcome === outcome) ?? [];
  const problems = of('problem');
  const takeable = [...of('conflict'), ...of('new')];
  const rows = takeable.map(choiceOf);
  const take = async (): Promise<void> => {
    const taken = takeable.filter(({ code, outcome }) => outcome === 'new' || picks[code] === 'theirs');
    const entries = Object.fromEntries(
      taken.flatMap(({ code, entry }) => (entry ? [[code, entry] as const] : [])),
    );
    setRead(undefined);
    if (taken.length > 0 && !(await useReview.getState().edit({ kind: 'takeEntries', entries }))) return;
    message.success(`采用了 ${taken.length} 项，可以用“撤销”整个退回`);
  };

  return (
    <Card ref={card} size="small" title="读回表格里的核验分">
      <p className="ui-muted">
        有人在推荐材料.xlsx 里填了“核验分”“核验意见”，可以读回来：按编号对应，逐项核对，选定后才采用。
      </p>
      <FilePickButton
        label="选择填好的推荐材料.xlsx"
        icon={<ImportOutlined aria-hidden />}
        purpose="workbook"
        onFiles={([file]) => file && void open(file)}
      />
      <FailureNotice failure={failure} onClose={dismiss} />
      {read && (
        <section className="merge-compared" aria-label="表格里的核验分">
          {read.remarks.map((remark) => (
            <Alert key={remark} type="warning" showIcon title={remark} />
          ))}
          <p role="status">
            填了 {read.rows.length} 项：与现在相同 {of('same').length} 项，新填 {of('new').length} 项，不同{' '}
            {of('conflict').length} 项，不能采用 {problems.length} 项
          </p>
          {problems.length > 0 && (
            <ul aria-label="不能采用的">
              {problems.map(({ code, title, score, opinion, message: why }) => (
                <li key={`${code} ${score} ${opinion}`}>
                  {`${code} ${title}`.trim()}：填的是“{score}”。{why}
                </li>
              ))}
            </ul>
          )}
          {rows.length > 0 && (
            <ChoiceTable rows={rows} picks={picks} onPicks={setPicks} ours="现在的" theirs="表格里的" />
          )}
          <Space>
            {rows.length > 0 && (
              <Button type="primary" disabled={!allPicked(rows, picks)} onClick={() => void take()}>
                采用
              </Button>
            )}
            <Button onClick={() => setRead(undefined)}>不采用</Button>
          </Space>
        </section>
      )}
    </Card>
  );
}

function choiceOf({ code, title, score, opinion, outcome, message, present }: WorkbookRow): ChoiceRow {
  const words = (value: string, reason: string): string =>
    [value, reason && `意见：${reason}`].filter((part) => part !== '').join('。');
  const theirs = words(score, opinion);
  return {
    path: code,
    title: `${code} ${title}`,
    ours: outcome === 'new' ? '' : words(present.value, present.reason),
    theirs: message === '' ? theirs : `${theirs}（${message}）`,
  };
}
