import { Form, Input, type InputRef, Modal, Select } from 'antd';
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Campaign } from '../../shared/campaign/schema.ts';
import { isAssessed, kindWords } from '../../shared/campaign/words.ts';
import { authorityName } from '../../shared/standard/authority.ts';
import type { Standard } from '../../shared/standard/schema.ts';
import { CampaignSelect } from './CampaignSelect.tsx';
import { call } from './call/client.ts';
import { useAnswer, useCall } from './call/use-call.ts';
import { overLength } from './fields/length.tsx';
import { FailureNotice } from './FailureNotice.tsx';
import { useReturnFocus } from './use-return-focus.ts';

interface Library {
  readonly standards: readonly Standard[];
  readonly campaigns: readonly Campaign[];
  /** YYYY-MM-DD, where the host is. */
  readonly today: string;
}

/** What the dialog asks for. */
export interface Wanted {
  readonly name: string;
  readonly standardId: string;
  readonly campaignId: string;
}

interface Props {
  readonly title: string;
  /** What `name` is called, what is said where it is missing, and an example. */
  readonly name: { readonly label: string; readonly missing: string; readonly example: string };
  /** What is filled in at first. */
  readonly firstOf: (library: Library) => Partial<Wanted>;
  /** Those whose last day is over: offered with the others, or only where they are asked for. */
  readonly closed: 'offered' | 'behind';
  /** What the campaign decides. */
  readonly campaignHint?: (campaign: Campaign, standard: Standard) => string;
  /** Asked for besides, and kept by whoever asks. */
  readonly more?: ReactNode;
  /** What it is called by the campaign that is chosen, unless the user says otherwise. Absent: by no campaign. */
  readonly nameBy?: (campaign: Library['campaigns'][number]) => string;
  /** Asks the host for it. */
  readonly create: (wanted: Wanted) => Promise<{ id: string }>;
  readonly onClose: () => void;
  readonly onCreated: (id: string) => Promise<void>;
}

const FORM = 'new-by-standard';
const NAME_LENGTH = 100;
const FIELDS = ['name', 'standardId', 'campaignId'] as const;

function shortEnough(_: unknown, typed = ''): Promise<void> {
  const problem = overLength(String(typed).trim(), NAME_LENGTH);
  return problem === undefined ? Promise.resolve() : Promise.reject(new Error(problem));
}

async function listLibrary(): Promise<Library> {
  const [{ standards }, { campaigns }, { today }] = await Promise.all([
    call('listStandards', {}),
    call('listCampaigns', {}),
    call('hostInfo', {}),
  ]);
  return { standards, campaigns: campaigns.filter(isAssessed), today };
}

/** Begins something that is judged by a standard and a campaign: three fields, two of them filled in already. */
export function NewByStandard(props: Props) {
  useReturnFocus();
  const { title, name, firstOf, closed, campaignHint, more, nameBy, create, onClose, onCreated } = props;
  const [form] = Form.useForm<Wanted>();
  const { value: library, failure: unlisted } = useAnswer(listLibrary);
  const { busy, failure, run } = useCall();
  const [showClosed, setShowClosed] = useState(closed === 'offered');
  const nameInput = useRef<InputRef>(null);
  /** By the user: what is filled in here counts as touched as well. */
  const chosen = useRef(new Set<string>());
  const standardId = Form.useWatch('standardId', form);
  const standard = library?.standards.find(({ id }) => id === standardId);
  const campaignId = Form.useWatch('campaignId', form);
  const campaign = library?.campaigns.find(({ id }) => id === campaignId);

  // What was typed or chosen before the lists arrived stays.
  const fillIn = useEffectEvent((found: Library) => {
    const first = firstOf(found);
    const untouched = FIELDS.filter((field) => !chosen.current.has(field));
    form.setFieldsValue(Object.fromEntries(untouched.map((field) => [field, first[field]])));
  });
  useEffect(() => {
    if (library) fillIn(library);
  }, [library]);

  const begin = (wanted: Wanted) =>
    run(async () => {
      const { id } = await create(wanted);
      onClose();
      await onCreated(id);
    });

  return (
    <Modal
      open
      title={title}
      // The buttons stay in sight on a low screen.
      style={{ top: 24 }}
      styles={{ body: { maxHeight: 'calc(100vh - 180px)', overflowY: 'auto' } }}
      okText="建立并打开"
      confirmLoading={busy}
      // A submit button of the form, so that Enter in a field submits.
      okButtonProps={{ disabled: !library, htmlType: 'submit', form: FORM }}
      onCancel={onClose}
      // autoFocus on the field loses against the dialog, which focuses itself.
      afterOpenChange={() => nameInput.current?.focus({ cursor: 'end' })}
    >
      <FailureNotice failure={failure ?? unlisted} />
      <Form
        id={FORM}
        form={form}
        layout="vertical"
        requiredMark={false}
        onValuesChange={(changed: object) =>
          Object.keys(changed).forEach((field) => chosen.current.add(field))
        }
        onFinish={(wanted) => void begin(wanted)}
      >
        <Form.Item
          name="name"
          label={name.label}
          rules={[{ required: true, whitespace: true, message: name.missing }, { validator: shortEnough }]}
        >
          <Input ref={nameInput} placeholder={name.example} />
        </Form.Item>
        <Form.Item
          name="standardId"
          label="验收标准"
          extra={standard && `${authorityName(standard)}。${standard.statement}`}
          rules={[{ required: true }]}
        >
          <Select
            options={library?.standards.map(({ id, title: label, edition }) => ({
              value: id,
              label: `${label} ${edition}`,
            }))}
          />
        </Form.Item>
        <Form.Item
          name="campaignId"
          label={kindWords(campaign ?? { kind: 'recommendation' }).activity}
          extra={campaign && standard && campaignHint?.(campaign, standard)}
          rules={[{ required: true }]}
        >
          <CampaignSelect
            campaigns={library?.campaigns ?? []}
            today={library?.today ?? ''}
            {...{ showClosed, onShowClosed: setShowClosed }}
            onChange={(picked) => {
              const now = library?.campaigns.find(({ id }) => id === picked);
              if (now && nameBy && !chosen.current.has('name')) form.setFieldValue('name', nameBy(now));
            }}
          />
        </Form.Item>
        {more}
      </Form>
    </Modal>
  );
}
