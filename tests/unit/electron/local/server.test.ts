import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../services/fixture.ts';

/** What each system opens a file with, and what it is given before the file. */
const OPENERS = [
  ['linux', 'xdg-open', []],
  ['darwin', 'open', []],
  ['win32', 'rundll32', ['url.dll,FileProtocolHandler']],
] as const;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

let root: string;
/** Holds nothing but the programs of this test: whatever is looked for by name is here or nowhere. */
let programs: string;
let said: string[];
let exits: number[];
const platform = Object.getOwnPropertyDescriptor(process, 'platform')!;
const argv = process.argv;
/** Those of the test runner, which stay. */
const others = new Set(SIGNALS.flatMap((signal) => process.listeners(signal)));

beforeEach(async () => {
  const folder = await temporaryFolder();
  [root, programs, said, exits] = [join(folder, '数据'), join(folder, 'bin'), [], []];
  await mkdir(programs);
  vi.resetModules();
  vi.stubGlobal('__VERSION__', '0.0.0');
  vi.stubEnv('PATH', programs);
  vi.stubEnv('DISPLAY', ':0');
  vi.stubEnv('WAYLAND_DISPLAY', undefined);
  vi.spyOn(console, 'log').mockImplementation((text: string) => void said.push(text));
  vi.spyOn(console, 'error').mockImplementation((text: unknown) => void said.push(String(text)));
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    exits.push(Number(code));
    return undefined as never;
  });
});

afterEach(async () => {
  await end('SIGTERM');
  for (const signal of SIGNALS) {
    for (const own of process.listeners(signal).filter((each) => !others.has(each))) process.off(signal, own);
  }
  process.stdin.removeAllListeners('data');
  process.stdin.pause();
  Object.defineProperty(process, 'platform', platform);
  process.argv = argv;
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

async function start(...args: string[]): Promise<void> {
  process.argv = ['node', 'server.mjs', `--root=${root}`, ...args];
  await import('../../../../electron/local/server.ts');
}

async function end(signal: (typeof SIGNALS)[number]): Promise<void> {
  if (process.listeners(signal).every((each) => others.has(each))) return;
  process.emit(signal);
  await vi.waitFor(() => expect(exits).not.toEqual([]), { timeout: 10_000 });
}

/** A program that notes down what it was given and the file that it was to open. */
async function program(name: string): Promise<void> {
  const note = join(programs, 'opened');
  const script = `#!/bin/sh
for last; do :; done
printf '%s\\n' "$@" > '${note}.args'
/bin/cat "$last" > '${note}.part' && /bin/mv '${note}.part' '${note}'
`;
  await writeFile(join(programs, name), script);
  await chmod(join(programs, name), 0o755);
}

const waitForOpened = (): Promise<string> =>
  vi.waitFor(() => readFile(join(programs, 'opened'), 'utf8'), { timeout: 10_000 });
const links = (): string[] => said.join('\n').match(/http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/g) ?? [];
const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

describe('the program that serves browsers', () => {
  it.each(OPENERS)(
    '%s: opens the link by %s, in a file that is gone once the link is spent',
    async (system, name, before) => {
      await program(name);
      Object.defineProperty(process, 'platform', { value: system });
      await start();
      const page = await waitForOpened();
      expect(page).toContain(`url=${links()[0]}`);
      const args = (await readFile(join(programs, 'opened.args'), 'utf8')).trim().split('\n');
      const file = args.pop() ?? '';
      expect(args).toEqual(before);
      expect(file.startsWith(root)).toBe(true);
      expect(await isThere(file)).toBe(true);
      expect((await fetch(links()[0] ?? '')).status).toBe(200);
      await vi.waitFor(async () => expect(await isThere(file)).toBe(false));
    },
  );

  it('goes on where no browser is found, and says so', async () => {
    await start();
    await vi.waitFor(() => expect(said.join('\n')).toContain('没有找到浏览器，请自行打开上面的地址。'));
    expect((await fetch(links()[0] ?? '')).status).toBe(200);
  });

  it.each([
    ['linux', { DISPLAY: undefined }, [], false],
    ['linux', { DISPLAY: undefined, WAYLAND_DISPLAY: 'wayland-0' }, [], true],
    ['darwin', { DISPLAY: undefined }, [], true],
    ['win32', { DISPLAY: undefined }, [], true],
    ['linux', {}, ['--no-open'], false],
  ] as const)('%s with %o and %o looks for a browser: %s', async (system, env, args, looks) => {
    Object.defineProperty(process, 'platform', { value: system });
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    await start(...args);
    expect(links()).toHaveLength(1);
    // There is none, so looking for one says so.
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(said.join('\n').includes('没有找到浏览器')).toBe(looks);
  });

  it('goes on where the data folder cannot be written, and says so', async () => {
    await program('xdg-open');
    await writeFile(join(programs, 'file'), '');
    root = join(programs, 'file', '数据');
    await start();
    expect(said.join('\n')).toContain('没有自动打开浏览器，请自行打开上面的地址。');
    expect(said.join('\n')).toContain('没有成功');
    expect(await isThere(join(programs, 'opened'))).toBe(false);
    expect((await fetch(links()[0] ?? '')).status).toBe(200);
  });

  it('gives a new link for Enter, and the file with the old one goes', async () => {
    await program('xdg-open');
    await start();
    await waitForOpened();
    const file = (await readFile(join(programs, 'opened.args'), 'utf8')).trim();
    process.stdin.emit('data', '\n');
    const [first = '', second = ''] = links();
    expect(second).not.toBe(first);
    await vi.waitFor(async () => expect(await isThere(file)).toBe(false));
    expect((await fetch(second)).status).toBe(200);
  });

  it.each(SIGNALS)('%s closes once, and leaves nothing temporary behind', async (signal) => {
    await program('xdg-open');
    await start();
    await waitForOpened();
    const [link = ''] = links();
    process.emit(signal);
    await end(signal);
    expect(exits).toEqual([0]);
    expect(said.filter((text) => text === '内容已保存，程序已退出。')).toHaveLength(1);
    await expect(fetch(link)).rejects.toThrow();
    expect((await readdir(root, { recursive: true })).filter((name) => name.endsWith('.html'))).toEqual([]);
  });

  it('says where the data lies and how to go on', async () => {
    await start('--no-open');
    expect(said).toEqual([
      `标兵自评已启动，请用本机浏览器打开：\n\n  ${links()[0]}\n`,
      `数据文件夹：${root}`,
      '地址只能用一次。要在别的浏览器中打开，请按回车键取得新的地址。退出请按 Ctrl+C。\n',
    ]);
  });
});
