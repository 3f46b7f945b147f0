import { isUnchecked } from '../../shared/standard/basis.ts';
import { Tag } from 'antd';
import { useAssessment } from '../state/assessment-store.ts';
import { reservations } from '../../shared/eligibility/eligibility.ts';
import { useEligibility, useOpen, useReport } from '../state/derived.ts';
import { useEvidenceWatch } from '../state/evidence-store.ts';
import { Workbench } from '../state/document/Workbench.tsx';
import { AuthorityTag } from '../ui/AuthorityTag.tsx';
import { useFileTarget } from '../ui/intake/targets.ts';
import { ScoreBar } from '../ui/ScoreBar.tsx';
import { usePageName } from '../ui/page-name.ts';
import { SCREENS } from './screens.tsx';
import './workbench.css';

const NOT_HERE = '这里不能放文件。请先转到“逐项自评”“佐证材料”或“材料”，再放。';

/** An open assessment: header, navigation and the chosen screen. */
export function AssessmentWorkbench() {
  const screen = useAssessment((state) => state.screen);
  useEvidenceWatch(screen);
  useFileTarget('frame', () => ({ refused: NOT_HERE }));
  usePageName(
    SCREENS[screen].label,
    useAssessment(({ open }) => open?.value.unit.name),
  );
  const { goTo } = useAssessment.getState();
  return (
    <Workbench
      store={useAssessment}
      className="assessment"
      back="首页"
      leaving="回首页"
      title={<Title />}
      screens={SCREENS}
      current={screen}
      goTo={goTo}
      label="自评步骤"
    />
  );
}

function Title() {
  const { assessment, standard } = useOpen();
  const report = useReport();
  const beside = reservations(useEligibility().conditions);
  return (
    <>
      <div className="assessment-unit">
        <strong title={assessment.unit.name}>{assessment.unit.name || '（未录入单位名称）'}</strong>
        {assessment.sample && <Tag color="purple">示例</Tag>}
        <AuthorityTag standard={standard} unchecked={isUnchecked(standard)} />
      </div>
      <ScoreBar
        report={report}
        standard={standard}
        campaign={assessment.campaign}
        beside={beside}
        onJump={(code) => useAssessment.getState().goTo('scoring', code)}
      />
    </>
  );
}
