import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { repository } from '../repository.ts';
import type { Launch, Running } from './door.ts';

export const isRoot = process.getuid?.() === 0;

export interface Server {
  process: ChildProcess;
  /** The one-time address that it printed. */
  link: string;
}

/** The local door's server as `npm start` runs it. */
export async function startServer(
  { root, env }: Pick<Launch, 'root' | 'env'>,
  options = ['--no-open'],
): Promise<Server> {
  const server = spawn(
    process.execPath,
    [resolve(repository, 'dist/local/server.mjs'), ...options, `--root=${root}`],
    { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  return { process: server, link: await nextLink(server) };
}

/** The next address that the server prints. */
export async function nextLink(server: ChildProcess): Promise<string> {
  let text = '';
  for await (const [chunk] of onData(server)) {
    text += chunk.toString('utf8');
    const link = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+(?=\s)/.exec(text)?.[0];
    if (link) return link;
  }
  throw new Error(`the server ended without an address: ${text}`);
}

async function* onData(server: ChildProcess): AsyncGenerator<[Buffer]> {
  if (!server.stdout) throw new Error('no output');
  while (server.exitCode === null) {
    const result = (await Promise.race([
      once(server.stdout, 'data'),
      once(server, 'exit').then(() => undefined),
    ])) as [Buffer] | undefined;
    if (!result) return;
    yield result;
  }
}

/** As Ctrl+C does. */
export async function stopServer({ process: server }: Server): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGINT');
  await ended;
}

export async function openBrowser(profile: string): Promise<BrowserContext> {
  const executablePath = await chromiumProgram();
  const launch = (): Promise<BrowserContext> =>
    chromium.launchPersistentContext(profile, {
      executablePath,
      args: isRoot ? ['--no-sandbox'] : [],
      chromiumSandbox: !isRoot,
      viewport: { width: 1280, height: 720 },
      locale: 'zh-CN',
    });
  // Nothing of ours runs in it yet: a browser that does not come up on a busy machine is started once more.
  return launch().catch((error: unknown) => {
    console.warn('The browser did not start, once more:', error);
    return launch();
  });
}

export async function openLocal(launch: Launch): Promise<Running> {
  const server = await startServer(launch);
  const context = await openBrowser(launch.profile);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(server.link);
  await page.waitForURL((url) => url.search === '');
  return {
    page,
    stop: async () => {
      await context.close();
      await stopServer(server);
    },
  };
}

/** CHROMIUM_PATH, else the Chromium that comes inside a registry package. */
async function chromiumProgram(): Promise<string> {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  // It unpacks the libraries that a bare system lacks where it takes this for such a host, and would otherwise
  // point fontconfig at fonts of its own that have no Chinese.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  if (existsSync('/etc/fonts')) process.env.FONTCONFIG_PATH ??= '/etc/fonts';
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}
