import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { MenuItemConstructorOptions, Session, WebContents } from 'electron';
import { listen } from '../../../../electron/desktop/ipc.ts';
import { setMenu } from '../../../../electron/desktop/menu.ts';
import { isOurs } from '../../../../electron/desktop/origin.ts';
import { registerScheme, servePages } from '../../../../electron/desktop/protocol.ts';
import { openWindow } from '../../../../electron/desktop/window.ts';
import { closeNetwork, lockContents, lockSession } from '../../../../electron/desktop/security.ts';

// The guards that a real window hides behind one another: here each stands alone (docs/GUARDS.md).

const electron = vi.hoisted(() => ({
  BrowserWindow: vi.fn(),
  screen: { getPrimaryDisplay: () => ({ workArea: { x: 0, y: 0, width: 1280, height: 720 } }), on: vi.fn() },
  app: { isPackaged: true, commandLine: { appendSwitch: vi.fn() } },
  dialog: { showMessageBoxSync: vi.fn() },
  ipcMain: { handle: vi.fn() },
  protocol: { registerSchemesAsPrivileged: vi.fn() },
  Menu: { buildFromTemplate: vi.fn(), setApplicationMenu: vi.fn() },
}));
vi.mock('electron', () => ({ ...electron, clipboard: {}, shell: {} }));

beforeEach(() => {
  vi.clearAllMocks();
  electron.app.isPackaged = true;
});

type Answer = { cancel: boolean };

/** Electron's session, as far as it can be locked: keeps what it is told. */
class FakeSession extends EventEmitter {
  readonly webRequest = { onBeforeRequest: vi.fn() };
  readonly protocol = { handle: vi.fn() };
  readonly setPermissionRequestHandler = vi.fn();
  readonly setPermissionCheckHandler = vi.fn();
  readonly setDevicePermissionHandler = vi.fn();
  readonly setSpellCheckerEnabled = vi.fn();
  readonly setSpellCheckerLanguages = vi.fn();
  readonly setProxy = vi.fn(() => Promise.resolve());
}

async function locked(): Promise<FakeSession> {
  const session = new FakeSession();
  await lockSession(session as unknown as Session);
  return session;
}

/** What was given to a fake's method the last time. */
const given = <T>(method: { mock: { calls: unknown[][] } }, place = 0): T =>
  method.mock.calls.at(-1)?.[place] as T;

describe('the session', () => {
  it.each([
    ['biaobing://app/', false],
    ['biaobing://app/index.html?x#y', false],
    ['blob:biaobing://app/1', false],
    ['data:text/plain,x', false],
    ['biaobing://other/', true],
    ['biaobing://app.evil/', true],
    ['http://127.0.0.1/', true],
    ['https://example.com/', true],
    ['ws://127.0.0.1/', true],
    ['file:///etc/hostname', true],
    ['ftp://127.0.0.1/', true],
    ['devtools://devtools/bundled/inspector.html', true],
  ])('a request for %s: refused %s', async (url, cancel) => {
    const session = await locked();
    const answer = vi.fn<(answer: Answer) => void>();
    given<(details: object, answer: (answer: Answer) => void) => void>(session.webRequest.onBeforeRequest)(
      { url },
      answer,
    );
    expect(answer).toHaveBeenCalledWith({ cancel });
  });

  it('grants nothing: not when asked, not when looked at, no device', async () => {
    const session = await locked();
    const answer = vi.fn();
    given<(contents: object, permission: string, answer: (granted: boolean) => void) => void>(
      session.setPermissionRequestHandler,
    )({}, 'usb', answer);
    expect(answer).toHaveBeenCalledExactlyOnceWith(false);
    expect(given<() => boolean>(session.setPermissionCheckHandler)()).toBe(false);
    for (const deviceType of ['usb', 'hid', 'serial']) {
      const handler = given<(details: object) => boolean>(session.setDevicePermissionHandler);
      expect(handler({ deviceType, origin: 'biaobing://app/', device: {} })).toBe(false);
    }
  });

  it.each([
    ['biaobing://app/download/x', true],
    ['biaobing://app.evil/x', false],
    ['blob:biaobing://app/1', false],
    ['data:text/plain,x', false],
    ['https://example.com/x.exe', false],
  ])('a download of %s: taken %s', async (url, taken) => {
    const session = await locked();
    const preventDefault = vi.fn();
    session.emit('will-download', { preventDefault }, { getURL: () => url });
    expect(preventDefault).toHaveBeenCalledTimes(taken ? 0 : 1);
  });

  it('asks no proxy and no spelling service', async () => {
    const session = await locked();
    expect(session.setProxy).toHaveBeenCalledExactlyOnceWith({ mode: 'direct' });
    expect(session.setSpellCheckerEnabled).toHaveBeenCalledExactlyOnceWith(false);
    expect(session.setSpellCheckerLanguages).toHaveBeenCalledExactlyOnceWith([]);
  });
});

