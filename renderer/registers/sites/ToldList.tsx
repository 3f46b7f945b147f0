import { Button, Checkbox, Select, Space } from 'antd';
import { useState } from 'react';
import type { Entry } from '../../../shared/registers/entry.ts';
import { registerOf } from '../../../shared/registers/kinds.ts';
import {
  levelWords,
  noticeTitle,
  tickFields,
  toldIn,
  type ToldLine,
  toldWords,
} from '../../../shared/registers/sites/told.ts';
import { toldCode } from '../../../shared/registers/sites/told-codes.ts';
import { filledEntries } from '../../../shared/registers/year/entries.ts';
import { columnsIn } from '../../../shared/registers/year/columns.ts';
import { shownName } from '../../../shared/registers/sites/units.ts';
import { useOpenYear, useYear } from '../../state/year-store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { DateInput } from '../../ui/fields/DateInput.tsx';
import { FieldScope } from '../../ui/fields/drafts.tsx';
import { TextInput } from '../../ui/fields/TextInput.tsx';
import { usePaper } from '../../ui/printing.ts';
import { EntryField } from '../EntryPane.tsx';
import { ToldPaper } from './ToldPaper.tsx';
import './sites.css';

/** 传达情况: to which 示范点 a notice was passed on, on which day and by which way. */
export function ToldList() {
  const { value } = useOpenYear();
  const today = useYear((state) => state.today);
  const notices = filledEntries(value, 'notices');
  const [wanted, setWanted] = useState<string>();
  usePaper(() => <ToldPaper year={value} today={today} />);
  const notice = notices.find(({ id }) => id === wanted) ?? notices.at(-1);
  if (!notice) return <EmptyState text="还没有登记通知。请在“登记”里新增一份，再勾选传达到了哪些示范点。" />;
  return (
    <div className="sites-told">
      <Select
        aria-label="哪一份通知"
        className="sites-notice"
        value={notice.id}
        options={notices.map((each) => ({ value: each.id, label: shownName(noticeTitle(each)) }))}
        onChange={setWanted}
      />
      <TickTable key={notice.id} notice={notice} />
    </div>
  );
}

const say = (notice: Entry, fields: Entry['fields']) =>
  useYear.getState().edit({ kind: 'setEntry', register: 'notices', id: notice.id, fields });

function TickTable({ notice }: { readonly notice: Entry }) {
  const { value } = useOpenYear();
  const today = useYear((state) => state.today);
  const told = toldIn(value, notice, today);
  const { lines } = told;
  const tick = (of: readonly ToldLine[], day: string) => {
    const fields = tickFields(of, day);
    if (Object.keys(fields).length > 0) void say(notice, fields);
  };
  const asked = lines.filter(({ is }) => is === 'asked');
  const guidance = columnsIn(value, 'notices').filter(
    ({ code }) => code === 'guidance' || code === 'guidedOn',
  );
  return (
    <>
      <Space wrap>
        <strong role="status">{toldWords(told)}</strong>
        <Button disabled={told.told === told.asked} onClick={() => tick(asked, today)}>
          全部已传达（今天）
        </Button>
        <Button disabled={asked.every(({ day }) => day === '')} onClick={() => tick(asked, '')}>
          全部取消
        </Button>
        <span className="ui-muted">
          点错了可以撤销。培育对象还不是示范点，不算在内；没有填级别或者级别不是示范点、标兵的也不算。都可以勾选。
        </span>
      </Space>
      {lines.length === 0 ? (
        <EmptyState text="示范点名录是空的，请先登记示范点。" />
      ) : (
        <FieldScope name={notice.id}>
          <table className="registers-months sites-ticks" aria-label="传达情况">
            <thead>
              <tr>
                <th>单位名称</th>
                <th>级别</th>
                <th>已传达</th>
                <th>传达日期</th>
                <th>传达方式（可以不填）</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <TickRow key={line.id} {...{ notice, line }} onTick={(day) => tick([line], day)} />
              ))}
            </tbody>
          </table>
        </FieldScope>
      )}
      {guidance.length > 0 && (
        <FieldScope name={notice.id}>
          <section className="sites-guidance" aria-label={registerOf('notices').label}>
            {guidance.map((column) => (
              <EntryField key={column.code} {...{ name: 'notices', entry: notice, column }} />
            ))}
          </section>
        </FieldScope>
      )}
    </>
  );
}

function TickRow({
  notice,
  line,
  onTick,
}: {
  readonly notice: Entry;
  readonly line: ToldLine;
  readonly onTick: (day: string) => void;
}) {
  const today = useYear((state) => state.today);
  const { id, day, way, problem } = line;
  const name = shownName(line.name + line.apart);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{levelWords(line) || '—'}</td>
      <td>
        <Checkbox
          aria-label={`已传达到${name}`}
          checked={day !== ''}
          onChange={({ target }) => onTick(target.checked ? today : '')}
        />
      </td>
      <td>
        {day !== '' && (
          <DateInput
            id={`${notice.id}-${id}`}
            field={toldCode('told', id)}
            name={`${name}的传达日期`}
            value={day}
            commit={(next) =>
              next === '' ? Promise.resolve(false) : say(notice, { [toldCode('told', id)]: next })
            }
          />
        )}
        {problem !== '' && <div className="registers-soon">{problem}</div>}
      </td>
      <td>
        {day !== '' && (
          <TextInput
            field={toldCode('way', id)}
            aria-label={`${name}的传达方式`}
            size="small"
            maxLength={100}
            value={way}
            commit={(next) => say(notice, { [toldCode('way', id)]: next.trim() })}
          />
        )}
      </td>
    </tr>
  );
}
