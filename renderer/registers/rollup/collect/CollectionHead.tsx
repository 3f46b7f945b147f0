import { Form } from 'antd';
import { useState } from 'react';
import { useOpenRollup, useRollup } from '../../../state/rollup-store.ts';
import { DateInput } from '../../../ui/fields/DateInput.tsx';
import { FieldScope, useUnsentLines } from '../../../ui/fields/drafts.tsx';
import { Field } from '../../../ui/fields/Field.tsx';
import { PointsInput } from '../../../ui/fields/PointsInput.tsx';
import { TextInput } from '../../../ui/fields/TextInput.tsx';
import { caseDayWords } from '../../../../shared/registers/rollup/collect/standing.ts';
import { showPoints } from '../../../../shared/values/points.ts';
import { readWhole } from '../../../../shared/values/typed-number.ts';
import { COLLECTION } from '../scopes.ts';
import './collect.css';

/** Offered, never filled in: the day of that notice was of its own year. */
const SOURCES = ['郑法政办〔2020〕9号 三（二）'] as const;
const MOST = 99;

/** What this year's notice says of the collection: the day, the number, the scale of the one mark. */
export function CollectionHead() {
  const { value } = useOpenRollup();
  const today = useRollup((state) => state.today);
  const { edit } = useRollup.getState();
  const { caseDay, caseSource, caseLeast, caseTop } = value;
  type Fields = Extract<Parameters<typeof edit>[0], { kind: 'setHead' }>['fields'];
  const set = (fields: Fields) => edit({ kind: 'setHead', fields });
  // Not closed under the hands of who fills it in.
  const [isNew] = useState(caseTop === undefined || caseDay === '');
  const isUnsent = useUnsentLines().includes(COLLECTION);
  const left = caseDayWords(caseDay, today);
  const words = [
    caseDay === '' ? '没有填截止日期' : `截止 ${caseDay}（${left || '不是日期'}）`,
    `开发区、区县（市）每个至少 ${caseLeast} 篇`,
    caseTop === undefined ? '没有填满分，还不能评分' : `满分 ${showPoints(caseTop)} 分`,
  ];
  return (
    <details className="collect-head" open={isNew || isUnsent}>
      <summary>征集要求：{words.join('；')}</summary>
      <FieldScope name={COLLECTION}>
        <Form component="div" layout="vertical" className="collect-fields">
          <DateInput
            id="collect-day"
            label="截止日期"
            value={caseDay}
            commit={(day) => set({ caseDay: day })}
          />
          <Field label="依据（文件和条款）">
            <TextInput
              aria-label="征集依据"
              size="small"
              maxLength={300}
              value={caseSource}
              suggestions={SOURCES}
              commit={(text) => set({ caseSource: text })}
            />
          </Field>
          <Field label="每个单位至少（篇）">
            <TextInput
              aria-label="每个单位至少几篇"
              size="small"
              value={String(caseLeast)}
              problemOf={(text) => {
                const read = readWhole(text, { units: ['篇'], most: MOST });
                return 'problem' in read ? `${read.problem}，没有保存` : undefined;
              }}
              commit={async (text) => {
                const read = readWhole(text, { units: ['篇'], most: MOST });
                return 'value' in read && set({ caseLeast: read.value });
              }}
            />
          </Field>
          <Field label="满分">
            <PointsInput
              label="满分"
              mayBeEmpty
              value={caseTop}
              refuse={(top) => {
                const over = value.cases.filter(({ mark = 0 }) => mark > top).length;
                return over === 0 ? undefined : `有 ${over} 篇案例的得分比它高，先改得分再改满分`;
              }}
              onChange={(top) => void set({ caseTop: top ?? null })}
            />
          </Field>
        </Form>
      </FieldScope>
      <p className="ui-muted">
        “至少 2 篇”和“根据得分择优”是郑法政办〔2020〕9号 三（二）、三（三）的，那一年的截止日是
        2020-11-06；今年的日期和篇数以今年的通知为准。满分由办公室定，文件没有写评分标准。
      </p>
    </details>
  );
}
