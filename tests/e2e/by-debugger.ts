import type { ChildProcess } from 'node:child_process';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect, vi } from 'vitest';

/** The window of a program that was started with --remote-debugging-port=0, without any hook of the driver's. */
export async function openByDebugger(started: ChildProcess): Promise<{ browser: Browser; page: Page }> {
  const browser = await chromium.connectOverCDP(await debuggerOrigin(started));
  const pages = browser.contexts().flatMap((context) => context.pages());
  const page = pages.find((each) => each.url().startsWith('biaobing://app/'));
  if (!page) throw new Error('no window');
  return { browser, page };
}

/**
 * Where Chromium listens, once its page has loaded: attaching to a page that is just being made can hang.
 * Its messages are read to the end, so that a full pipe never holds it up.
 */
async function debuggerOrigin(started: ChildProcess): Promise<string> {
  let text = '';
  const origin = await new Promise<string>((resolve, reject) => {
    started.on('exit', () => reject(new Error(`the program ended: ${text}`)));
    started.stderr?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      const place = /DevTools listening on ws:\/\/([^/]+)/.exec(text)?.[1];
      if (place) resolve(`http://${place}`);
    });
  });
  await vi.waitFor(
    async () => {
      const pages = (await (await fetch(`${origin}/json/list`)).json()) as { title: string }[];
      expect(pages.map(({ title }) => title)).toContain('标兵自评');
    },
    { timeout: 30_000, interval: 200 },
  );
  return origin;
}
