import { Button } from 'antd';
import type { DeskTable } from '../../../shared/contract/contract.ts';
import { call } from '../../ui/call/client.ts';
import { NothingReceived } from '../NothingReceived.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { useOpenDesk } from '../../state/desk-store.ts';
import { PackageFiles } from './PackageFiles.tsx';
import { useMadeFile } from './use-made-file.ts';
import './exports.css';

const TABLES: readonly { table: DeskTable; title: string; text: string }[] = [
  {
    table: 'summary',
    title: '推荐对象汇总表',
    text: '按名次列出全部单位的得分、资格、佐证件数和备注，可直接打印盖章（.xlsx）。',
  },
  { table: 'statistics', title: '统计', text: '本批的收件、得分和失分情况（.xlsx）。' },
  { table: 'receipts', title: '收件登记表', text: '每个收到的文件一行，结论和原因（.xlsx）。' },
];

/** 导出: what leaves the desk as files. */
export function ExportsScreen() {
  const { desk, receipts, candidates } = useOpenDesk();
  const { busy, failure, make, dismiss } = useMadeFile<DeskTable>();
  if (receipts.length === 0) {
    return <NothingReceived text="还没有收件，没有可导出的内容。" />;
  }
  return (
    <div className="desk-screen">
      <FailureNotice failure={failure} onClose={dismiss} />
      <div className="exports-cards">
        {TABLES.map(({ table, title, text }) => (
          <section key={table} aria-label={title}>
            <h3>{title}</h3>
            <p>{text}</p>
            <div>
              <Button
                type={table === 'summary' ? 'primary' : 'default'}
                loading={busy === table}
                disabled={busy !== undefined && busy !== table}
                onClick={() => void make(table, () => call('exportDeskTable', { id: desk.id, table }))}
              >
                导出{title}
              </Button>
            </div>
          </section>
        ))}
      </div>
      {candidates.length > 0 && <PackageFiles />}
    </div>
  );
}
