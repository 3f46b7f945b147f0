import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { electronArguments } from '../../e2e/desktop-door.ts';
import { openBrowser, startServer, stopServer } from '../../e2e/local-door.ts';
import { repository } from '../../repository.ts';
import { makeDataFolder } from '../data/data-folder.ts';
import type { Line } from '../line.ts';
import { type Quiet, quietness, settle } from '../measure.ts';
import type { Row, Workshop } from '../workshop.ts';

const UNIT = { id: '33333333-3333-4333-8333-333333333333', unit: '起步单位', items: 56 };
/** Starts that are not counted: the profile is made, then the code that Chromium keeps. */
const WARM_UP = 2;

/** Loaded before the program: tells when the screen can be used, and leaves time to keep what the next start needs. */
const HOOK = `
const { app } = require('electron');
app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', async () => {
    const at = await contents.executeJavaScript(\`new Promise((done) => {
      const look = () => {
        if (document.querySelector(\${JSON.stringify(process.env.BENCH_SELECTOR)}))
          requestAnimationFrame(() => setTimeout(() => done(Date.now())));
        else setTimeout(look, 4);
      };
      look();
    })\`);
    process.stdout.write('usable ' + at + '\\n');
    setTimeout(() => app.quit(), 2500);
  });
});
`;

/** The same runtime, a window of the same kind, and nothing in it. */
const EMPTY_MAIN = `
const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } });
  return window.loadFile('index.html');
});
app.on('window-all-closed', () => app.quit());
`;
const EMPTY_PAGE =
  '<!doctype html><meta charset="utf-8"><title>空</title><main><button>新建自评</button></main>';
const OURS = `button[aria-label="打开 ${UNIT.unit}"]`;

export const startRows: readonly Row[] = [
  { name: 'start', about: 'first usable screen at a later start, against an empty page', lines },
];

interface Screen {
  readonly stop: () => void;
  readonly env: NodeJS.ProcessEnv;
}

async function lines(workshop: Workshop): Promise<Line[]> {
  const root = workshop.at('start-data');
  await makeDataFolder(root, [UNIT]);
  const electron = process.env.BIAOBING_ELECTRON;
  const screen = electron === undefined ? undefined : await screenToDrawOn(workshop);
  if (electron === undefined || screen === undefined) return [await localDoor(workshop, root)];
  try {
    return [await desktop(workshop, { electron, root, env: screen.env })];
  } finally {
    screen.stop();
  }
}

async function desktop(
  workshop: Workshop,
  { electron, root, env }: { electron: string; root: string; env: NodeJS.ProcessEnv },
): Promise<Line> {
  const hook = workshop.at('usable.cjs');
  const empty = workshop.at('empty');
  await mkdir(empty);
  await writeFile(hook, HOOK);
  await writeFile(join(empty, 'package.json'), '{"name":"empty","main":"main.js"}');
  await writeFile(join(empty, 'main.js'), EMPTY_MAIN);
  await writeFile(join(empty, 'index.html'), EMPTY_PAGE);
  const start = (program: string, profile: string, selector: string): Promise<number> =>
    usableAfter(
      electron,
      ['-r', hook, program, ...electronArguments({ root, profile: workshop.at(profile) })],
      {
        ...env,
        BENCH_SELECTOR: selector,
      },
    );
  return byTurns(workshop, {
    against: 'the same Electron with an empty page',
    ours: () => start(repository, 'profile-ours', OURS),
    theirs: () => start(empty, 'profile-empty', 'button'),
  });
}

/** From before the process is there until it says that its screen can be used. */
async function usableAfter(program: string, args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const started = Date.now();
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += String(chunk)));
  child.stderr.on('data', (chunk: Buffer) => (err += String(chunk)));
  const hanging = setTimeout(() => child.kill('SIGKILL'), 60_000);
  await once(child, 'close');
  clearTimeout(hanging);
  const usable = /usable (\d+)/.exec(out)?.[1];
  if (usable === undefined) throw new Error(`It never could be used: ${err.slice(-600)}`);
  return Number(usable) - started;
}

/** Where no Electron can start: the server and its page in a browser that is open already. */
async function localDoor(workshop: Workshop, root: string): Promise<Line> {
  const what = 'first usable screen, later start (local door: no Electron or no display here)';
  const browser = await openBrowser(workshop.at('start-profile')).catch((error: unknown) => String(error));
  if (typeof browser === 'string') {
    const note = 'neither Electron nor Chromium starts here';
    return { what, against: '–', ours: [], theirs: [], before: [await quietness()], unit: 'ms', note };
  }
  const script = workshop.at('empty-server.mjs');
  await writeFile(script, emptyServer());
  const until = async (link: string, selector: string): Promise<void> => {
    const page = await browser.newPage();
    await page.goto(link);
    await page.locator(selector).waitFor();
    await page.close();
  };
  try {
    return await byTurns(workshop, {
      what,
      against: 'a server of Node with an empty page, the same browser',
      ours: async () => {
        const started = Date.now();
        const server = await startServer({ root, env: {} });
        await until(server.link, OURS);
        const took = Date.now() - started;
        await stopServer(server);
        return took;
      },
      theirs: async () => {
        const started = Date.now();
        const server = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
        await until(await firstWord(server), 'button');
        const took = Date.now() - started;
        server.kill();
        await once(server, 'close');
        return took;
      },
    });
  } finally {
    await browser.close();
  }
}

function emptyServer(): string {
  return `
import { createServer } from 'node:http';
const server = createServer((_, answer) => {
  answer.setHeader('content-type', 'text/html').end(${JSON.stringify(EMPTY_PAGE)});
});
server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port + '/'));
`;
}

async function byTurns(
  { runs }: Workshop,
  {
    what = 'first usable screen, later start (desktop)',
    against,
    ours,
    theirs,
  }: { what?: string; against: string; ours: () => Promise<number>; theirs: () => Promise<number> },
): Promise<Line> {
  const [own, other, before]: [number[], number[], Quiet[]] = [[], [], []];
  for (let run = -WARM_UP; run < runs; run += 1) {
    await settle([], []);
    const quiet = await quietness();
    const [mine, empty] = [await ours(), await theirs()];
    if (run < 0) continue;
    before.push(quiet);
    own.push(mine);
    other.push(empty);
  }
  return { what, against, aim: '≤ 1.4', unit: 'ms', ours: own, theirs: other, before };
}

/** The display that is there, or one in memory; undefined where neither is. */
async function screenToDrawOn({ isThere }: Workshop): Promise<Screen | undefined> {
  if (process.platform !== 'linux' || process.env.DISPLAY) return { env: process.env, stop: () => undefined };
  if (!isThere('Xvfb')) return undefined;
  const xvfb = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1366x768x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const display = await firstWord(xvfb);
  return { env: { ...process.env, DISPLAY: `:${display}` }, stop: () => xvfb.kill() };
}

async function firstWord({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('no output');
  let text = '';
  while (!text.includes('\n')) text += String((await once(stdout, 'data'))[0]);
  return text.trim();
}
