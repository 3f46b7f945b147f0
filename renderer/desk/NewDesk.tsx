import { Form, Input, type InputRef, Modal, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Campaign } from '../../shared/campaign/schema.ts';
import type { CallInput } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/values/errors.ts';
import { AUTHORITY_LABELS, type Standard } from '../../shared/standard/schema.ts';
import { call, failureOf } from '../ui/call/client.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';

interface Props {
  readonly onClose: () => void;
  readonly onCreated: (id: string) => Promise<void>;
}

const FORM = 'new-desk';

/** Packages are judged by the campaign and the standard chosen here, whatever they bring themselves. */
export function NewDesk({ onClose, onCreated }: Props) {
  const [form] = Form.useForm<CallInput<'createDesk'>>();
  const [library, setLibrary] = useState<{ standards: Standard[]; campaigns: Campaign[] }>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const titleInput = useRef<InputRef>(null);
  const standardId = Form.useWatch('standardId', form);
  const standard = library?.standards.find(({ id }) => id === standardId);

  useEffect(() => {
    Promise.all([call('listStandards', {}), call('listCampaigns', {})])
      .then(([{ standards }, { campaigns }]) => {
        setLibrary({ standards, campaigns });
        const campaign = campaigns.find(({ kind }) => kind === 'recommendation') ?? campaigns[0];
        form.setFieldsValue({
          title: campaign?.shortTitle,
          standardId: standards[0]?.id,
          campaignId: campaign?.id,
        });
      })
      .catch((error: unknown) => setFailure(failureOf(error)));
  }, [form]);

  const create = async (values: CallInput<'createDesk'>) => {
    setBusy(true);
    setFailure(undefined);
    try {
      const { id } = await call('createDesk', values);
      onClose();
      await onCreated(id);
    } catch (error) {
      setFailure(failureOf(error));
      setBusy(false);
    }
  };

  return (
    <Modal
      open
      title="新建核验台"
      okText="建立并打开"
      cancelText="取消"
      confirmLoading={busy}
      okButtonProps={{ disabled: !library, htmlType: 'submit', form: FORM }}
      onCancel={onClose}
      afterOpenChange={() => titleInput.current?.focus({ cursor: 'end' })}
    >
      {failure && <FailureNotice failure={failure} />}
      <Form
        id={FORM}
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => void create(values)}
      >
        <Form.Item
          name="title"
          label="名称"
          rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
        >
          <Input ref={titleInput} maxLength={100} placeholder="如：第二批省标兵推荐" />
        </Form.Item>
        <Form.Item
          name="campaignId"
          label="推荐活动"
          extra="期限、名额和达标线按这里选的活动判断。"
          rules={[{ required: true }]}
        >
          <Select options={library?.campaigns.map(({ id, title }) => ({ value: id, label: title }))} />
        </Form.Item>
        <Form.Item
          name="standardId"
          label="验收标准"
          extra={standard && `${AUTHORITY_LABELS[standard.authority]}。${standard.statement}`}
          rules={[{ required: true }]}
        >
          <Select
            options={library?.standards.map(({ id, title, edition }) => ({
              value: id,
              label: `${title} ${edition}`,
            }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
