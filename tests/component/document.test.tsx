import { App as AntApp, ConfigProvider } from 'antd';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { call } from '../../renderer/ui/call/client.ts';
import { DocumentFrame } from '../../renderer/state/document/DocumentFrame.tsx';
import { MadeFileButton } from '../../renderer/ui/MadeFileButton.tsx';
import { TextInput } from '../../renderer/ui/fields/TextInput.tsx';
import { useHost } from '../../renderer/ui/call/host-store.ts';
import { createDocumentStore } from '../../renderer/state/document/document-store.ts';
import { assessmentDocument } from '../../shared/assessment/document.ts';
import { assessment } from './fixtures.ts';
import { DISK_FULL, TestHost } from './host.ts';

/** A kind whose screens need nothing of their own. */
const usePlain = createDocumentStore({
  document: 'assessment',
  kind: () => Promise.resolve(assessmentDocument),
  contextOf: ({ standard }) => ({ standard }),
});

function Editor() {
  const open = usePlain((state) => state.open);
  const { edit } = usePlain.getState();
  if (!open) return <h1>列表</h1>;
  const make = async () => {
    await usePlain.getState().saved();
    return call('standardTemplate', {});
  };
  return (
    <DocumentFrame
      store={usePlain}
      back="列表"
      title={open.value.unit.name}
      tools={<MadeFileButton make={make}>导出</MadeFileButton>}
    >
      <TextInput
        lines={{ min: 1, max: 12 }}
        aria-label="单位名称"
        maxLength={100}
        value={open.value.unit.name}
        commit={(name) => edit({ kind: 'setUnit', unit: { name } })}
      />
    </DocumentFrame>
  );
}

async function plain() {
  const host = new TestHost().install();
  const kept = host.keep(assessment());
  host.damage(kept);
  await useHost.getState().load();
  await usePlain.getState().openRef({ document: 'assessment', id: kept.id });
  render(
    <ConfigProvider button={{ autoInsertSpace: false }}>
      <AntApp>
        <Editor />
      </AntApp>
    </ConfigProvider>,
  );
  const user = userEvent.setup();
  const area = screen.getByLabelText<HTMLTextAreaElement>('单位名称');
  return { host, user, area, button: (name: string) => screen.getByRole('button', { name }) };
}

it('shows the notices of the opening, and takes back and forth what was typed', async () => {
  const { host, user, area, button } = await plain();
  expect(screen.getByText(/已改用上一份副本/)).toBeTruthy();
  await user.click(button('关闭提示'));
  expect(screen.queryByText(/已改用上一份副本/)).toBeNull();
  expect(button('撤销')).toHaveProperty('disabled', true);
  await user.type(area, '甲');
  await user.tab();
  await waitFor(() => expect(host.assessment().unit.name).toBe('测试市城市管理局甲'));
  await user.click(button('撤销'));
  await waitFor(() => expect(area.value).toBe('测试市城市管理局'));
  await user.keyboard('{Control>}y{/Control}');
  await waitFor(() => expect(area.value).toBe('测试市城市管理局甲'));
  await user.click(button('列表'));
  await screen.findByRole('heading', { name: '列表' });
  expect(host.inputsOf('closeDocument')).toHaveLength(1);
});

it('makes a file of what is on the disk: what is typed is saved first', async () => {
  const { host, user, area, button } = await plain();
  let release = () => {};
  host.gates.set('changeDocument', new Promise((resolve) => (release = resolve)));
  await user.type(area, '甲');
  // As by a key: the field keeps the focus, so that nothing but the export commits its words.
  fireEvent.click(button('导出'));
  expect(host.edits('assessment')).toEqual([{ kind: 'setUnit', unit: { name: '测试市城市管理局甲' } }]);
  await screen.findByText('正在保存');
  expect(host.inputsOf('standardTemplate')).toEqual([]);
  release();
  await waitFor(() => expect(host.inputsOf('standardTemplate')).toHaveLength(1));
  expect(host.assessment().unit.name).toBe('测试市城市管理局甲');
});

it('makes no file where saving fails, says why, and asks before the words are given up', async () => {
  const { host, user, area, button } = await plain();
  host.failing.set('changeDocument', DISK_FULL);
  await user.type(area, '甲');
  await user.click(button('导出'));
  expect((await screen.findAllByText('磁盘已满')).length).toBeGreaterThan(0);
  expect(host.inputsOf('standardTemplate')).toEqual([]);
  await user.click(button('列表'));
  await user.click(await screen.findByRole('button', { name: '放弃改动，离开' }));
  await screen.findByRole('heading', { name: '列表' });
});
