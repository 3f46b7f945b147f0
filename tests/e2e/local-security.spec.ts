import { rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doorName, type OpenDoor, openDoor } from './door.ts';
import { nextLink, startServer, stopServer } from './local-door.ts';

describe.runIf(doorName === 'local')('local door in a browser', () => {
  let door: OpenDoor;
  beforeAll(async () => {
    door = await openDoor();
  });
  afterAll(() => door?.close());

  it('enters by the link and leaves the token behind', async () => {
    expect(new URL(door.page.url()).search).toBe('');
    const [cookie, ...more] = await door.page.context().cookies();
    expect(more).toEqual([]);
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', domain: '127.0.0.1', expires: -1 });
    expect(await door.page.evaluate(() => document.cookie)).toBe('');
  });

  it('works in a second tab, and stays shut for another browser', async () => {
    const address = door.page.url();
    const tab = await door.page.context().newPage();
    await tab.goto(address);
    await tab.getByRole('button', { name: '打开示例' }).waitFor();
    await tab.close();
    expect((await fetch(address)).status).toBe(403);
  });

  it('runs no inline script and loads nothing from elsewhere', async () => {
    const result = await door.page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.ranInline = true';
      document.body.append(script);
      const elsewhere = await fetch('http://127.0.0.1:9/').then(
        () => 'answered',
        () => 'blocked',
      );
      return ['ranInline' in window, elsewhere];
    });
    expect(result).toEqual([false, 'blocked']);
    expect(door.problems.some((text) => text.includes('Content Security Policy'))).toBe(true);
  });

  it('lets no page of another origin call it', async () => {
    const foreign = await door.page.context().newPage();
    const api = new URL('api/hostInfo', door.page.url()).href;
    const status = door.page.context().waitForEvent('response', (response) => response.url() === api);
    // localhost and 127.0.0.1 are two origins of one site: the nearest that a foreign page can come.
    await foreign.route('http://localhost/', (route) =>
      route.fulfill({ contentType: 'text/html', body: `<form method="post" action="${api}"></form>` }),
    );
    await foreign.goto('http://localhost/');
    await foreign.evaluate(() => document.forms[0]?.submit());
    expect((await status).status()).toBe(403);
    await foreign.close();
  });

  it('prints a new link whenever Enter is pressed, which opens once', async () => {
    const root = await mkdtemp(join(tmpdir(), 'biaobing-link-'));
    const server = await startServer({ root, env: {} });
    server.process.stdin?.write('\n');
    const link = await nextLink(server.process);
    expect(link).not.toBe(server.link);
    const statuses: number[] = [];
    for (const url of [server.link, link, link]) {
      statuses.push((await fetch(url, { redirect: 'manual' })).status);
    }
    expect(statuses).toEqual([403, 303, 403]);
    await stopServer(server);
    expect(server.process.exitCode).toBe(0);
    await rm(root, { recursive: true });
  });
});
