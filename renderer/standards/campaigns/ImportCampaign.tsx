import { App, Button, Modal } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { isSameName } from '../../../shared/values/bare-name.ts';
import { call } from '../../ui/call/client.ts';
import { type ChosenFile, forgetFile } from '../../ui/call/files.ts';
import { useCall } from '../../ui/call/use-call.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { FilePickButton } from '../../ui/FilePickButton.tsx';

type Outcome = CallOutput<'importCampaign'>;
type Asked = Extract<Outcome, { outcome: 'asks' | 'sameTitle' }>;
type Question = Asked & { readonly token: string };

const DONE: Record<Exclude<Outcome['outcome'], Asked['outcome']>, string> = {
  added: '已导入',
  replaced: '已替换',
  same: '推荐活动里已经有完全相同的一份，没有改动',
};

interface Props {
  /** A file to take in as soon as it is here. */
  readonly handed: ChosenFile | undefined;
  readonly onImported: () => void;
}

/** A campaign from a file; where its id is taken the user says what becomes of both. */
export function ImportCampaign({ handed, onImported }: Props) {
  const { message } = App.useApp();
  const { failure, run, busy, dismiss } = useCall();
  const [question, setQuestion] = useState<Question>();

  const bring = (token: string, taken: 'ask' | 'replace' | 'keepBoth') =>
    run(async () => {
      const answer = await call('importCampaign', { token, taken });
      if (answer.outcome === 'asks' || answer.outcome === 'sameTitle')
        return setQuestion({ ...answer, token });
      setQuestion(undefined);
      message.success(`${answer.title}：${DONE[answer.outcome]}`);
      onImported();
    });
  const take = (file: ChosenFile | undefined) => file && run(async () => bring(await file.offer(), 'ask'));
  const takeHanded = useEffectEvent(take);
  useEffect(() => void takeHanded(handed), [handed]);
  const leave = (token: string) => {
    setQuestion(undefined);
    void forgetFile(token);
  };

  return (
    <>
      <FilePickButton label="导入活动" purpose="campaign" onFiles={([file]) => void take(file)} />
      {failure && (
        <Modal open title="没有导入" footer={null} onCancel={dismiss}>
          <FailureNotice failure={failure} />
        </Modal>
      )}
      {question && (
        <Modal
          open
          title={question.outcome === 'asks' ? '推荐活动里已经有这一个' : '推荐活动里已经有同名的一个'}
          onCancel={() => leave(question.token)}
          footer={
            <>
              <Button onClick={() => leave(question.token)}>取消</Button>
              {question.outcome === 'asks' && question.mayReplace && (
                <Button loading={busy} onClick={() => void bring(question.token, 'replace')}>
                  用文件里的替换
                </Button>
              )}
              <Button type="primary" loading={busy} onClick={() => void bring(question.token, 'keepBoth')}>
                两份都保留
              </Button>
            </>
          }
        >
          <Explanation question={question} />
        </Modal>
      )}
    </>
  );
}

function Explanation({ question }: { readonly question: Asked }) {
  if (question.outcome === 'sameTitle') {
    return (
      <>
        <p>文件里的活动也叫“{question.title}”，但不是同一个。</p>
        <p className="ui-muted">
          两份都保留时，选择活动的列表里分不清是哪一个；导入后请编辑其中一个，改个名称。
        </p>
      </>
    );
  }
  const { title, known, differences, mayReplace } = question;
  return (
    <>
      <p>
        文件里是“{title}”，已有的是“{known}”，标识相同，内容不同
        {differences.length > 0 ? `：${differences.join('、')}。` : '（只是文字不同）。'}
      </p>
      <p className="ui-muted">
        {mayReplace ? '替换后，原来的一份移到“已删除”文件夹。' : '已有的随程序提供，不能替换。'}
        两份都保留时，文件里的一份换一个标识，成为另一个活动
        {isSameName(title, known) && '；两个名称相同，请编辑其中一个，改个名称'}。
      </p>
    </>
  );
}
