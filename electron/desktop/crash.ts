import { app, type BrowserWindow, dialog, type MessageBoxOptions } from 'electron';
import { reportedAt, writeReport } from './reports.ts';

const SAVED = '已保存的内容都在数据文件夹里；刚才输入、还没有保存的文字，重新打开后会放回原处。';
const REOPEN = 0;
/** Milliseconds. */
const FALLEN_AFTER = 100;

/**
 * A page that has crashed, hangs, or cannot be loaded: the user is asked, in words; the window is never left white. What
 * Chromium starts anew by itself (its graphics process, say) goes unnoticed, as long as the page still answers.
 */
export function reopensPage(window: BrowserWindow): void {
  const { webContents } = window;
  let asking = false;
  /** What was chosen for a page that hangs: it falls first. */
  let chosen: (() => void) | undefined;
  const reopen = () => webContents.reload();
  const quit = () => app.quit();
  const ask = async (message: string, detail = SAVED) => {
    if (asking || window.isDestroyed()) return;
    asking = true;
    const { response } = await dialog.showMessageBox(window, {
      ...{ type: 'error', title: '标兵自评', message, detail, noLink: true },
      ...{ buttons: ['重新打开', '退出'], defaultId: REOPEN, cancelId: REOPEN },
    });
    asking = false;
    if (window.isDestroyed()) return;
    (response === REOPEN ? reopen : quit)();
  };
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    console.error(`the page is gone: ${reason} ${exitCode}`);
    const then = chosen ?? (() => void ask('页面意外停止了'));
    chosen = undefined;
    // Not in the midst of its fall.
    setTimeout(() => window.isDestroyed() || then(), FALLEN_AFTER);
  });
  webContents.on('did-fail-load', (_event, code, _description, _url, isMainFrame) => {
    // -3: given up for another load.
    if (isMainFrame && code !== -3) void ask('页面没有打开');
  });
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (reason === 'clean-exit') return;
    console.error(`${type} is gone: ${reason}`);
    void answers(window).then((does) => (does ? undefined : ask('程序的一部分意外停止了，页面没有响应')));
  });
  whenUnresponsive(window, (wanted) => {
    chosen = wanted === 'anew' ? reopen : quit;
    webContents.forcefullyCrashRenderer();
  });
}

/** Milliseconds in which a page that stands answers. */
const ANSWERS_IN = 5000;

async function answers({ webContents }: BrowserWindow): Promise<boolean> {
  // What its fall brings down falls within a moment.
  await new Promise((resolve) => setTimeout(resolve, 500));
  if (webContents.isDestroyed() || webContents.isCrashed()) return true; // Told of by itself.
  const asked = webContents.executeJavaScript('document.getElementById("root")?.hasChildNodes() === true');
  const late = new Promise((resolve) => setTimeout(resolve, ANSWERS_IN, false));
  return (await Promise.race([asked.catch(() => false), late])) === true;
}

const WAIT = 0;
const ANEW = 1;

/** Where the page answers again, the question goes by itself. */
function whenUnresponsive(window: BrowserWindow, leave: (wanted: 'anew' | 'end') => void): void {
  let question: AbortController | undefined;
  window.on('unresponsive', () => {
    if (question) return;
    const mine = new AbortController();
    question = mine;
    void dialog
      .showMessageBox(window, {
        ...{ type: 'warning', title: '标兵自评', noLink: true, signal: mine.signal },
        ...{ message: '页面没有响应', detail: `可能还在处理，可以再等等。${SAVED}` },
        ...{ buttons: ['再等等', '重新打开', '退出'], defaultId: WAIT, cancelId: WAIT },
      })
      .then(({ response }) => {
        const over = mine.signal.aborted;
        question = undefined;
        if (over || response === WAIT || window.isDestroyed()) return;
        leave(response === ANEW ? 'anew' : 'end');
      });
  });
  window.on('responsive', () => question?.abort());
}

/** Milliseconds in which the same fault is not told again. */
const TOLD_FOR = 60_000;

/** An error that nobody expected, in the program itself: told in words, with a report; the program goes on. */
export function toldOfFaults(window: () => BrowserWindow | undefined): void {
  let told = -TOLD_FOR;
  const tell = (error: unknown) => {
    console.error(error);
    const now = performance.now();
    if (now - told < TOLD_FOR) return;
    told = now;
    const report = writeReport('main', error);
    const options = {
      type: 'error',
      title: '标兵自评',
      message: '程序遇到意外问题，已继续运行',
      detail: `已保存的内容都在数据文件夹里。刚才的操作可能没有完成，请看一下；如果之后不正常，请退出后重新打开。${reportedAt(report)}`,
      buttons: ['继续', '退出'],
      cancelId: 0,
      noLink: true,
    } satisfies MessageBoxOptions;
    const parent = window();
    const asked =
      parent && !parent.isDestroyed()
        ? dialog.showMessageBox(parent, options)
        : dialog.showMessageBox(options);
    void asked.then(({ response }) => response === 1 && app.quit());
  };
  process.on('uncaughtException', tell);
  process.on('unhandledRejection', tell);
}
