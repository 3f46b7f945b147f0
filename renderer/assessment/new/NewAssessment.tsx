import { Form, Input, type InputRef, Modal, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Campaign } from '../../../shared/campaign/schema.ts';
import type { CallInput } from '../../../shared/contract/contract.ts';
import type { Failure } from '../../../shared/values/errors.ts';
import { AUTHORITY_LABELS, type Standard } from '../../../shared/standard/schema.ts';
import { call, failureOf } from '../../ui/call/client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';

interface Props {
  onClose: () => void;
  onCreated: (id: string) => Promise<void>;
  /** The standard chosen at first; the first of the library where absent. */
  standardId?: string;
}

const FORM = 'new-assessment';

/** Three fields, two of them filled in already. */
export function NewAssessment({ onClose, onCreated, standardId: wanted }: Props) {
  const [form] = Form.useForm<CallInput<'createAssessment'>>();
  const [library, setLibrary] = useState<{ standards: Standard[]; campaigns: Campaign[] }>();
  const [failure, setFailure] = useState<Failure>();
  const nameInput = useRef<InputRef>(null);
  const [busy, setBusy] = useState(false);
  const standardId = Form.useWatch('standardId', form);
  const standard = library?.standards.find(({ id }) => id === standardId);

  useEffect(() => {
    Promise.all([call('listStandards', {}), call('listCampaigns', {})])
      .then(([{ standards }, { campaigns }]) => {
        setLibrary({ standards, campaigns });
        form.setFieldsValue({ standardId: wanted ?? standards[0]?.id, campaignId: campaigns[0]?.id });
      })
      .catch((error: unknown) => setFailure(failureOf(error)));
  }, [form, wanted]);

  const create = async (values: CallInput<'createAssessment'>) => {
    setBusy(true);
    setFailure(undefined);
    try {
      const { id } = await call('createAssessment', values);
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
      title="新建自评"
      okText="建立并打开"
      cancelText="取消"
      confirmLoading={busy}
      // A submit button of the form, so that Enter in a field submits.
      okButtonProps={{ disabled: !library, htmlType: 'submit', form: FORM }}
      onCancel={onClose}
      // autoFocus on the field loses against the dialog, which focuses itself.
      afterOpenChange={() => nameInput.current?.focus()}
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
          name="unitName"
          label="单位名称"
          rules={[{ required: true, whitespace: true, message: '请填写单位名称' }]}
        >
          <Input ref={nameInput} maxLength={100} placeholder="单位全称" />
        </Form.Item>
        <Form.Item
          name="standardId"
          label="验收标准"
          extra={standard && `${AUTHORITY_LABELS[standard.authority]}。${standard.statement}`}
          rules={[{ required: true }]}
        >
          <Select
            options={library?.standards.map((standard) => ({
              value: standard.id,
              label: `${standard.title} ${standard.edition}`,
            }))}
          />
        </Form.Item>
        <Form.Item name="campaignId" label="推荐活动" rules={[{ required: true }]}>
          <Select options={library?.campaigns.map(({ id, title }) => ({ value: id, label: title }))} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
