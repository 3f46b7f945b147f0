import type { ReactNode } from 'react';
import { App as AntApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { theme } from '../../renderer/ui/tokens.ts';
import { FileIntake } from '../../renderer/ui/intake/FileIntake.tsx';
import { useAssessment } from '../../renderer/state/assessment-store.ts';
import type { Assessment } from '../../shared/assessment/schema.ts';
import { TestHost } from './host.ts';

/** One screen of an open assessment, without the shell around it. */
export async function renderScreen(screen: ReactNode, assessment: Assessment) {
  const host = new TestHost().install();
  host.keep(assessment);
  await useAssessment.getState().openAssessment(assessment.id);
  render(
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <AntApp>
        {screen}
        <FileIntake />
      </AntApp>
    </ConfigProvider>,
  );
  return { host, user: userEvent.setup() };
}
