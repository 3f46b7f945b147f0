import { App } from 'antd';
import { useRef, useState } from 'react';
import { bridge } from '../ui/call/bridge.ts';
import { useCommand } from '../ui/commands.ts';
import { useHelp } from '../ui/help-store.ts';
import { useCommandKeys } from '../ui/use-command-keys.ts';
import { usePrintCommands } from '../ui/use-print-commands.ts';
import { flushTypedText } from '../ui/fields/typed-text.ts';
import { laterDialog } from '../ui/later.ts';

const HelpDrawer = laterDialog(
  async () => ({
    default: (await import('./HelpDrawer.tsx')).HelpDrawer,
  }),
  () => useHelp.getState().show(undefined),
);

const FindBar = laterDialog(
  async () => ({
    default: (await import('../ui/FindBar.tsx')).FindBar,
  }),
  ({ onClose }) => onClose(),
);

const SearchDialog = laterDialog(
  async () => ({
    default: (await import('../search/SearchDialog.tsx')).SearchDialog,
  }),
  ({ onLeave }) => onLeave(),
);

const ENDING = 'ending';

/** What is there on every screen: the keys, what is done where a screen has no answer of its own, help. */
export function Everywhere() {
  const { message, notification } = App.useApp();
  const [asked, setAsked] = useState(0);
  const [isSearching, setSearching] = useState(false);
  const part = useHelp((state) => state.part);
  useCommandKeys();
  usePrintCommands();
  // A browser has its own, and takes the key where nobody answers.
  useCommand('find', bridge() && (() => setAsked((times) => times + 1)));
  // Before the dialog is there, or what is drawn while it loads: either takes the focus.
  const opener = useRef<Element>(null);
  const leaveSearch = () => {
    setSearching(false);
    // Only once the dialog is gone: until then it holds the focus.
    requestAnimationFrame(() => {
      if (opener.current instanceof HTMLElement) opener.current.focus();
    });
  };
  const beginSearch = () => {
    opener.current = document.activeElement;
    // What is being typed is found as well, and is not lost by going elsewhere.
    flushTypedText();
    setSearching(true);
  };
  useCommand('search', isSearching ? undefined : beginSearch);
  useCommand('undo', () => void message.info('没有可以撤销的改动'));
  useCommand('redo', () => void message.info('没有可以重做的改动'));
  useCommand('save', () => void message.info('这里没有要保存的内容'));
  useCommand('close', () => void message.info('这里没有打开的内容；要退出程序，请用“文件”菜单里的“退出”'));
  useCommand('endsThen', () =>
    notification.info({
      ...{ key: ENDING, placement: 'bottomLeft', duration: 0, closable: false },
      title: '做完后，程序会自动退出',
      description: '要留下，请再按一次关闭，选“留在这里”。',
    }),
  );
  useCommand('staysOpen', () => notification.destroy(ENDING));
  useCommand('help', () => {
    useHelp.getState().show(part ? undefined : 'steps');
  });
  return (
    <>
      {asked > 0 && <FindBar asked={asked} onClose={() => setAsked(0)} />}
      {isSearching && <SearchDialog onClose={() => setSearching(false)} onLeave={leaveSearch} />}
      {part && <HelpDrawer part={part} />}
    </>
  );
}
