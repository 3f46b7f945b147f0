import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { doorName, type OpenDoor, openDoor } from './door.ts';
import { nextLink, type Server, startServer, stopServer } from './local-door.ts';

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
    expect(statuses).toEqual([403, 200, 403]);
    await stopServer(server);
    expect(server.process.exitCode).toBe(0);
    await rm(root, { recursive: true });
  });

  describe('opening the browser by itself', () => {
    /** The server with a display, whose system browser only notes down what it was given. */
    async function serverWithDisplay(): Promise<{
      server: Server;
      root: string;
      given: () => Promise<string>;
    }> {
      const home = await mkdtemp(join(tmpdir(), 'biaobing-opener-'));
      const [root, bin, noted] = ['data', 'bin', 'noted'].map((name) => join(home, name)) as [
        string,
        string,
        string,
      ];
      await mkdir(root);
      await chmod(root, 0o2770);
      await mkdir(bin);
      const script = `#!/bin/sh\nprintf '%s\\n' "$@" > '${noted}.part' && mv '${noted}.part' '${noted}'\n`;
      for (const name of ['xdg-open', 'open']) await writeFile(join(bin, name), script, { mode: 0o755 });
      const env = { DISPLAY: ':99', PATH: `${bin}:${process.env.PATH}` };
      const server = await startServer({ root, env }, []);
      onTestFinished(async () => {
        await stopServer(server);
        await rm(home, { recursive: true, force: true });
      });
      const given = async (): Promise<string> =>
        vi.waitFor(async () => (await readFile(noted, 'utf8')).trimEnd(), { timeout: 10_000 });
      return { server, root, given };
    }

    it('hands it a file that only the user can read, with the link and nothing else in it', async () => {
      const { server, given } = await serverWithDisplay();
      const path = await given();
      expect(path).not.toContain('token');
      expect((await stat(path)).mode & 0o777).toBe(0o600);
      expect((await stat(dirname(path))).mode & 0o777).toBe(0o700);
      expect(await readdir(dirname(path))).toHaveLength(1);
      const content = await readFile(path, 'utf8');
      expect(content.replace(server.link, 'LINK')).toBe(
        '<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer">' +
          '<meta http-equiv="refresh" content="0; url=LINK"><title>标兵自评</title>\n',
      );
    });

    it('leads from the file to the working page, once', async () => {
      const { server, root, given } = await serverWithDisplay();
      const path = await given();
      const copy = join(root, 'copy.html');
      await copyFile(path, copy);
      const tab = await door.page.context().newPage();
      await tab.goto(pathToFileURL(path).href);
      await tab.getByRole('button', { name: '打开示例' }).waitFor();
      expect(tab.url()).toBe(new URL('/', server.link).href);
      expect(await tab.evaluate(async () => (await fetch('/index.html')).status)).toBe(200);
      await vi.waitFor(async () => expect(await readdir(dirname(dirname(path)))).toEqual([]));

      // The same browser, which has its cookie by now, and the address that is used up.
      await tab.goto(pathToFileURL(copy).href);
      await tab.getByText('这个地址已经用过或已失效').waitFor();
      expect(tab.url()).toBe(server.link);
      await tab.goto(new URL('/', server.link).href);
      await tab.getByRole('button', { name: '打开示例' }).waitFor();
      await tab.close();
    });

    it('is refused to every other address that a file leads to, cookie or not', async () => {
      const { root } = await serverWithDisplay();
      const tab = await door.page.context().newPage();
      const api = new URL('api/hostInfo', door.page.url()).href;
      for (const address of [door.page.url(), new URL('index.html', door.page.url()).href, api]) {
        const page = join(root, 'foreign.html');
        await writeFile(page, `<meta http-equiv="refresh" content="0; url=${address}">`);
        const answered = tab.waitForResponse(address);
        await tab.goto(pathToFileURL(page).href);
        expect([address, (await answered).status()]).toEqual([address, 403]);
        await tab.getByText('拒绝访问').waitFor();
      }
      await tab.close();
    });

    it('removes the file when the program ends, or when a new link is asked for', async () => {
      const ended = await serverWithDisplay();
      const path = await ended.given();
      await stopServer(ended.server);
      await expect(stat(dirname(path))).rejects.toThrow('ENOENT');
      const asked = await serverWithDisplay();
      const other = await asked.given();
      asked.server.process.stdin?.write('\n');
      const link = await nextLink(asked.server.process);
      await vi.waitFor(() => expect(stat(dirname(other))).rejects.toThrow('ENOENT'));
      expect((await fetch(link)).status).toBe(200);
    });
  });
});
