import { ExperimentOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Skeleton, Space } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { call } from '../ui/call/client.ts';
import { BrokenFolders } from '../ui/BrokenFolders.tsx';
import { HandedOverNotice } from '../state/document/HandedOverNotice.tsx';
import { useOpening } from '../state/document/use-opening.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { SearchButton } from '../ui/SearchButton.tsx';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { useArea } from '../ui/area-store.ts';
import { useAssessment } from '../state/assessment-store.ts';
import { useListing } from '../ui/call/use-listing.ts';
import { useDataFolder } from './DataFolder.tsx';
import { HomeIntake, type TakesPackages } from './HomeIntake.tsx';
import { OpenPackage } from './OpenPackage.tsx';
import { Continue } from './Continue.tsx';
import { VerifyPackages } from './VerifyPackages.tsx';
import { YearReminders } from './YearReminders.tsx';
import { laterDialog } from '../ui/later.ts';
import { AssessmentTable } from './AssessmentTable.tsx';

const NewAssessment = laterDialog(
  async () => ({
    default: (await import('../assessment/NewAssessment.tsx')).NewAssessment,
  }),
  ({ onClose }) => onClose(),
);

const listAssessments = async () => (await call('listAssessments', {})).assessments;

/** The way to an area of its own. */
export interface AreaButton {
  readonly name: string;
  readonly label: string;
  readonly icon: ReactNode;
}

/** 首页: every assessment in the data folder, the ways to begin, and to the areas. */
export function HomeScreen({ areas }: { readonly areas: readonly AreaButton[] }) {
  const { listed: assessments, failure, reload } = useListing(listAssessments);
  const dataFolder = useDataFolder(() => void reload());
  const {
    open,
    openNew,
    failure: openFailure,
    dismiss,
    dialog,
  } = useOpening({
    document: 'assessment',
    what: '这份自评',
    openById: useAssessment.getState().openAssessment,
    onRemoved: () => void reload(),
  });
  const [creating, setCreating] = useState(false);
  const opening = useRef<TakesPackages>(null);
  const verifying = useRef<TakesPackages>(null);
  const begin = () => setCreating(true);
  const sample = () => void openNew(() => call('openSample', {}));
  const readable = assessments?.filter(({ problem }) => !problem);

  return (
    <main className="ui-page">
      <div className="ui-page-title">
        <div>
          <h1>标兵自评</h1>
          <span className="ui-muted">对照验收标准逐项自评，附上佐证材料，导出推荐包。</span>
        </div>
        <Space wrap>
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={begin}>
            新建自评
          </Button>
          <Button icon={<ExperimentOutlined aria-hidden />} onClick={sample}>
            打开示例
          </Button>
          <OpenPackage onOpened={open} ref={opening} />
          <VerifyPackages ref={verifying} />
          {areas.map(({ name, label, icon }) => (
            <Button key={name} icon={icon} onClick={() => useArea.getState().goTo(name)}>
              {label}
            </Button>
          ))}
          <SearchButton />
        </Space>
      </div>
      {readable && <Continue newest={readable[0]} onOpen={open} />}
      <YearReminders />
      <HandedOverNotice />
      <FailureNotice failure={openFailure} onClose={dismiss} />
      {dataFolder.notices}
      {!dataFolder.problem && (
        <FailureNotice failure={failure} onRetry={dataFolder.reload} actions={dataFolder.change} />
      )}
      {assessments && <BrokenFolders folders={assessments} />}
      {!assessments && !failure && <Skeleton active={false} />}
      {readable?.length === 0 && (
        <EmptyState text="还没有自评。可以新建一份，也可以先打开示例看看做好的样子。">
          <Space>
            <Button type="primary" onClick={begin}>
              新建第一份自评
            </Button>
            <Button onClick={sample}>看看示例</Button>
          </Space>
        </EmptyState>
      )}
      {readable && readable.length > 0 && (
        <AssessmentTable assessments={readable} onOpen={open} onRemoved={() => void reload()} />
      )}
      {dataFolder.line}
      {creating && <NewAssessment onClose={() => setCreating(false)} onCreated={open} />}
      <HomeIntake opening={opening} verifying={verifying} />
      {dialog}
    </main>
  );
}
