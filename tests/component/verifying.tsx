import { App as AntApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import { theme } from '../../renderer/ui/tokens.ts';
import { FileIntake } from '../../renderer/ui/intake/FileIntake.tsx';
import { VerifyScreen } from '../../renderer/desk/verify/VerifyScreen.tsx';
import { type PackageWish, DESK_ID } from './desk.ts';
import { completeAssessment, STANDARD } from './fixtures.ts';
import { TestHost } from './host.ts';

/** The screen as the desk mounts it. */
export function showVerify(packageKey: string, onBack: () => void): void {
  render(
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <AntApp>
        <VerifyScreen deskId={DESK_ID} packageKey={packageKey} onBack={onBack} />
        <FileIntake />
      </AntApp>
    </ConfigProvider>,
  );
}

/** 核验 of one package, open. */
export async function verifying(wish: PackageWish = {}, standard = STANDARD) {
  const host = new TestHost().install();
  host.desk.create(standard);
  // Pictures are not fetched by the page itself.
  const evidence = completeAssessment().evidence.map((piece) => ({ ...piece, mediaType: 'image/png' }));
  const key = host.desk.put({ name: '某市管局', ...wish, changes: { evidence, ...wish.changes } });
  const onBack = vi.fn();
  showVerify(key, onBack);
  await screen.findByRole('tree', { name: '评分项' });
  const user = userEvent.setup();
  const open = async (name: RegExp) => {
    await user.click(screen.getByRole('treeitem', { name }));
    return screen.getByRole('region', { name: '核验' });
  };
  const review = () => host.desk.review(key);
  const entry = (code: string) => review().entries[code];
  const edits = () => host.edits('review');
  const part = (name: string) =>
    user.click(within(screen.getByRole('navigation', { name: '核验步骤' })).getByRole('button', { name }));
  return { host, user, key, open, review, entry, edits, part, onBack };
}