it('switches off what speaks to the network by itself', () => {
  closeNetwork();
  expect(electron.app.commandLine.appendSwitch.mock.calls).toEqual([
    ['host-resolver-rules', 'MAP * ~NOTFOUND'],
    ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
    ['disable-background-networking'],
    ['disable-component-update'],
    ['disable-domain-reliability'],
    ['disable-sync'],
    ['disable-http-cache'],
    ['no-pings'],
  ]);
});

describe('a page', () => {
  class FakeContents extends EventEmitter {
    readonly setWindowOpenHandler = vi.fn();
    readonly setWebRTCIPHandlingPolicy = vi.fn();
  }
  const lockedPage = () => {
    const contents = new FakeContents();
    lockContents(contents as unknown as WebContents);
    return contents;
  };

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    'is refused by %s',
    (event) => {
      const preventDefault = vi.fn();
      lockedPage().emit(event, { preventDefault });
      expect(preventDefault).toHaveBeenCalledOnce();
    },
  );

  it('opens no window and tells no address', () => {
    const contents = lockedPage();
    expect(given<() => unknown>(contents.setWindowOpenHandler)()).toEqual({ action: 'deny' });
    expect(contents.setWebRTCIPHandlingPolicy).toHaveBeenCalledExactlyOnceWith('disable_non_proxied_udp');
  });
});

function opened() {
  const fake = { webContents: new EventEmitter(), loadURL: vi.fn(() => Promise.resolve()) };
  electron.BrowserWindow.mockImplementation(function FakeWindow() {
    return Object.assign(new EventEmitter(), fake);
  });
  openWindow({ preload: '/preload.cjs', icon: '/icon.png', stateFolder: '/nowhere' });
  return fake;
}

it('our window has these rights and no others: no Blink feature, no webview, no Node', () => {
  const { loadURL } = opened();
  const { webPreferences } = given<{ webPreferences: object }>(electron.BrowserWindow);
  expect(webPreferences).toEqual({
    preload: '/preload.cjs',
    ...{ sandbox: true, contextIsolation: true, webSecurity: true },
    ...{ nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false },
    ...{ allowRunningInsecureContent: false, experimentalFeatures: false, webviewTag: false },
    ...{ navigateOnDragDrop: false, spellcheck: false, zoomFactor: 1 },
  });
  expect(loadURL).toHaveBeenCalledExactlyOnceWith('biaobing://app/');
});

it.each([
  ['留在这里', 0],
  ['放弃并关闭', 1],
])('a window with words that are not saved asks before it closes: %s', (words, chosen) => {
  const { webContents } = opened();
  electron.dialog.showMessageBoxSync.mockReturnValueOnce(chosen);
  const preventDefault = vi.fn();
  webContents.emit('will-prevent-unload', { preventDefault });
  const asked = given<{ buttons: string[]; cancelId: number }>(electron.dialog.showMessageBoxSync, 1);
  expect(asked.buttons[chosen]).toBe(words);
  // Esc and the cross of the question lose nothing.
  expect(asked.cancelId).toBe(0);
  expect(preventDefault).toHaveBeenCalledTimes(chosen);
});

