import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { electronArguments, electronProgram } from './desktop-door.ts';
import { doorName, type OpenDoor, openDoor } from './door.ts';
import { repository } from '../repository.ts';
import { outside, type Outside } from './outside.ts';

/** Long enough for a request to arrive at a server on the same machine. */
const ARRIVAL_MS = 700;

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
    door = await openDoor();
    world = await outside();
  });
  afterAll(async () => {
    await world?.close();
    await door?.close();
  });

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
    const bare = door.electron.waitForEvent('window');
    await door.electron.evaluate(async ({ BrowserWindow }) => {
      await new BrowserWindow({ show: false }).loadURL('data:text/html,<body>bare</body>');
    });
    const page = await bare;
    expect(await page.evaluate(reachOut, world.url)).toEqual([]);
    const byMain = await door.electron.evaluate(async ({ session }, url) => {
      return session.defaultSession.fetch(url).then(
        () => 'answered',
        () => 'blocked',
      );
    }, world.url);
    expect(byMain).toBe('blocked');
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
    const state = await door.electron.evaluate(({ session, app }) => ({
      spelling: session.defaultSession.isSpellCheckerEnabled(),
      resolver: app.commandLine.getSwitchValue('host-resolver-rules'),
      background: app.commandLine.hasSwitch('disable-background-networking'),
    }));
    expect(state).toEqual({ spelling: false, resolver: 'MAP * ~NOTFOUND', background: true });
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
