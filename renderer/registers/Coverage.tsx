import { InputNumber, Space } from 'antd';
import {
  COVERAGE_SOURCE,
  COVERAGE_YEARS,
  type Coverage as Covered,
  coverageIn,
  coverageNotes,
  talkWords,
} from '../../shared/registers/coverage.ts';
import { labelIn } from '../../shared/registers/year/columns.ts';
import { useOpenYear, useYear } from '../state/year-store.ts';
import { call } from '../ui/call/client.ts';
import { useAnswer } from '../ui/call/use-call.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { PrintHead } from '../ui/Printed.tsx';
import { usePaper } from '../ui/printing.ts';
import { useCallback } from 'react';

/** 覆盖: which places were reached by 微宣讲 in which of the years, and who is left. */
export function Coverage() {
  const { value } = useOpenYear();
  const { id } = value;
  const { value: others, failure, retry } = useAnswer(useCallback(() => call('otherTalks', { id }), [id]));
  const today = useYear((state) => state.today);
  const covered = coverageIn(value, others?.talks ?? [], today);
  usePaper(() => (
    <div className="ui-paper">
      <PrintHead />
      <p>{value.unit}</p>
      <Summary covered={covered} area={labelIn(value, 'outreach', 'area')} />
      <CoverageTable covered={covered} year={value.year} place={labelIn(value, 'places', 'place')} />
    </div>
  ));
  if (covered.places.length === 0)
    return <EmptyState text="还没有名单。请在“登记”里新增或者导入要讲到的县（市、区）、乡镇（街道）。" />;
  const area = labelIn(value, 'outreach', 'area');
  const setFirst = (coveredFrom: number | null) => {
    if (coveredFrom !== null) void useYear.getState().edit({ kind: 'setHead', fields: { coveredFrom } });
  };
  return (
    <div className="registers-coverage">
      <Space wrap>
        <span>第一年</span>
        <InputNumber
          aria-label="第一年"
          size="small"
          min={1949}
          max={2999}
          precision={0}
          value={value.coveredFrom ?? value.year}
          onChange={setFirst}
        />
        <span className="ui-muted">
          起 {COVERAGE_YEARS} 年（{COVERAGE_SOURCE}）。
          {value.coveredFrom === undefined && '第一年由本单位定，现在按今年算。'}
        </span>
      </Space>
      <FailureNotice failure={failure} onRetry={() => void retry()} />
      <Summary {...{ covered, area }} />
      <CoverageTable covered={covered} year={value.year} place={labelIn(value, 'places', 'place')} />
      <p className="ui-muted">
        按“宣传培训”里类别是“微宣讲”的登记计算：“{area}
        ”一栏写了名单里的名称，到了日期就算讲到；年份按登记的日期算，今天以后的是计划。
        {others &&
          `同一单位其他年份：${others.years.length === 0 ? '数据文件夹里没有' : `${[...others.years].sort().join('、')}年`}。`}
      </p>
    </div>
  );
}

function Summary({ covered, area }: { readonly covered: Covered; readonly area: string }) {
  const { years, places, reached, fresh } = covered;
  const left = places
    .filter(({ isReached }) => !isReached)
    .map(({ name, isPlanned }) => (isPlanned ? `${name}（有计划）` : name));
  const counts = years.map((year, at) => `${year}年新增 ${fresh[at] ?? 0}`);
  return (
    <>
      <p role="status">
        已讲到 {reached}/{places.length} 处：{counts.join('，')}。
        {left.length === 0 ? '全部讲到。' : `还没有讲到 ${left.length} 处：${left.join('、')}。`}
      </p>
      {coverageNotes(covered, area).map((note) => (
        <p key={note}>{note}</p>
      ))}
    </>
  );
}

function CoverageTable({
  covered,
  year,
  place,
}: {
  readonly covered: Covered;
  readonly year: number;
  readonly place: string;
}) {
  return (
    <table className="registers-months" aria-label="覆盖情况">
      <thead>
        <tr>
          <th>序号</th>
          <th>{place}</th>
          {covered.years.map((each) => (
            <th key={each}>{each}年</th>
          ))}
          <th>{year}年计划</th>
        </tr>
      </thead>
      <tbody>
        {covered.places.map(({ name, byYear, due, isReached, isPlanned }, at) => (
          <tr key={name}>
            <td>{at + 1}</td>
            <th scope="row">
              {name}
              {!isReached && <span className="registers-soon">　{isPlanned ? '计划' : '未讲到'}</span>}
            </th>
            {byYear.map((talks, index) => (
              <td key={covered.years[index]} className="registers-talks">
                {talkWords(talks)}
              </td>
            ))}
            <td>{due}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