describe('our scheme', () => {
  it('has no more rights than a web page', () => {
    registerScheme();
    const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true };
    const all = [{ scheme: 'biaobing', privileges }];
    expect(electron.protocol.registerSchemesAsPrivileged).toHaveBeenCalledExactlyOnceWith(all);
  });

  it.each([
    ['biaobing://app/download/x', 'GET', true],
    ['biaobing://app/download/x', 'POST', false],
    ['biaobing://other/download/x', 'GET', false],
    ['biaobing://app.evil/download/x', 'GET', false],
  ])('%s by %s: asked for %s', async (url, method, asks) => {
    const session = new FakeSession();
    const downloadFile = vi.fn(() => Promise.resolve(undefined));
    const host = { downloadFile, evidenceFile: () => Promise.resolve(undefined) };
    servePages(session as unknown as Session, { host, rendererFolder: '/nowhere' });
    const handler = given<(request: object) => Promise<Response>>(session.protocol.handle, 1);
    expect((await handler({ url, method, headers: new Headers() })).status).toBe(404);
    expect(downloadFile).toHaveBeenCalledTimes(asks ? 1 : 0);
  });

  it.each([
    ['biaobing://app', true],
    ['biaobing://app/x', true],
    ['biaobing://app.evil/', false],
    ['biaobing://app:80/', false],
    ['biaobing://application/', false],
    ['biaobing://user@app/', false],
    ['BIAOBING://app/', false],
    ['http://app/', false],
    ['about:blank', false],
  ])('%s is ours: %s', (url, ours) => expect(isOurs(url)).toBe(ours));
});

describe('the channel', () => {
  const mainFrame = { url: 'biaobing://app/' };
  const contents = { id: 1, mainFrame } as unknown as WebContents;
  const call = { kind: 'call', name: 'hostInfo', input: {}, page: 'page' };
  const host = {
    call: vi.fn(() => Promise.resolve({ ok: true, value: 1 })),
    offerFile: vi.fn(() => 'token'),
    offerBytes: vi.fn(() => Promise.resolve('token')),
  };

  function tell(event: object, message: unknown = call, ours: WebContents | undefined = contents) {
    listen(host as never, () => ours);
    return given<(event: object, message: unknown) => Promise<unknown>>(electron.ipcMain.handle, 1)(
      event,
      message,
    );
  }

  it('answers our page', async () => {
    expect(await tell({ sender: contents, senderFrame: mainFrame })).toEqual({ ok: true, value: 1 });
  });

  it.each([
    ['another window', { sender: { id: 2 }, senderFrame: mainFrame }],
    ['a frame in our page', { sender: contents, senderFrame: { url: 'biaobing://app/' } }],
    ['a frame that is gone', { sender: contents, senderFrame: null }],
  ])('refuses %s', async (_, event) => {
    await expect(tell(event)).rejects.toThrow('refused');
    expect(host.call).not.toHaveBeenCalled();
  });

  it('refuses our window where it shows another place, or is gone', async () => {
    const elsewhere = { url: 'https://example.com/' };
    const moved = { id: 1, mainFrame: elsewhere } as unknown as WebContents;
    await expect(tell({ sender: moved, senderFrame: elsewhere }, call, moved)).rejects.toThrow('refused');
    const closed = { id: 1, mainFrame: null } as unknown as WebContents;
    await expect(tell({ sender: closed, senderFrame: null }, call, closed)).rejects.toThrow('refused');
    listen(host as never, () => undefined);
    const handler = given<(event: object, message: unknown) => Promise<unknown>>(electron.ipcMain.handle, 1);
    await expect(handler({ sender: contents, senderFrame: mainFrame }, call)).rejects.toThrow('refused');
    expect(host.call).not.toHaveBeenCalled();
  });

  it.each([
    ['another kind', { ...call, kind: 'eval' }],
    ['a name of any length', { ...call, name: 'x'.repeat(101) }],
    ['no path', { kind: 'offer', path: '', name: '甲' }],
    ['no message', null],
  ])('takes in nothing of %s', async (_, message) => {
    await expect(tell({ sender: contents, senderFrame: mainFrame }, message)).rejects.toThrow();
    for (const each of Object.values(host)) expect(each).not.toHaveBeenCalled();
  });
});

it.each([
  [true, false],
  [false, true],
])('the menu of a program that is packaged (%s) offers the developer tools: %s', (packaged, offered) => {
  electron.app.isPackaged = packaged;
  setMenu({ root: '/', send: () => undefined, zoom: () => undefined });
  const menu = JSON.stringify(given<MenuItemConstructorOptions[]>(electron.Menu.buildFromTemplate));
  expect(menu.includes('toggleDevTools')).toBe(offered);
});
