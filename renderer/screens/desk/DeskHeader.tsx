import { LeftOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { failureOf } from '../../api/client.ts';
import { type DeskScreen, useDesk, useOpenDesk } from '../../state/desk-store.ts';

const SCREENS: readonly (readonly [DeskScreen, string])[] = [
  ['inbox', '收件'],
  ['table', '核验总表'],
  ['compare', '比较'],
  ['heat', '失分热力表'],
  ['rank', '排名与择优'],
  ['exports', '导出'],
];
const SAVE_WORDS = { saved: '已保存', saving: '正在保存', failed: '没有保存' } as const;

export function DeskHeader() {
  const { desk, canUndo, canRedo } = useOpenDesk();
  const current = useDesk((state) => state.screen);
  const saveState = useDesk((state) => state.saveState);
  const { goTo, undo, redo } = useDesk.getState();
  const leave = useLeaveDesk();
  return (
    <header className="desk-header">
      <Button icon={<LeftOutlined aria-hidden />} onClick={() => void leave('keep')}>
        核验台
      </Button>
      <strong className="desk-title" title={`${desk.title}（${desk.campaign.title}）`}>
        {desk.title}
      </strong>
      <nav className="desk-nav" aria-label="核验台">
        {SCREENS.map(([screen, label]) => (
          <button
            key={screen}
            type="button"
            aria-current={screen === current ? 'page' : undefined}
            onClick={() => goTo(screen)}
          >
            {label}
          </button>
        ))}
      </nav>
      <span className="desk-save" role="status">
        {SAVE_WORDS[saveState]}
      </span>
      <Button title="撤销（Ctrl+Z）" disabled={!canUndo} onClick={() => void undo()}>
        撤销
      </Button>
      <Button title="重做（Ctrl+Y）" disabled={!canRedo} onClick={() => void redo()}>
        重做
      </Button>
    </header>
  );
}

/** Back to the list; asks first where a change could not be saved. */
function useLeaveDesk() {
  const { modal, message } = App.useApp();
  const leave = async (unsaved: 'keep' | 'giveUp'): Promise<void> => {
    try {
      if ((await useDesk.getState().close(unsaved)) === 'closed') return;
    } catch (error) {
      message.error(failureOf(error).message);
      return;
    }
    modal.confirm({
      title: '最近的改动没有保存',
      content: '现在离开会失去这些改动；以前保存的内容都在。',
      okText: '放弃改动，离开',
      cancelText: '留在这里',
      onOk: () => leave('giveUp'),
    });
  };
  return leave;
}
