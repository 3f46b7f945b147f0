import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { WebPreferences } from 'electron';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { electronArguments, electronProgram } from './desktop-door.ts';
import { doorName, type OpenDoor, openDoor } from './door.ts';
import { repository } from '../repository.ts';
import { outside, type Outside } from './outside.ts';

/** Long enough for a request to arrive at a server on the same machine. */
const ARRIVAL_MS = 700;
const BARE = 'data:text/html,<body>bare</body>';

/** What any page can try in order to reach `url`. Runs inside the page. */
async function reachOut(url: string): Promise<string[]> {
  const reached: string[] = [];
  const note = (way: string) => () => reached.push(way);
  await fetch(url, { mode: 'no-cors' }).then(note('fetch'), () => undefined);
  navigator.sendBeacon(url, 'x');
  new Image().src = url;
  for (const [tag, attributes] of [
    ['link', { rel: 'preconnect', href: url }],
    ['link', { rel: 'prefetch', href: url }],
    ['link', { rel: 'stylesheet', href: url }],
    ['script', { src: url }],
    ['iframe', { src: url }],
    ['object', { data: url }],
    ['video', { src: url }],
  ] as const) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    document.body.append(element);
  }
  const { port } = new URL(url);
  try {
    new WebSocket(`ws://127.0.0.1:${port}/`).onopen = note('WebSocket');
    new EventSource(url).onopen = note('EventSource');
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
  const peer = new RTCPeerConnection({
    iceServers: [{ urls: `turn:127.0.0.1:${port}?transport=tcp`, username: 'u', credential: 'c' }],
  });
  peer.createDataChannel('x');
  await peer.setLocalDescription(await peer.createOffer());
  return reached;
}

