import { Button, Checkbox, Select, Space } from 'antd';
import { useState } from 'react';
import { deadlineFor, deadlineWords } from '../../../shared/campaign/deadline.ts';
import type { Campaign } from '../../../shared/campaign/schema.ts';
import { noticeOf } from '../../../shared/registers/commend/check.ts';
import { isRanked, type TextRegister } from '../../../shared/registers/commend/summary.ts';
import { hiddenCardsWords } from '../../../shared/registers/commend/table.ts';
import { bodyBy, bodyName } from '../../../shared/registers/year/recommending.ts';
import { OTHER_BODY, type Year } from '../../../shared/registers/year/schema.ts';
import { sortedJson } from '../../../shared/values/sorted-json.ts';
import { useOpenYear, useYear } from '../../state/year-store.ts';
import { call } from '../../ui/call/client.ts';
import { useAnswer } from '../../ui/call/use-call.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Choice } from '../../ui/fields/Choice.tsx';
import { FieldScope } from '../../ui/fields/drafts.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { TextInput } from '../../ui/fields/TextInput.tsx';
import { MadeFileButton } from '../../ui/MadeFileButton.tsx';
import { HandInButton } from './HandInButton.tsx';
import { ListSayings } from './ListSayings.tsx';
import './commend.css';

/** By which notice is recommended, for whom, what is found of the list, and what is made of it. */
export function CommendHead({ name }: { readonly name: TextRegister }) {
  const { value } = useOpenYear();
  const notice = noticeOf(value, name);
  const [withContact, setWithContact] = useState(false);
  const { id } = value;
  const hidden = isRanked(name) ? hiddenCardsWords(value) : '';
  const of = isRanked(name) ? 'commendation' : 'experience';
  const make = (as: 'xlsx' | 'docx') => async () => {
    await useYear.getState().saved();
    return call('exportCommended', { id, as, contact: withContact });
  };
  return (
    <section className="commend-head" aria-label={isRanked(name) ? '推荐表扬' : '标兵材料报送'}>
      <FieldScope name="recommending">
        <div className="commend-fields">
          <Notice {...{ name, notice }} />
          {isRanked(name) && <Recommending year={value} notice={notice} />}
        </div>
      </FieldScope>
      {notice && <p className="ui-muted">{noticeWords(notice)}</p>}
      <Space wrap>
        {isRanked(name) && (
          <>
            <MadeFileButton make={make('xlsx')}>导出汇总表（.xlsx）</MadeFileButton>
            <MadeFileButton make={make('docx')}>导出汇总表（.docx）</MadeFileButton>
          </>
        )}
        <HandInButton {...{ of, withContact }} />
        {isRanked(name) && (
          <Checkbox checked={withContact} onChange={({ target }) => setWithContact(target.checked)}>
            汇总表含联系人、电话
          </Checkbox>
        )}
      </Space>
      {hidden !== '' && <p role="status">{hidden}</p>}
      <ListSayings name={name} />
    </section>
  );
}

/** How it is handed in, and until when, in the notice's words. */
function noticeWords(notice: Campaign): string {
  const deadline = deadlineFor('body', notice) ?? deadlineFor('unit', notice);
  const ways = notice.submissions.map(({ receiver, channels, copies }) => {
    const how = channels.map((each) => WAYS[each]).join('、');
    return `${how}${copies === undefined ? '' : `${copies}份`}报${receiver}`;
  });
  return [...(deadline ? [`期限：${deadlineWords(deadline)}`] : []), ...ways].join('；');
}

const WAYS = { platform: '督导平台', paper: '纸质', disc: '光盘', electronic: '电子' } as const;

const listNotices = async () => (await call('listCampaigns', {})).campaigns;

/** One of the library's, of which the year keeps a copy: what is changed there changes nothing here unasked. */
function Notice({ name, notice }: { readonly name: TextRegister; readonly notice: Campaign | undefined }) {
  const { value: campaigns = [], failure } = useAnswer(listNotices);
  const [kind, of] = isRanked(name)
    ? (['commendation', 'commendationNotice'] as const)
    : (['experience', 'experienceNotice'] as const);
  const offered = campaigns.filter((each) => each.kind === kind);
  const others = offered.filter(({ id }) => id !== notice?.id);
  const known = offered.find(({ id }) => id === notice?.id);
  const isChanged = notice && known && sortedJson(known) !== sortedJson(notice);
  const options = [
    ...(notice ? [{ value: notice.id, label: notice.title }] : []),
    ...others.map(({ id, title }) => ({ value: id, label: title })),
  ];
  const [lost, setLost] = useState('');
  const take = (chosen: Campaign | null) => {
    const { open } = useYear.getState();
    setLost(of === 'commendationNotice' && open ? lostWords(open.value, chosen) : '');
    void useYear.getState().edit({ kind: 'setNotice', of, notice: chosen });
  };
  const choose = (id: string | undefined) => {
    const chosen = others.find((each) => each.id === id);
    if (id === undefined || chosen) take(chosen ?? null);
  };
  return (
    <Field label="按哪个通知" wide>
      <Select
        allowClear
        aria-label="按哪个通知"
        placeholder="请选择，在“标准库”里可以新建"
        value={notice?.id}
        options={options}
        onChange={(id: string | undefined) => choose(id)}
      />
      <FailureNotice failure={failure} />
      {lost !== '' && <p role="status">{lost}</p>}
      {isChanged && (
        <p className="commend-newer" role="status">
          <span>推荐活动里的这个通知后来改过，这里还是原来的内容</span>
          <Button size="small" onClick={() => take(known)}>
            更新为最新内容
          </Button>
        </p>
      )}
    </Field>
  );
}

/** A kind of body that the other notice does not name has to be chosen anew. */
function lostWords(year: Year, notice: Campaign | null): string {
  const name = bodyName(year);
  if (name === undefined || notice === null || bodyBy(year, notice) !== '') return '';
  return `这个通知没有“${name}”，“推荐单位是哪一类”已清空，请重选。`;
}

function Recommending({ year, notice }: { readonly year: Year; readonly notice: Campaign | undefined }) {
  const { body = '', from = '', contact = '', phone = '' } = year.recommending ?? {};
  const set = (fields: Partial<NonNullable<Year['recommending']>>) =>
    useYear.getState().edit({ kind: 'setRecommending', fields });
  const kinds = (notice?.commendation?.bodies ?? []).map(({ code, name }) => ({ value: code, label: name }));
  const options = [...kinds, { value: OTHER_BODY, label: '其他' }];
  const shown = options.some(({ value }) => value === body) ? body : undefined;
  const field = (code: 'from' | 'contact' | 'phone', label: string, value: string, placeholder = '') => (
    <Field label={label}>
      <TextInput
        {...{ field: code, value, placeholder, maxLength: 100 }}
        aria-label={label}
        commit={(text) => set({ [code]: text })}
      />
    </Field>
  );
  return (
    <>
      <Field label="推荐单位是哪一类">
        <Choice
          label="推荐单位是哪一类"
          placeholder="请选择"
          value={shown}
          options={options}
          onChange={(code) => void set({ body: code })}
          onClear={() => void set({ body: '' })}
        />
      </Field>
      {field('from', '推荐单位', from, year.unit)}
      {field('contact', '联系人（可以不填）', contact)}
      {field('phone', '电话（可以不填）', phone)}
    </>
  );
}
