import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Locator, Page } from 'playwright-core';
import type { OpenDialogOptions } from 'electron';
import { chooseNatively, openDesktop } from './desktop-door.ts';
import { openLocal } from './local-door.ts';

export type DoorName = 'local' | 'desktop';

/** The door that this run goes through: BIAOBING_DOOR, local by default. */
export const doorName: DoorName = process.env.BIAOBING_DOOR === 'desktop' ? 'desktop' : 'local';

export interface DoorOptions {
  /** Data folder; a fresh one, removed on close, where none is given. */
  root?: string;
  env?: Record<string, string>;
  /** Desktop only: what else Electron is started with. */
  args?: readonly string[];
}

/** One running program, as each door provides it. */
export interface Running {
  page: Page;
  /** Desktop only. */
  electron?: ElectronApplication;
  stop(): Promise<void>;
}

export interface Launch {
  root: string;
  /** For the browser's or Electron's own files; kept over a restart. */
  profile: string;
  env: Record<string, string>;
  args: readonly string[];
}

/** The program, open at its first page, as a user has it before them. */
export class OpenDoor {
  readonly root: string;
  readonly name: DoorName = doorName;
  /** Errors of the page so far: uncaught ones, and what the content policy refused. */
  readonly problems: string[] = [];
  readonly #launch: Launch;
  readonly #cleanUp: () => Promise<void>;
  #running: Running;

  constructor(launch: Launch, running: Running, cleanUp: () => Promise<void>) {
    this.root = launch.root;
    this.#launch = launch;
    this.#running = running;
    this.#cleanUp = cleanUp;
    this.#watch();
  }

  /** Where the browser's or Electron's own files are. */
  get profile(): string {
    return this.#launch.profile;
  }

  get page(): Page {
    return this.#running.page;
  }

  get electron(): ElectronApplication {
    if (!this.#running.electron) throw new Error('only the desktop door has an Electron');
    return this.#running.electron;
  }

  /** Ends the program as a user does and starts it again on the same data. */
  async restart(): Promise<void> {
    await this.#running.stop();
    this.#running = await start(this.#launch);
    this.#watch();
  }

  /** Clicks what opens a file dialog and chooses these files in it; answers what the system's dialog was asked for. */
  async chooseFiles(trigger: Locator, files: string | string[]): Promise<OpenDialogOptions | undefined> {
    if (this.#running.electron) return chooseNatively(this.#running.electron, trigger, [files].flat());
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), trigger.click()]);
    await chooser.setFiles(files);
    return undefined;
  }

  async close(): Promise<void> {
    await this.#running.stop();
    await this.#cleanUp();
  }

  #watch(): void {
    this.page.on('pageerror', (error) => this.problems.push(error.message));
    this.page.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(message.text());
    });
  }
}

export async function openDoor({ root, env = {}, args = [] }: DoorOptions = {}): Promise<OpenDoor> {
  const folder = await mkdtemp(join(tmpdir(), 'biaobing-e2e-'));
  const launch: Launch = { root: root ?? join(folder, 'data'), profile: join(folder, 'profile'), env, args };
  if (root === undefined) await mkdir(launch.root);
  const cleanUp = (): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  return new OpenDoor(launch, await start(launch), cleanUp);
}

function start(launch: Launch): Promise<Running> {
  return doorName === 'desktop' ? openDesktop(launch) : openLocal(launch);
}
