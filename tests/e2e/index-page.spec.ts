import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { awkward } from '../unit/electron/services/package/awkward.ts';
import { exportFixture } from '../unit/electron/services/package/fixture.ts';
import { Forgery } from '../unit/electron/services/package/forge.ts';
import { openBrowser } from './local-door.ts';

/** 目录.html by a double click from the unpacked folder. */
describe('目录.html in a browser', () => {
  let folder: string;
  let context: BrowserContext;
  let address: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'index-page-'));
    context = await openBrowser(folder);
    const bag = await Forgery.of((await exportFixture(await awkward())).file);
    address = pathToFileURL(join(bag.root, 'data/目录.html')).href;
  });
  afterAll(async () => {
    await context?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('opens every file at a click and says nothing in the console', async () => {
    const page = await context.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('dialog', (dialog) => said.push(dialog.message()));
    await page.goto(address);
    const names = await page.getByRole('link').allTextContents();
    expect(names).toContain('<img src=x onerror=alert(1)>');
    for (let index = 0; index < names.length; index += 1) {
      const link = page.getByRole('link').nth(index);
      // A picture is shown, a text as well; what the browser cannot show it would save.
      const href = await link.evaluate((element) => (element as HTMLAnchorElement).href);
      if (!/\.(txt|jpg)$/i.test(href)) continue;
      await link.click();
      await page.waitForURL((url) => url.href !== address);
      expect(await page.evaluate(() => document.contentType)).toMatch(/^(text\/plain|image\/)/);
      await page.goBack();
    }
    expect(said).toEqual([]);
  });
});
