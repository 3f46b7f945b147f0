import { Button } from 'antd';
import type { DeskTable } from '../../../shared/contract/contract.ts';
import { isRecommending, summaryName } from '../../../shared/review/recommending.ts';
import type { Campaign } from '../../../shared/campaign/schema.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { call } from '../../ui/call/client.ts';
import { NothingReceived } from '../NothingReceived.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { useOpenDesk } from '../../state/desk-store.ts';
import { PackageFiles } from './PackageFiles.tsx';
import { useMadeFile } from './use-made-file.ts';
import './exports.css';

interface TableCard {
  readonly table: DeskTable;
  readonly title: string;
  readonly text: string;
}

function summaryCard(standard: Standard, campaign: Campaign): TableCard {
  const what = isRecommending(standard, campaign)
    ? '得分、资格、佐证件数和备注'
    : '得分、问题、佐证件数和备注';
  const text = `按名次列出全部单位的${what}，可直接打印盖章（.xlsx）。`;
  return { table: 'summary', title: summaryName(standard, campaign), text };
}

const OTHER_TABLES: readonly TableCard[] = [
  { table: 'statistics', title: '统计', text: '本批的收件、得分和失分情况（.xlsx）。' },
  { table: 'receipts', title: '收件登记表', text: '每个收到的文件一行，结论和原因（.xlsx）。' },
];

/** 导出: what leaves the desk as files. */
export function ExportsScreen() {
  const { desk, receipts, candidates, standard } = useOpenDesk();
  const { busy, failure, make, dismiss } = useMadeFile<DeskTable>();
  if (receipts.length === 0) {
    return <NothingReceived text="还没有收件，没有可导出的内容。" />;
  }
  return (
    <div className="desk-screen">
      <FailureNotice failure={failure} onClose={dismiss} />
      <div className="exports-cards">
        {[summaryCard(standard, desk.campaign), ...OTHER_TABLES].map(({ table, title, text }) => (
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
