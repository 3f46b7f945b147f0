import { Button, Card, Form } from 'antd';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { confirmationOf, publicityOf } from '../../../../shared/review/edits.ts';
import type { Confirmation, Publicity } from '../../../../shared/review/schema.ts';
import { DateInput } from '../../../ui/fields/DateInput.tsx';
import { LONG_TEXT } from '../../../../shared/values/long-text.ts';
import { FieldScope, useLineWords } from '../../../ui/fields/drafts.tsx';
import { flushTypedText } from '../../../ui/fields/typed-text.ts';
import { TextInput } from '../../../ui/fields/TextInput.tsx';
import { useOpenCandidate } from '../../../state/review-derived.ts';
import { useReview } from '../../../state/review-store.ts';
import { removed, replaced } from './change-visit.ts';
import { ListPart } from './ListPart.tsx';
import './beyond.css';

/** Changes what is there at this moment. */
function changePublicity(update: (publicity: Publicity) => Partial<Publicity>): Promise<boolean> {
  const { open, edit } = useReview.getState();
  if (!open) return Promise.resolve(false);
  return edit({ kind: 'setPublicity', publicity: update(publicityOf(open.value)) });
}

function changeConfirmation(confirmation: Partial<Confirmation>): Promise<boolean> {
  return useReview.getState().edit({ kind: 'setConfirmation', confirmation });
}

/** 公示 with its objections, and 确认. */
export function PublicityPart() {
  const { review } = useOpenCandidate();
  const { from, to, objections } = publicityOf(review);
  const { document, date } = confirmationOf(review);
  return (
    <div className="ui-page">
      <Card size="small" title="公示">
        <Form component="div" layout="vertical" className="ui-form-grid">
          <DateInput
            id="publicity-from"
            label="公示开始"
            value={from}
            commit={(day) => changePublicity(() => ({ from: day }))}
          />
          <DateInput
            id="publicity-to"
            label="公示结束"
            value={to}
            commit={(day) => changePublicity(() => ({ to: day }))}
          />
        </Form>
        {from !== '' && to !== '' && to < from && (
          <p className="ui-field-problem" role="alert">
            公示结束早于开始，请核对
          </p>
        )}
        <Objections objections={objections} />
      </Card>
      <Card size="small" title="确认">
        <Form component="div" layout="vertical" className="ui-form-grid">
          <Form.Item label="确认文号" htmlFor="confirmation-document">
            <TextInput
              id="confirmation-document"
              value={document}
              maxLength={100}
              commit={(text) => changeConfirmation({ document: text.trim() })}
            />
          </Form.Item>
          <DateInput
            id="confirmation-date"
            label="确认日期"
            value={date}
            commit={(day) => changeConfirmation({ date: day })}
          />
        </Form>
      </Card>
    </div>
  );
}

function Objections({ objections }: Pick<Publicity, 'objections'>) {
  const words = useLineWords('objections');
  return (
    <ListPart
      name="异议"
      title={`异议 ${objections.length} 件`}
      adding={
        <Button
          size="small"
          icon={<PlusOutlined aria-hidden />}
          onClick={() =>
            void changePublicity((now) => ({
              objections: [...now.objections, { date: '', content: '', outcome: '' }],
            }))
          }
        >
          添加异议
        </Button>
      }
    >
      <ul>
        {objections.map((objection, index) => (
          <li key={index} className="beyond-objection">
            <FieldScope name={words.line(index)}>
              <Objection number={index + 1} objection={objection} />
            </FieldScope>
            <Button
              icon={<DeleteOutlined aria-hidden />}
              aria-label={`移除第 ${index + 1} 件异议`}
              onClick={() => {
                flushTypedText();
                words.removed(index);
                void changePublicity((now) => ({ objections: removed(now.objections, index) }));
              }}
            />
          </li>
        ))}
      </ul>
    </ListPart>
  );
}

interface ObjectionProps {
  readonly number: number;
  readonly objection: Publicity['objections'][number];
}

function Objection({ number, objection: { date, content, outcome } }: ObjectionProps) {
  const change = (update: Partial<Publicity['objections'][number]>): Promise<boolean> =>
    changePublicity((now) => ({ objections: replaced(now.objections, number - 1, update) }));
  return (
    <Form component="div" layout="vertical" className="ui-form-grid">
      <DateInput
        field="date"
        id={`objection-date-${number}`}
        label={`第 ${number} 件异议收到日期`}
        value={date}
        commit={(day) => change({ date: day })}
      />
      <span />
      <Form.Item label="异议内容" htmlFor={`objection-content-${number}`}>
        <TextInput
          lines={{ min: 2, max: 12 }}
          maxLength={LONG_TEXT}
          id={`objection-content-${number}`}
          field="content"
          value={content}
          commit={(text) => change({ content: text })}
        />
      </Form.Item>
      <Form.Item label="处理结果" htmlFor={`objection-outcome-${number}`}>
        <TextInput
          lines={{ min: 2, max: 12 }}
          maxLength={LONG_TEXT}
          id={`objection-outcome-${number}`}
          field="outcome"
          value={outcome}
          commit={(text) => change({ outcome: text })}
        />
      </Form.Item>
    </Form>
  );
}
