import { DocumentList } from '../state/document/DocumentList.tsx';
import { useDesk } from '../state/desk-store.ts';
import { call } from '../ui/call/client.ts';
import { NewDesk } from './NewDesk.tsx';

const listDesks = async () => (await call('listDesks', {})).desks;

/** Every desk of the data folder, and a new one. */
export function DeskList() {
  return (
    <DocumentList
      document="desk"
      what="这个核验台"
      openById={useDesk.getState().openDesk}
      title="核验台"
      about="收推荐包，逐项核验，排名择优，导出汇总。"
      called="核验台"
      begin="新建核验台"
      beginFirst="新建第一个核验台"
      empty="还没有核验台。一次推荐活动建一个，收到的推荐包都放在里面。"
      list={listDesks}
      more={({ campaign }) => <div className="ui-muted">{campaign}</div>}
      columns={[
        { title: '验收标准', dataIndex: 'standardTitle', width: 220 },
        { title: '推荐包', width: 80, render: (_, desk) => `${desk.packages} 份` },
      ]}
      creating={(way) => <NewDesk {...way} />}
    />
  );
}
