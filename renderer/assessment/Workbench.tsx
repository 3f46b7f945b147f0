import { Tag } from 'antd';
import { AuthorityTag } from '../ui/AuthorityTag.tsx';
import { ScoreBar } from '../ui/ScoreBar.tsx';
import { ScreenButtons } from '../ui/ScreenButtons.tsx';
import { DocumentFrame } from '../state/document/DocumentFrame.tsx';
import { useAssessment } from '../state/assessment-store.ts';
import { useOpen, useReport } from '../state/derived.ts';
import { SCREENS } from './screens.tsx';
import './workbench.css';

/** An open assessment: header, navigation and the chosen screen. */
export function Workbench() {
  const screen = useAssessment((state) => state.screen);
  const { goTo } = useAssessment.getState();
  const { Screen } = SCREENS[screen];
  return (
    <DocumentFrame
      store={useAssessment}
      className="assessment"
      back="首页"
      leaving="回首页"
      title={<Title />}
      screen={screen}
      navigation={
        <ScreenButtons
          className="assessment-nav"
          label="自评步骤"
          screens={SCREENS}
          current={screen}
          goTo={goTo}
        />
      }
    >
      <Screen />
    </DocumentFrame>
  );
}

function Title() {
  const { assessment, standard } = useOpen();
  const report = useReport();
  return (
    <>
      <div className="assessment-unit">
        <strong title={assessment.unit.name}>{assessment.unit.name || '（未填单位名称）'}</strong>
        {assessment.sample && <Tag color="purple">示例</Tag>}
        <AuthorityTag standard={standard} />
      </div>
      <ScoreBar report={report} />
    </>
  );
}
