import { Alert, Button, Space } from 'antd';
import { PrinterOutlined } from '@ant-design/icons';
import { showPoints } from '../../../shared/values/points.ts';
import type { GapAnalysis, ItemResult, ScoreReport } from '../../../shared/scoring/types.ts';
import { authorityName } from '../../../shared/standard/authority.ts';
import { useAssessment } from '../../state/assessment-store.ts';
import { useGap, useOpen, useReport } from '../../state/derived.ts';
import { usePrintCommands } from '../../ui/use-print-commands.ts';
import { InwardFile } from './InwardFile.tsx';
import { LinkedList } from './LinkedList.tsx';
import { LostBars } from './LostBars.tsx';
import { SectionTable } from './SectionTable.tsx';
import { ShareRadar } from './ShareRadar.tsx';
import { StepTable } from './StepTable.tsx';
import { TotalBar } from './TotalBar.tsx';
import { sectionShares } from './section-shares.ts';
import './gap.css';

/** A passed assessment shows only the items with the most to gain. */
const SHOWN_WHEN_PASSED = 10;
/** A radar of one or two axes is no area. */
const RADAR_AXES = 3;

/** 差距分析: how far it is to the line, and what would bring it there. */
export function GapScreen() {
  const { assessment, standard } = useOpen();
  const report = useReport();
  const gap = useGap();
  const { print } = usePrintCommands();
  const today = useAssessment((state) => state.today);
  const goTo = useAssessment((state) => state.goTo);
  const shares = sectionShares(report.sections);
  const drawn = shares.filter(({ full }) => full > 0);
  const toItem = (code: string): void => goTo('scoring', code);
  const lines = (items: readonly Pick<ItemResult, 'code' | 'title'>[]) =>
    items.map(({ code, title }) => ({ key: code, text: `${code} ${title}`, onJump: () => toItem(code) }));
  const loose = new Set(gap.unlinkedEvidence);
  const unlinked = assessment.evidence.filter(({ sha256 }) => loose.has(sha256));

  return (
    <div className="ui-page gap">
      <div className="ui-page-title">
        <h2>差距分析</h2>
        <Space className="ui-no-print">
          <InwardFile />
          <Button icon={<PrinterOutlined aria-hidden />} onClick={print}>
            打印
          </Button>
        </Space>
      </div>
      <p className="gap-subject">
        {[
          assessment.sample && '示例数据',
          assessment.unit.name,
          standard.title,
          standard.edition,
          authorityName(standard),
          today,
        ]
          .filter(Boolean)
          .join('　')}
      </p>
      <TotalBar report={report} standard={standard} campaign={assessment.campaign} />
      <div className="gap-charts">
        {drawn.length >= RADAR_AXES && (
          <ShareRadar shares={drawn} passPercent={Math.round((100 * report.passScore) / report.fullScore)} />
        )}
        <LostBars shares={drawn} />
      </div>
      <SectionTable shares={shares} report={report} />
      <Steps report={report} gap={gap} onJump={toItem} />
      <div className="gap-lists">
        <LinkedList title="已评但无佐证" none="已评的项都有佐证" lines={lines(gap.scoredWithoutEvidence)} />
        <LinkedList title="未评" none="全部评完" lines={lines(gap.unscored)} />
        <LinkedList
          title="未关联的材料"
          none="所有材料都已关联"
          lines={unlinked.map(({ sha256, label }) => ({
            key: sha256,
            text: label,
            onJump: () => goTo('evidence'),
          }))}
        />
      </div>
    </div>
  );
}

interface StepsProps {
  readonly report: ScoreReport;
  readonly gap: GapAnalysis;
  readonly onJump: (code: string) => void;
}

function Steps({ report, gap, onJump }: StepsProps) {
  if (report.passes) {
    return gap.steps.length === 0 ? null : (
      <StepTable caption="还能提高的项" steps={gap.steps.slice(0, SHOWN_WHEN_PASSED)} onJump={onJump} />
    );
  }
  if (gap.toPass.length > 0) {
    return (
      <StepTable
        caption={`补齐以下项目可达 ${showPoints(report.passScore)} 分（${gap.toPass.length} 项）`}
        steps={gap.toPass}
        onJump={onJump}
      />
    );
  }
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={`各项都得满分也到不了 ${showPoints(report.passScore)} 分，请查看“总分计算过程”`}
      />
      {gap.steps.length > 0 && <StepTable caption="还能提高的项" steps={gap.steps} onJump={onJump} />}
    </>
  );
}
