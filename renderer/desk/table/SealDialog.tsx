import { useCall } from '../../ui/call/use-call.ts';
import { Alert, Button, Form, Input, type InputRef, Modal } from 'antd';
import { useRef, useState } from 'react';
import type { Candidate } from '../../../shared/review/candidate.ts';
import { call } from '../../ui/call/client.ts';
import { FieldNote } from '../../ui/fields/length.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { nameOf } from './candidate-words.ts';
import './table.css';

interface Props {
  readonly deskId: string;
  readonly candidate: Candidate;
  readonly onClose: () => void;
}

/** The code of the package that came in, and the one on the stamped 封签单 as it is typed in. */
export function SealDialog({ deskId, candidate, onClose }: Props) {
  useReturnFocus();
  const { key, sealCode, fileName, revision } = candidate;
  const field = useRef<InputRef>(null);
  const [typed, setTyped] = useState('');
  const [equal, setEqual] = useState<boolean>();
  const { failure, run } = useCall();
  const [asked, setAsked] = useState(false);
  const isMissing = asked && typed.trim() === '';
  const compare = async () => {
    setAsked(true);
    if (typed.trim() === '') return;
    const answer = await run(() => call('compareSeal', { deskId, key, typed }));
    if (answer) setEqual(answer.equal);
  };
  return (
    <Modal
      open
      title="封签码核对"
      footer={<Button onClick={onClose}>关闭</Button>}
      onCancel={onClose}
      afterOpenChange={() => field.current?.focus()}
    >
      <div>
        {nameOf(candidate)}，第 {revision} 版 <span className="ui-muted">（{fileName}）</span>
      </div>
      <div className="table-seal-large" aria-label="收到的推荐包的封签码">
        {sealCode}
      </div>
      <Form layout="vertical" onFinish={() => void compare()}>
        <Form.Item
          label="盖章的封签单上的封签码"
          htmlFor="seal-typed"
          extra="不分大小写，横线和空格可以不输。"
        >
          <Input
            ref={field}
            id="seal-typed"
            className="table-seal-typed"
            autoComplete="off"
            value={typed}
            onChange={({ target }) => {
              setTyped(target.value);
              setEqual(undefined);
            }}
            suffix={
              <Button type="primary" htmlType="submit">
                核对
              </Button>
            }
          />
        </Form.Item>
        <FieldNote problem={isMissing ? '请先输入封签单上的封签码' : undefined} />
      </Form>
      <div aria-live="assertive">
        {equal === true && (
          <Alert type="success" showIcon title="一致" description="收到的就是封签单所指的那一份。" />
        )}
        {equal === false && (
          <Alert
            type="error"
            showIcon
            title="不一致"
            description="先检查是否输错；没有输错，收到的就不是封签单所指的那一份，请与报送单位核实。"
          />
        )}
      </div>
      <FailureNotice failure={failure} />
    </Modal>
  );
}
