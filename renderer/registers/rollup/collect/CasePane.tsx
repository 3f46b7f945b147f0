import { CloseOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, Form, Select } from 'antd';
import { useMemo, useState } from 'react';
import { checkCase } from '../../../../shared/registers/cases/check.ts';
import { findingsWords } from '../../../../shared/registers/cases/finding.ts';
import { MOST } from '../../../../shared/registers/cases/checks/length.ts';
import type { RankedCase } from '../../../../shared/registers/rollup/collect/ranking.ts';
import { type KeptCaseFile, LONGEST_TITLE } from '../../../../shared/registers/rollup/collect/schema.ts';
import { useOpenRollup, useRollup } from '../../../state/rollup-store.ts';
import { DateInput } from '../../../ui/fields/DateInput.tsx';
import { FieldScope, useRemoveLine } from '../../../ui/fields/drafts.tsx';
import { Field } from '../../../ui/fields/Field.tsx';
import { TextInput } from '../../../ui/fields/TextInput.tsx';
import { showBytes } from '../../../ui/show.ts';
import { CaseFindings } from '../../cases/CaseFindings.tsx';
import { errorsFirst } from '../../cases/finding-words.ts';
import { selectPlace } from '../../cases/select-place.ts';
import { fieldId } from '../../cases/typed.ts';
import { CaseFilePreview } from './CaseFilePreview.tsx';
import { unitChoices } from './unit-choices.ts';
import '../../entry-pane.css';
import './collect.css';

/** All that is known of one case: what the office says of it, what came with it, what was found in its text. */
export function CasePane({ line }: { readonly line: RankedCase }) {
  const { value } = useOpenRollup();
  const { edit, chooseCase } = useRollup.getState();
  const [shown, setShown] = useState<KeptCaseFile>();
  const removeLine = useRemoveLine();
  const { id, unit, title, day, reason, remark, file, text } = line.case;
  type Fields = Extract<Parameters<typeof edit>[0], { kind: 'setCase' }>['fields'];
  const set = (fields: Fields) => edit({ kind: 'setCase', id, fields });
  return (
    <aside className="registers-pane collect-pane" aria-label={`案例：${title}`}>
      <header>
        <Button type="link" className="ui-link-left" onClick={() => setShown(file)}>
          {file.fileName}
        </Button>
        <span className="ui-muted">{showBytes(file.bytes)}</span>
        <Button
          size="small"
          icon={<CloseOutlined aria-hidden />}
          aria-label="关闭"
          onClick={() => chooseCase(undefined)}
        />
      </header>
      <FieldScope name={id}>
        <Form component="div" layout="vertical" className="registers-form">
          <Field label="标题" wide>
            <TextInput
              aria-label="标题"
              maxLength={LONGEST_TITLE}
              value={title}
              commit={(next) => set({ title: next })}
            />
          </Field>
          <Field label="单位">
            <Select
              aria-label="单位"
              showSearch={{ optionFilterProp: 'label' }}
              value={unit}
              options={unitChoices(value)}
              onChange={(next: string) => void set({ unit: next })}
            />
          </Field>
          <DateInput
            id={`${id}-day`}
            field="day"
            label="收到日期"
            value={day}
            commit={(next) => set({ day: next })}
          />
          {(line.isPassedOver || reason !== '') && (
            <Field label="得分更高而没有入选的理由" wide>
              <TextInput
                aria-label="没有入选的理由"
                maxLength={2000}
                lines={{ min: 2, max: 6 }}
                needed={line.isPassedOver && '请写明理由'}
                value={reason}
                commit={(next) => set({ reason: next })}
              />
            </Field>
          )}
          <Field label="备注（可以不填）" wide>
            <TextInput
              aria-label="备注"
              maxLength={2000}
              lines={{ min: 1, max: 6 }}
              value={remark}
              commit={(next) => set({ remark: next })}
            />
          </Field>
        </Form>
      </FieldScope>
      <Attachments of={id} onShow={setShown} />
      {text === undefined ? (
        <p className="registers-soon">这种格式（.wps、.doc）读不出文字，字数和写法没有检查，请打开原件看。</p>
      ) : (
        <Findings id={id} text={text} />
      )}
      <div>
        <Button
          danger
          icon={<DeleteOutlined aria-hidden />}
          onClick={() => {
            chooseCase(undefined);
            void removeLine(id, edit({ kind: 'removeCase', id }));
          }}
        >
          移除这一篇
        </Button>
      </div>
      {shown && <CaseFilePreview file={shown} onClose={() => setShown(undefined)} />}
    </aside>
  );
}

function Attachments({ of, onShow }: { readonly of: string; readonly onShow: (file: KeptCaseFile) => void }) {
  const { value } = useOpenRollup();
  const { edit } = useRollup.getState();
  const own = value.attachments.filter((each) => each.case === of);
  if (own.length === 0)
    return <p className="ui-muted">没有附件。收下的 PPT、视频在“附件与光盘”里选归哪一篇。</p>;
  return (
    <section className="registers-files" aria-label="附件">
      <strong>附件</strong>
      <ul>
        {own.map(({ id, file }) => (
          <li key={id}>
            <Button type="link" className="ui-link-left" onClick={() => onShow(file)}>
              {file.fileName}
            </Button>
            <span className="ui-muted">{showBytes(file.bytes)}</span>
            <Button
              size="small"
              aria-label={`${file.fileName} 不归这一篇`}
              onClick={() => void edit({ kind: 'setAttachment', id, fields: { case: '' } })}
            >
              不归这一篇
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The text as it was read; a finding selects its place in it. */
function Findings({ id, text }: { readonly id: string; readonly text: string }) {
  const { words, bare, findings } = useMemo(() => checkCase(text), [text]);
  return (
    <section aria-label="检查">
      <p className="collect-count">
        <strong className={words > MOST ? 'registers-late' : undefined}>
          字数 {words}/{MOST}
          {words > MOST && `，超出 ${words - MOST} 字`}
        </strong>
        <span className="ui-muted">　不计空格字符数 {bare}　</span>
        <span role="status">{findingsWords(findings)}</span>
      </p>
      <CaseFindings findings={errorsFirst(findings)} onSelect={({ at }) => selectPlace({ id }, 'text', at)} />
      <textarea
        readOnly
        id={fieldId({ id }, 'text')}
        className="collect-text"
        aria-label="案例全文（原件读出的文字）"
        value={text}
      />
      <p className="ui-muted">检查的只是正文：原件的页眉、页脚、批注、图片请打开看。</p>
    </section>
  );
}
