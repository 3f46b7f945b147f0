import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createHost, type Host, type HostOptions } from '../../electron/services/host.ts';
import { repository } from '../repository.ts';
import { Client } from './client.ts';
import { Broken, type Place } from './works/work.ts';

/** Where one work is tried: its data folder, and what the user chooses files from. */
export interface Home {
  readonly root: string;
  readonly files: string;
  remove(): Promise<void>;
}

export async function makeHome(): Promise<Home> {
  const folder = await mkdtemp(join(tmpdir(), 'biaobing-torture-'));
  const [root, files] = [join(folder, '标兵自评'), join(folder, '文件')];
  for (const each of [root, files]) await mkdir(each);
  return { root, files, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

export function startHost(root: string, more: Partial<HostOptions> = {}): Host {
  return createHost({ ...{ root, resources: repository, door: 'local', version: '0.0.0' }, ...more });
}

/** Works with a host of its own, which is closed afterwards. */
export async function withHost<T>(home: Home, work: (place: Place) => Promise<T>): Promise<T> {
  const host = startHost(home.root);
  try {
    return await work({ client: new Client(host), root: home.root, files: home.files });
  } finally {
    await host.close();
  }
}

/** Names that only work in progress has; what a page typed and what was cut off is told to the user and stays. */
const HALF_MADE = /\.(?:tmp|part|new|unpacked|run)$|\.unpacked-\w+$/;
/** Where several programs may write and no lock says who does: what is half made goes a day later. */
const WITHOUT_LOCK = /^标准库\//;

/** Nothing half made is left, and no list has anything that cannot be opened. */
export async function checkRoot({ client, root }: Place): Promise<void> {
  const lists = {
    listAssessments: (await client.ask('listAssessments', {})).assessments,
    listDesks: (await client.ask('listDesks', {})).desks,
    listYears: (await client.ask('listYears', {})).years,
    listCampaignDrafts: (await client.ask('listCampaignDrafts', {})).drafts,
  };
  for (const [name, lines] of Object.entries(lists))
    for (const { problem, folder, copies } of lines) {
      if (problem) throw new Broken(`${name}: ${folder}: ${problem.message}`);
      if (copies) throw new Broken(`${name}: ${folder} is there ${copies} times`);
    }
  const { problems: standards = [] } = await client.ask('listStandards', {});
  const { problems: imports } = await client.ask('listImports', {});
  for (const problem of [...standards, ...imports]) throw new Broken(`library: ${problem.message}`);
  await client.host.close();
  const names = await readdir(root, { recursive: true, withFileTypes: true });
  const left = names
    .filter(({ name }) => HALF_MADE.test(name))
    .map((each) => relative(root, join(each.parentPath, each.name)))
    .filter((path) => !WITHOUT_LOCK.test(path));
  if (left.length > 0) throw new Broken(`half made: ${left.join('，')}`);
}
