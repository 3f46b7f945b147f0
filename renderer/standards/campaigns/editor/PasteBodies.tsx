import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { bodyLines } from '../../../../shared/campaign/draft/body-lines.ts';
import { MOST_LINES } from '../../../../shared/campaign/draft/schema.ts';
import { useCampaignDraft } from '../../../state/campaign-store.ts';
import { addRow, useDraft } from './use-draft.ts';

/** 推荐单位 from a list as it stands in a notice or a table: one in each line, its own number behind it. */
export function PasteBodies() {
  const { message } = App.useApp();
  const { bodies } = useDraft();
  const [text, setText] = useState<string>();
  const lines = bodyLines(
    text ?? '',
    bodies.map(({ name }) => name),
  );
  const tooMany = bodies.length + lines.length - MOST_LINES;
  const close = () => setText(undefined);
  const add = () => {
    for (const line of lines) {
      const { open } = useCampaignDraft.getState();
      if (open) addRow('bodies', open.value, line);
    }
    message.success(`已添加 ${lines.length} 个推荐单位`);
    close();
  };
  return (
    <>
      <Button size="small" onClick={() => setText('')}>
        粘贴名单…
      </Button>
      <Modal
        open={text !== undefined}
        title="粘贴推荐单位名单"
        okText={`添加 ${lines.length} 个`}
        okButtonProps={{ disabled: lines.length === 0 || tooMany > 0 }}
        onOk={add}
        onCancel={close}
      >
        <p className="ui-muted">
          每行一个；有自己名额的，写在后面，如：郑州市
          3。序号、表头和合计会略去，已有的不重复添加；请核对下面读出的名单。
        </p>
        <Input.TextArea
          autoFocus
          aria-label="推荐单位名单"
          rows={10}
          value={text ?? ''}
          onChange={({ target }) => setText(target.value)}
        />
        {lines.length > 0 && (
          <p aria-live="polite">
            将添加：{lines.map(({ name, count }) => (count === '' ? name : `${name}（${count}）`)).join('、')}
          </p>
        )}
        {tooMany > 0 && (
          <p className="ui-field-problem">
            最多 {MOST_LINES} 个，多了 {tooMany} 个
          </p>
        )}
      </Modal>
    </>
  );
}
