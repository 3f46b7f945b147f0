import { HistoryOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { DamagedNotice } from '../../items/evidence/DamagedNotice.tsx';
import { useOpen } from '../../state/derived.ts';
import { BackupsDrawer } from './BackupsDrawer.tsx';
import { CampaignCard } from './CampaignCard.tsx';
import { FactsCard } from './FactsCard.tsx';
import { UnitForm } from './UnitForm.tsx';
import './unit.css';

/** 单位与活动: who recommends itself, and for what. */
export function UnitScreen() {
  const { folder } = useOpen();
  const [backupsShown, setBackupsShown] = useState(false);
  return (
    <div className="ui-page">
      <div className="ui-page-title">
        <h2>单位与活动</h2>
        <Button icon={<HistoryOutlined aria-hidden />} onClick={() => setBackupsShown(true)}>
          备份与恢复
        </Button>
      </div>
      <DamagedNotice leads="to-evidence" />
      <div className="unit-two-columns">
        <div className="ui-stack">
          <UnitForm />
          <FactsCard />
        </div>
        <CampaignCard />
      </div>
      <footer className="ui-muted">保存位置：{folder}。填写的内容自动保存。</footer>
      {backupsShown && <BackupsDrawer onClose={() => setBackupsShown(false)} />}
    </div>
  );
}
