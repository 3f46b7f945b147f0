import { App } from 'antd';
import { useEffect } from 'react';
import type { Command, PlainCommand } from '../../shared/contract/contract.ts';
import { bridge } from './call/bridge.ts';
import { listenToWindow, runCommand } from './commands.ts';

const WITH_CONTROL: Readonly<Partial<Record<string, PlainCommand>>> = {
  p: 'print',
  f: 'find',
  k: 'search',
  s: 'save',
  w: 'close',
};

/** What every screen can do by key, and what the window's menu asks for: the same is done, and never nothing in silence. */
export function useCommandKeys(): void {
  const { message } = App.useApp();
  useEffect(() => {
    const run = (command: Command): 'done' | 'none' => {
      const outcome = runCommand(command);
      if (outcome === 'behind') void message.info('请先关闭打开着的对话框');
      return outcome === 'none' ? 'none' : 'done';
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const name = commandOf(event);
      // What the page has no answer to is left to the browser.
      if (name && run({ name }) === 'done') event.preventDefault();
    };
    const altAlone = aloneOrNot();
    // The window's own buttons of the mouse; a browser has the same by itself.
    const onMouse = (event: MouseEvent) => {
      if (event.button !== 3 || !bridge()) return;
      event.preventDefault();
      run({ name: 'back' });
    };
    const quiet = listenToWindow(run);
    window.addEventListener('keydown', onKey);
    window.addEventListener('keydown', altAlone, true);
    window.addEventListener('keyup', altAlone, true);
    window.addEventListener('mouseup', onMouse);
    return () => {
      quiet?.();
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('keydown', altAlone, true);
      window.removeEventListener('keyup', altAlone, true);
      window.removeEventListener('mouseup', onMouse);
    };
  }, [message]);
}

/**
 * The window's menu takes the keyboard where Alt is let go, unless it saw another key meanwhile; of keys that the page
 * answers itself (Alt+Left, Alt+Down in a list) it sees nothing.
 */
function aloneOrNot(): (event: KeyboardEvent) => void {
  let alone = true;
  return (event) => {
    if (event.key !== 'Alt') alone = false;
    else if (event.type === 'keydown') alone = event.repeat ? alone : true;
    else if (!alone && bridge()) event.preventDefault();
  };
}

function commandOf(event: KeyboardEvent): PlainCommand | undefined {
  const { key, altKey, shiftKey } = event;
  const control = event.ctrlKey || event.metaKey;
  if (control && !altKey && !shiftKey) return WITH_CONTROL[key.toLowerCase()];
  if (control || shiftKey) return undefined;
  if (key === 'F1' && !altKey) return 'help';
  return altKey && key === 'ArrowLeft' ? 'back' : undefined;
}
