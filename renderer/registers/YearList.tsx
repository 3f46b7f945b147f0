import { Tag } from 'antd';
import type { YearSummary } from '../../shared/contract/contract.ts';
import { DocumentList } from '../state/document/DocumentList.tsx';
import { useYear } from '../state/year-store.ts';
import { call } from '../ui/call/client.ts';
import { NewYear } from './NewYear.tsx';
import { WhoseYears } from './WhoseYears.tsx';

const listYears = async () => (await call('listYears', {})).years;

/** Every year of the data folder, and a new one. */
export function YearList() {
  return (
    <DocumentList
      document="year"
      what="这份年度工作"
      openById={useYear.getState().openYear}
      title="年度工作"
      about="年度任务和台账：到期提醒、登记、材料、统计。"
      beside={<WhoseYears />}
      called="年度工作"
      begin="新建年度工作"
      beginFirst="新建第一份年度工作"
      empty="还没有年度工作。每个单位每年建一份，任务、台账和材料都放在里面。"
      list={listYears}
      columns={[
        { title: '年度任务', width: 190, render: (_, year) => <TaskCount {...year} /> },
        { title: '台账', width: 90, render: (_, { entries }) => `${entries} 条` },
      ]}
      creating={(way, years) => <NewYear {...way} years={years} />}
    />
  );
}

function TaskCount({ tasks, done, late, soon }: Pick<YearSummary, 'tasks' | 'done' | 'late' | 'soon'>) {
  return (
    <>
      已办 {done}/{tasks}
      {late > 0 && <Tag color="red">{`过期 ${late}`}</Tag>}
      {soon > 0 && <Tag color="orange">{`7天内 ${soon}`}</Tag>}
    </>
  );
}