describe.runIf(doorName === 'desktop')('desktop security', () => {
  let door: OpenDoor;
  let world: Outside;
  beforeAll(async () => {
    world = await outside();
    // A proxy of the system, which would see every address.
    const proxy = world.url.slice(0, -1);
    door = await openDoor({ env: { http_proxy: proxy, https_proxy: proxy, no_proxy: '' } });
  });
  afterAll(async () => {
    await world?.close();
    await door?.close();
  });

  /** A window that no code of ours has made, of a page without a policy. */
  async function bareWindow(webPreferences: WebPreferences = {}): Promise<Page> {
    const opened = door.electron.waitForEvent('window');
    await door.electron.evaluate(
      async ({ BrowserWindow }, [url, wanted]) => {
        await new BrowserWindow({ show: false, webPreferences: wanted }).loadURL(url);
      },
      [BARE, webPreferences] as const,
    );
    return opened;
  }

  it('runs the page in a sandbox, apart from the preload script, without Node', async () => {
    const preferences = await door.electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    });
    // Left out of the answer where they have not been turned on.
    expect(preferences.nodeIntegrationInWorker ?? false).toBe(false);
    expect(preferences.enableBlinkFeatures ?? '').toBe('');
    expect(
      await door.page.evaluate(() => ['require', 'process', 'module'].filter((n) => n in window)),
    ).toEqual([]);
  });

  it('shows the page three functions and nothing else', async () => {
    const bridge = await door.page.evaluate(() =>
      Object.entries(window.biaobing ?? {}).map(([name, value]) => [name, typeof value]),
    );
    expect(bridge.sort()).toEqual([
      ['call', 'function'],
      ['offerFile', 'function'],
      ['onCommand', 'function'],
    ]);
  });

  it('serves its pages from its own origin under a strict policy', async () => {
    expect(await door.page.evaluate(() => [location.origin, isSecureContext])).toEqual([
      'biaobing://app',
      true,
    ]);
    const policy = await door.page.evaluate(async () =>
      (await fetch('./')).headers.get('content-security-policy'),
    );
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    const ran = await door.page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ranInline = true';
      document.body.append(script);
      return 'ranInline' in window;
    });
    expect(ran).toBe(false);
  });

  it('serves nothing but its pages', async () => {
    const statuses = await door.page.evaluate(async () => {
      const paths = [
        '/package.json',
        '/..%2f..%2fpackage.json',
        '/../../package.json',
        '/%2e%2e/package.json',
      ];
      return Promise.all(paths.map(async (path) => (await fetch(path)).status));
    });
    expect(statuses).toEqual([404, 404, 404, 404]);
    const others = await door.page.evaluate(async () => {
      const urls = ['biaobing://other/index.html', 'file:///etc/hostname'];
      const answers = await Promise.allSettled(urls.map((url) => fetch(url)));
      return answers.map(({ status }) => status);
    });
    expect(others).toEqual(['rejected', 'rejected']);
  });

  it('stays on its page', async () => {
    const before = door.page.url();
    for (const target of [world.url, 'file:///etc/hostname', 'biaobing://other/', 'data:text/html,x']) {
      await door.page.evaluate((url) => {
        const link = document.createElement('a');
        link.href = url;
        document.body.append(link);
        link.click();
        link.remove();
      }, target);
    }
    await door.page.evaluate((url) => location.assign(url), world.url);
    await wait(ARRIVAL_MS);
    expect(door.page.url()).toBe(before);
    expect(world.hits).toBe(0);
  });

  it('keeps every page where it is, also one that may load another of ours', async () => {
    const page = await bareWindow();
    await page.evaluate(() => location.assign('biaobing://app/index.html'));
    await wait(ARRIVAL_MS);
    expect(page.url()).toBe(BARE);
    await page.close();
  });

  it('attaches no webview, even where a window might show one', async () => {
    const page = await bareWindow({ webviewTag: true });
    const shown = await page.evaluate(() => document.createElement('webview').constructor.name);
    // The window itself would: what is refused below is refused by us.
    expect(shown).toBe('WebViewElement');
    await page.evaluate(() => {
      const view = document.createElement('webview');
      view.setAttribute('src', 'data:text/html,inside');
      document.body.append(view);
    });
    await wait(ARRIVAL_MS);
    const kinds = await door.electron.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => contents.getType()),
    );
    expect(kinds).toEqual(kinds.map(() => 'window'));
    await page.close();
  });

  it('downloads what its own page serves, and nothing else', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'biaobing-downloads-'));
    await door.electron.evaluate(({ session }, path) => {
      session.defaultSession.on('will-download', (_event, item) => {
        item.setSavePath(`${path}/${item.getURL().split(':')[0]}`);
      });
    }, folder);
    await door.page.evaluate(() => {
      const blob = URL.createObjectURL(new Blob(['x']));
      for (const href of [blob, 'data:application/octet-stream,x', './index.html']) {
        const link = Object.assign(document.createElement('a'), { href, download: 'x' });
        document.body.append(link);
        link.click();
        link.remove();
      }
    });
    const contents = ['data:text/plain,x', world.url];
    await door.electron.evaluate(({ BrowserWindow }, urls) => {
      for (const url of urls) BrowserWindow.getAllWindows()[0]?.webContents.downloadURL(url);
    }, contents);
    await vi.waitFor(async () => expect(await readdir(folder)).toContain('biaobing'));
    await wait(ARRIVAL_MS);
    expect(await readdir(folder)).toEqual(['biaobing']);
    expect(world.hits).toBe(0);
    await rm(folder, { recursive: true });
  });

  it('opens no second window', async () => {
    const opened = await door.page.evaluate((url) => {
      const link = document.createElement('a');
      link.href = url;
      link.target = '_blank';
      document.body.append(link);
      link.click();
      link.remove();
      return [window.open(url), window.open('about:blank'), window.open('./')];
    }, world.url);
    expect(opened).toEqual([null, null, null]);
    await wait(ARRIVAL_MS);
    expect(door.electron.windows()).toHaveLength(1);
    expect(world.hits).toBe(0);
  });

  it('grants no permission', async () => {
    const states = await door.page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
      const asked = names.map(async (name) => {
        const { state } = await navigator.permissions.query({ name: name as PermissionName });
        return [name, state];
      });
      return Promise.all(asked);
    });
    expect(states.filter(([, state]) => state !== 'denied')).toEqual([]);
    const requested = await door.page.evaluate(async () => {
      const answers = await Promise.allSettled([
        navigator.mediaDevices.getUserMedia({ video: true }),
        navigator.mediaDevices.getDisplayMedia(),
        navigator.clipboard.readText(),
        new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      ]);
      return [...answers.map(({ status }) => status), await Notification.requestPermission()];
    });
    expect(requested).toEqual(['rejected', 'rejected', 'rejected', 'rejected', 'denied']);
  });

  it('reaches nothing outside, by any way that a page has', async () => {
    expect(await door.page.evaluate(reachOut, world.url)).toEqual([]);
    await wait(ARRIVAL_MS);
    expect(world.hits).toBe(0);
  });

  it('reaches nothing outside even from a page without a policy', async () => {
    const page = await bareWindow();
    expect(await page.evaluate(reachOut, world.url)).toEqual([]);
    // The second is what the names that resolve to nothing do not stop.
    const byMain = await door.electron.evaluate(
      async ({ session }, urls) => {
        const answers = await Promise.allSettled(urls.map((url) => session.defaultSession.fetch(url)));
        return answers.map(({ status }) => status);
      },
      [world.url, 'file:///etc/hostname'],
    );
    expect(byMain).toEqual(['rejected', 'rejected']);
    await wait(ARRIVAL_MS);
    expect(world.hits).toBe(0);
    await page.close();
    // The count is worth something: the same address answers anyone else.
    expect(await (await fetch(world.url)).text()).toBe('ok');
    expect(world.hits).toBe(1);
  });

  it('answers no call but from its own page', async () => {
    const call = (): Promise<string> =>
      (window.biaobing ?? { call: () => Promise.reject(new Error('no bridge')) })
        .call('hostInfo', {}, 'page')
        .then(
          () => 'answered',
          (error: unknown) => String(error),
        );
    expect(await door.page.evaluate(call)).toBe('answered');
    for (const url of ['data:text/html,<body>foreign</body>', 'biaobing://app/']) {
      const second = door.electron.waitForEvent('window');
      await door.electron.evaluate(
        async ({ BrowserWindow }, [where, preload]) => {
          const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, preload } });
          await window.loadURL(where ?? '');
        },
        [url, `${repository}/dist/desktop/preload.cjs`],
      );
      const page = await second;
      expect(await page.evaluate(call)).toContain('refused');
      await page.close();
    }
    const inFrame = await door.page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      return frame.contentWindow !== null && 'biaobing' in frame.contentWindow;
    });
    expect(inFrame).toBe(false);
  });

  it('has no spelling service, no remote module and no webview', async () => {
    const state = await door.electron.evaluate(async ({ session, app, BrowserWindow }) => ({
      spelling: session.defaultSession.isSpellCheckerEnabled(),
      languages: session.defaultSession.getSpellCheckerLanguages(),
      resolver: app.commandLine.getSwitchValue('host-resolver-rules'),
      background: app.commandLine.hasSwitch('disable-background-networking'),
      proxy: await session.defaultSession.resolveProxy('https://example.com/'),
      webRtc: BrowserWindow.getAllWindows()[0]?.webContents.getWebRTCIPHandlingPolicy(),
    }));
    expect(state).toEqual({
      ...{ spelling: false, languages: [] },
      ...{ resolver: 'MAP * ~NOTFOUND', background: true },
      // Not the one that the system names (`beforeAll`).
      proxy: 'DIRECT',
      webRtc: 'disable_non_proxied_udp',
    });
    const webview = await door.page.evaluate(() => document.createElement('webview').constructor.name);
    expect(webview).not.toBe('WebView');
  });

  it('runs once per user: a second start shows the first window', async () => {
    const profile = await door.electron.evaluate(({ app }) => app.getPath('userData'));
    const second = spawn(
      electronProgram(),
      [repository, ...electronArguments({ root: door.root, profile })],
      {
        stdio: 'ignore',
      },
    );
    const [code] = (await once(second, 'exit')) as [number];
    expect(code).toBe(0);
    expect(door.electron.windows()).toHaveLength(1);
  });

  it('lets the window be made as small as its pages stand', async () => {
    const minimum = await door.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getMinimumSize(),
    );
    expect(minimum).toEqual([640, 480]);
  });
});
