import { Button, Form } from 'antd';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useRef } from 'react';
import { COUNTED_YEARS, EMPTY_PROFILE, type Profile } from '../../../shared/assessment/profile.ts';
import { countedYears, USUAL_COUNTS, usualYear } from '../../../shared/papers/counts.ts';
import { useAssessment } from '../../state/assessment-store.ts';
import { useOpen } from '../../state/derived.ts';
import { FieldScope } from '../../ui/fields/drafts.tsx';
import { TextInput } from '../../ui/fields/TextInput.tsx';
import { changeProfile, profileNow } from './change-profile.ts';
import { WholeInput } from './WholeInput.tsx';

type Row = Profile['counts'][number];

const MOST_ROWS = 30;
const LABEL = 50;

const emptyRow = (label: string): Row => ({
  label,
  values: Array.from({ length: COUNTED_YEARS }, () => null),
});

const setRow = (at: number, change: (row: Row) => Row): Promise<boolean> =>
  changeProfile({ counts: profileNow().counts.map((row, index) => (index === at ? change(row) : row)) });

/** 近三年数据: what is counted, and its numbers of three years. The rows offered at first are ours. */
export function CountsTable() {
  const { unit } = useOpen().assessment;
  const today = useAssessment((state) => state.today);
  const table = useRef<HTMLDivElement>(null);
  const { counts, countsUntil } = unit.profile ?? EMPTY_PROFILE;
  const years = countedYears({ countsUntil }, today);
  const add = async () => {
    await changeProfile({ counts: [...profileNow().counts, emptyRow(`项目${counts.length + 1}`)] });
    table.current?.querySelector<HTMLInputElement>('tbody tr:last-child input')?.focus();
  };
  return (
    <div className="ui-wide papers-counts" ref={table}>
      <div className="papers-counts-head">
        <strong>近三年数据</strong>
        <Form.Item label="最后一年" htmlFor="profile-countsUntil" layout="horizontal">
          <WholeInput
            id="profile-countsUntil"
            value={countsUntil}
            unit="年"
            least={2000}
            most={2100}
            placeholder={String(usualYear(today))}
            commit={(value) => changeProfile({ countsUntil: value })}
          />
        </Form.Item>
      </div>
      {counts.length === 0 ? (
        <p className="ui-muted">还没有项目。可以先放入常用项目（本软件自拟，可改可删），再填数字。</p>
      ) : (
        <table className="papers-counts-table">
          <thead>
            <tr>
              <th scope="col">项目</th>
              {years.map((year) => (
                <th key={year} scope="col">
                  {year}年
                </th>
              ))}
              <th scope="col" aria-label="移除" />
            </tr>
          </thead>
          <tbody>
            {counts.map((row, at) => (
              <CountRow key={at} row={row} at={at} years={years} />
            ))}
          </tbody>
        </table>
      )}
      <div className="papers-buttons">
        {counts.length === 0 && (
          <Button size="small" onClick={() => void changeProfile({ counts: USUAL_COUNTS.map(emptyRow) })}>
            放入常用项目
          </Button>
        )}
        <Button
          size="small"
          icon={<PlusOutlined aria-hidden />}
          disabled={counts.length >= MOST_ROWS}
          onClick={() => void add()}
        >
          加一项
        </Button>
      </div>
    </div>
  );
}

interface RowProps {
  readonly row: Row;
  readonly at: number;
  readonly years: readonly number[];
}

function CountRow({ row, at, years }: RowProps) {
  const remove = () => void changeProfile({ counts: profileNow().counts.filter((_, index) => index !== at) });
  return (
    <FieldScope name={`profile-count-${at}`}>
      <tr>
        <td>
          <TextInput
            aria-label={`第 ${at + 1} 项的名称`}
            size="small"
            value={row.label}
            maxLength={LABEL}
            problemOf={(text) =>
              text.trim() === '' ? '不能为空，没有保存；不要这一项的，请移除' : undefined
            }
            commit={(label) => setRow(at, (each) => ({ ...each, label: label.trim() }))}
          />
        </td>
        {years.map((year, index) => (
          <td key={index}>
            <WholeInput
              aria-label={`${row.label}，${year}年`}
              size="small"
              value={row.values[index]}
              unit=""
              most={Number.MAX_SAFE_INTEGER}
              commit={(value) =>
                setRow(at, (each) => ({
                  ...each,
                  values: each.values.map((old, which) => (which === index ? value : old)),
                }))
              }
            />
          </td>
        ))}
        <td>
          <Button
            type="text"
            size="small"
            aria-label={`移除：${row.label}`}
            icon={<DeleteOutlined aria-hidden />}
            onClick={remove}
          />
        </td>
      </tr>
    </FieldScope>
  );
}
