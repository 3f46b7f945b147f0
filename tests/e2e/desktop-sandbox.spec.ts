import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, copyFile, cp, link, mkdir, mkdtemp, readdir, readFile } from 'node:fs/promises';
import { readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { openByDebugger } from './by-debugger.ts';
import { electronProgram } from './desktop-door.ts';
import { doorName } from './door.ts';
import { repository } from '../repository.ts';
import { isRoot } from './local-door.ts';

/** No user need bear this number: a process may run under any. */
const ORDINARY = isRoot ? 12_345 : (process.getuid?.() ?? 0);
const as = isRoot ? { uid: ORDINARY, gid: ORDINARY } : {};

/** Also starts a window that asks to be outside the sandbox. */
const START = `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() =>
  new BrowserWindow({ show: false, webPreferences: { sandbox: false } }).loadURL('data:text/html,bare'));
require('./dist/desktop/main.cjs');
`;

/** The other desktop tests run as whoever runs them: where that is root, Chromium has no sandbox. */
describe.runIf(doorName === 'desktop' && process.platform === 'linux')('an ordinary user', () => {
  let folder: string | undefined;
  let running: ChildProcess | undefined;

  afterAll(async () => {
    if (running && running.exitCode === null) running.kill('SIGKILL');
    if (folder !== undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  async function start(where: Places): Promise<{ browser: Browser; page: Page; program: ChildProcess }> {
    const { electron, home, program } = where;
    const options = [`--root=${home}/data`, `--user-data-dir=${home}/profile`, '--lang=zh-CN'];
    const env = { ...process.env, HOME: home, TMPDIR: `${home}/tmp`, XDG_RUNTIME_DIR: `${home}/run` };
    running = spawn(electron, [program, ...options, '--remote-debugging-port=0'], {
      env: { ...env, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, XAUTHORITY: where.authority },
      cwd: home,
      stdio: ['ignore', 'ignore', 'pipe'],
      ...as,
    });
    return { ...(await openByDebugger(running)), program: running };
  }

  async function stop({ browser, program }: { browser: Browser; program: ChildProcess }): Promise<void> {
    await browser.close();
    const ended = once(program, 'exit');
    program.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  }

  it('works in the sandbox, and keeps what is theirs', async (context) => {
    const refusal = await refusesSandbox();
    if (refusal !== undefined) {
      const why = `not tried: an ordinary user with the sandbox on. ${refusal}`;
      console.warn(why);
      // vitest's report does not hold the reason; .ci/sum.mjs says it by this.
      Object.assign(context.task.meta, { skipped: why });
      context.skip(why);
    }
    folder = await mkdtemp(join(tmpdir(), 'biaobing-ordinary-'));
    const places = await prepare(folder);

    const first = await start(places);
    await checkProcesses(first.program.pid ?? 0);
    await first.page.getByRole('button', { name: '打开示例' }).click();
    await total(first.page, '93.89');
    await first.page.getByRole('button', { name: '首页' }).click();
    await first.page.getByRole('button', { name: '新建自评' }).click();
    await first.page.getByLabel('单位名称').fill('普通用户测试局');
    await first.page.getByRole('button', { name: '建立并打开' }).click();
    await openItem(first.page);
    await first.page.getByLabel(UNCHECKED, { exact: true }).fill('1');
    await total(first.page, '1.5');
    await first.page.getByText('已保存', { exact: true }).waitFor();
    await stop(first);

    const second = await start(places);
    await second.page.getByRole('button', { name: /^打开 普通用户测试局/ }).click();
    await total(second.page, '1.5');
    await openItem(second.page);
    expect(await second.page.getByLabel(UNCHECKED, { exact: true }).inputValue()).toBe('1');
    await stop(second);
    await checkFiles(join(places.home, 'data'));
  });
});

const UNCHECKED = '持证人员未按规定参加年审（人）';

function total(page: Page, points: string): Promise<void> {
  return page.getByRole('banner').getByText(`${points} 分`, { exact: true }).waitFor();
}

async function openItem(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: '逐项自评', exact: true }).click();
  await page.getByPlaceholder('搜索编号、标题、评分标准').fill('2.4');
  await page.getByRole('treeitem', { name: /^2\.4\s/ }).click();
  await page.getByRole('heading', { name: /^2\.4\s/ }).waitFor();
}

/** Why this kernel lets an ordinary user have no sandbox; undefined where it does. */
async function refusesSandbox(): Promise<string | undefined> {
  const helper = await stat(join(dirname(electronProgram()), 'chrome-sandbox')).catch(() => undefined);
  if (helper?.uid === 0 && (helper.mode & 0o4001) === 0o4001) return undefined;
  const { status, stderr, error } = spawnSync('unshare', ['-Ur', 'true'], { encoding: 'utf8', ...as });
  return status === 0 ? undefined : `No user namespaces: ${error?.message ?? stderr.trim()}`;
}

interface Places {
  readonly electron: string;
  readonly program: string;
  readonly home: string;
  readonly authority: string;
}

/** Electron and the program where an ordinary user can read them: what root has built may lie in its own home. */
async function prepare(folder: string): Promise<Places> {
  await chmod(folder, 0o755);
  const [electron, program, home] = ['electron', 'program', 'home'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await linkTree(dirname(electronProgram()), electron);
  await mkdir(program);
  for (const name of ['dist', 'scoring-standards']) {
    await cp(join(repository, name), join(program, name), { recursive: true });
  }
  const text = await readFile(join(repository, 'package.json'), 'utf8');
  await writeFile(join(program, 'package.json'), JSON.stringify({ ...JSON.parse(text), main: 'start.cjs' }));
  await writeFile(join(program, 'start.cjs'), START);
  const authority = join(home, 'authority');
  for (const path of [home, ...['data', 'tmp', 'run'].map((name) => join(home, name))]) {
    await mkdir(path, { mode: 0o700 });
  }
  // xvfb-run's is root's alone.
  await copyFile(process.env.XAUTHORITY ?? '/dev/null', authority);
  for (const name of ['.', ...(await readdir(home))]) await chown(join(home, name), ORDINARY, ORDINARY_GROUP);
  return { electron: join(electron, basename(electronProgram())), program, home, authority };
}

const ORDINARY_GROUP = isRoot ? ORDINARY : (process.getgid?.() ?? 0);

/** Hard links where they can be made: Electron is large. */
async function linkTree(from: string, to: string): Promise<void> {
  await mkdir(to);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await linkTree(source, target);
    else await link(source, target).catch(() => copyFile(source, target));
  }
}

/** All processes of the program are the user's, and every page is shut in by the kernel. */
async function checkProcesses(browser: number): Promise<void> {
  const all = await family(browser);
  const ids = all.map(({ status }) => status.Uid);
  expect(ids).toEqual(ids.map(() => Array(4).fill(ORDINARY).join('\t')));
  const pages = all.filter(({ command }) => command.includes('--type=renderer'));
  // Ours, and the one that asked to be outside.
  expect(pages.length).toBeGreaterThanOrEqual(2);
  for (const { pid, status, command } of pages) {
    expect(command).not.toContain('--no-sandbox');
    // Its calls of the system are filtered, it can gain no rights, it sees no other process.
    expect(status).toMatchObject({ Seccomp: '2', NoNewPrivs: '1', CapEff: '0000000000000000' });
    expect(status.NSpid?.split('\t').length).toBeGreaterThan(1);
    // Only root may look at the namespaces of a process that is shut in.
    if (isRoot) expect(await userSpace(pid)).not.toBe(await userSpace(browser));
  }
}

const userSpace = (pid: number): Promise<string> => readlink(`/proc/${pid}/ns/user`);

interface Process {
  readonly pid: number;
  readonly status: Record<string, string>;
  readonly command: string;
}

/** A process and all that descend from it. */
async function family(first: number): Promise<Process[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const all = (await Promise.all(pids.map(readProcess))).flatMap((each) => (each ? [each] : []));
  const found = all.filter(({ pid }) => pid === first);
  // Grows while it is walked through.
  for (const { pid } of found) found.push(...all.filter(({ status }) => status.PPid === String(pid)));
  return found;
}

async function readProcess(pid: number): Promise<Process | undefined> {
  try {
    const lines = (await readFile(`/proc/${pid}/status`, 'utf8')).trim().split('\n');
    const pairs = lines.map((line) => [
      line.slice(0, line.indexOf(':')),
      line.slice(line.indexOf(':') + 1).trim(),
    ]);
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
    return { pid, status: Object.fromEntries(pairs) as Record<string, string>, command };
  } catch {
    return undefined; // It has ended.
  }
}

/** What the program made is its user's alone. */
async function checkFiles(root: string): Promise<void> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  expect(entries.length).toBeGreaterThan(5);
  const strange: string[] = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const { uid, mode } = await stat(path);
    const right = entry.isDirectory() ? 0o700 : 0o600;
    if (uid !== ORDINARY || (mode & 0o777) !== right)
      strange.push(`${path} ${uid} ${(mode & 0o777).toString(8)}`);
  }
  expect(strange).toEqual([]);
}
