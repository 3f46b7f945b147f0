import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { asksBeforeClosing } from '../../../../electron/desktop/closing.ts';
import type { Host } from '../../../../electron/services/host.ts';
import type { Command } from '../../../../shared/contract/contract.ts';

const electron = vi.hoisted(() => ({ dialog: { showMessageBox: vi.fn() } }));
vi.mock('electron', () => electron);

/** A window that closes where neither the program nor its page prevents it. */
class FakeWindow extends EventEmitter {
  readonly webContents = Object.assign(new EventEmitter(), { isCrashed: () => false });
  readonly setProgressBar = vi.fn();
  closed = false;
  /** The page has words that are not saved. */
  isKeptByPage = false;
  readonly isDestroyed = () => this.closed;
  readonly close = () => {
    let isPrevented = false;
    this.emit('close', { preventDefault: () => (isPrevented = true) });
    if (!isPrevented && this.isKeptByPage) this.webContents.emit('will-prevent-unload');
    this.closed = !isPrevented && !this.isKeptByPage;
  };
}

let window: FakeWindow;
let working: ReturnType<Host['working']>;
let sent: string[];
let moved: () => void;
/** The user's answer to the question. */
let answer: (button: number) => Promise<void>;

beforeEach(() => {
  vi.useFakeTimers();
  electron.dialog.showMessageBox.mockReset().mockImplementation(
    () =>
      new Promise((resolve) => {
        answer = async (response) => {
          resolve({ response });
          await vi.advanceTimersByTimeAsync(0);
        };
      }),
  );
  window = new FakeWindow();
  working = { titles: ['添加佐证材料', '生成文书'], done: undefined };
  sent = [];
  moved = asksBeforeClosing(
    window as unknown as BrowserWindow,
    { working: () => working },
    ({ name }: Command) => void sent.push(name),
  );
  return () => vi.useRealTimers();
});

const ends = async () => {
  working = undefined;
  moved();
  await vi.advanceTimersByTimeAsync(1000);
};

describe('closing while something is at work', () => {
  it('asks once, by what is done', () => {
    window.close();
    window.close();
    expect(electron.dialog.showMessageBox.mock.calls).toEqual([
      [window, expect.objectContaining({ message: '正在添加佐证材料、生成文书，仍要退出？' })],
    ]);
    expect(window.closed).toBe(false);
  });

  it.each([
    ['waits for the end where that is wanted', 0, 'endsThen', [false, true]],
    ['stays where that is wanted', 1, 'staysOpen', [false, false]],
    ['cuts it off where that is wanted', 2, 'staysOpen', [true, true]],
  ])('%s', async (_, button, told, closed) => {
    window.close();
    await answer(button);
    expect(sent).toEqual([told]);
    expect(window.closed).toBe(closed[0]);
    await ends();
    expect(window.closed).toBe(closed[1]);
  });

  it('closes at once where it ended while the question was answered', async () => {
    window.close();
    working = undefined;
    await answer(0);
    expect(window.closed).toBe(true);
  });

  it('takes the question back where it ended before an answer, and stays', async () => {
    window.close();
    const [, { signal }] = electron.dialog.showMessageBox.mock.calls[0] as [unknown, { signal: AbortSignal }];
    await ends();
    expect(signal.aborted).toBe(true);
    await answer(0);
    expect([window.closed, sent]).toEqual([false, []]);
  });

  it('asks again where the words of the page kept the window open after all', async () => {
    window.isKeptByPage = true;
    window.close();
    await answer(2);
    expect(window.closed).toBe(false);
    window.close();
    expect(electron.dialog.showMessageBox).toHaveBeenCalledTimes(2);
  });
});

it('asks nothing where nothing is at work', () => {
  working = undefined;
  window.close();
  expect(window.closed).toBe(true);
  expect(electron.dialog.showMessageBox).not.toHaveBeenCalled();
});
