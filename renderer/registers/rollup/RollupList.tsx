import { Tag } from 'antd';
import { DocumentList } from '../../state/document/DocumentList.tsx';
import { useRollup } from '../../state/rollup-store.ts';
import { call } from '../../ui/call/client.ts';
import { WhoseYears } from '../WhoseYears.tsx';
import { NewRollup } from './NewRollup.tsx';
import '../registers.css';

const listRollups = async () => (await call('listRollups', {})).rollups;

/** Every roll-up of the data folder, and a new one. */
export function RollupList() {
  return (
    <DocumentList
      document="rollup"
      what="这份年度任务汇总"
      openById={useRollup.getState().openRollup}
      title="年度工作"
      about="多个单位的年度任务和典型案例：谁还差什么，收案例、评分、择优，督查、通报、加扣分。"
      beside={<WhoseYears />}
      called="年度任务汇总"
      begin="新建汇总"
      beginFirst="新建第一份汇总"
      empty="还没有汇总。办公室每年建一份，再导入各单位报来的进度表。"
      list={listRollups}
      columns={[
        { title: '单位', width: 160, render: (_, { units, received }) => `已报送 ${received}/${units}` },
        {
          title: '过期任务',
          width: 240,
          render: (_, { late, uncounted }) => (
            <>
              {late > 0 && <Tag color="red">{late} 项</Tag>}
              {uncounted && <span className="registers-soon">另有 {uncounted}</span>}
            </>
          ),
        },
      ]}
      creating={(way, rollups) => <NewRollup {...way} rollups={rollups} />}
    />
  );
}
