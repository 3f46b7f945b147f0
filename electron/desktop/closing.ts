import { type BrowserWindow, dialog } from 'electron';
import type { Command } from '../../shared/contract/contract.ts';
import type { Host } from '../services/host.ts';

const WAIT = 0;
const STAY = 1;
const STOP = 2;
/** How often the taskbar's progress moves, in milliseconds. */
const MOVES_EVERY = 300;

/**
 * Asks before closing cuts off what runs; answers what is to be told when something begins, moves on or ends. `send`: to
 * the page, which shows that the program will end.
 */
export function asksBeforeClosing(
  window: BrowserWindow,
  host: Pick<Host, 'working'>,
  send: (command: Command) => void,
): () => void {
  let then: 'stays' | 'closes' = 'stays';
  /** While the user is asked. */
  let asking: AbortController | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopping = false;

  window.on('close', (event) => {
    const working = host.working();
    // A page that has fallen comes to no end of its work; the next start says so.
    if (!working || stopping || window.webContents.isCrashed()) return;
    event.preventDefault();
    if (asking) return;
    const question = new AbortController();
    asking = question;
    void ask(window, working.titles, question.signal).then((chosen) => {
      asking = undefined;
      if (window.isDestroyed() || question.signal.aborted) return;
      then = chosen === WAIT ? 'closes' : 'stays';
      send({ name: then === 'closes' ? 'endsThen' : 'staysOpen' });
      stopping = chosen === STOP;
      // Also where it was done in the same moment.
      if (stopping || (then === 'closes' && !host.working())) window.close();
    });
  });
  // The words of the page may keep the window open after all: then everything is asked again.
  window.webContents.on('will-prevent-unload', () => (stopping = false));
  window.on('closed', () => clearTimeout(timer));

  const show = () => {
    timer = undefined;
    if (window.isDestroyed()) return;
    const working = host.working();
    // 2: at work, nobody knows how far; -1: none.
    window.setProgressBar(working ? (working.done ?? 2) : -1);
    // Done while the question was read: there is nothing to ask any more.
    if (!working) asking?.abort();
    if (working || then === 'stays') return;
    then = 'stays';
    window.close();
  };
  return () => (timer ??= setTimeout(show, MOVES_EVERY));
}

async function ask(window: BrowserWindow, titles: readonly string[], signal: AbortSignal): Promise<number> {
  const what = titles.join('、');
  const { response } = await dialog.showMessageBox(window, {
    ...{ type: 'warning', title: '标兵自评', noLink: true, signal },
    message: `正在${what}，仍要退出？`,
    detail: '停下的话，没有做完的部分要重新做；已保存的内容都在。',
    ...{ buttons: ['等它做完后退出', '留在这里', '停下并退出'], defaultId: WAIT, cancelId: STAY },
  });
  return response;
}
