import { mkdir, readdir, readFile, stat, utimes } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { OURS } from '../../electron/services/data-root/contents.ts';
import { EXPORTS } from '../../electron/services/files/data-folder.ts';
import { entriesOf } from '../../electron/services/files/entries.ts';
import { verifyPackage } from '../../electron/services/package/verify.ts';
import { createHost, type Host, type HostOptions } from '../../electron/services/host.ts';
import { repository } from '../repository.ts';
import { Client } from './client.ts';
import { inTime } from './in-time.ts';
import { removeTemporary, temporaryFolder } from './temporary.ts';
import { Broken, type Place } from './works/work.ts';

/** Where one work is tried: its data folder, and what the user chooses files from. */
export interface Home {
  readonly root: string;
  readonly files: string;
  remove(): Promise<void>;
}

export async function makeHome(): Promise<Home> {
  const folder = await temporaryFolder();
  const [root, files] = [join(folder, '标兵自评'), join(folder, '文件')];
  for (const each of [root, files]) await mkdir(each);
  return { root, files, remove: () => removeTemporary(folder) };
}

export function startHost(root: string, more: Partial<HostOptions> = {}): Host {
  return createHost({ ...{ root, resources: repository, door: 'local', version: '0.0.0' }, ...more });
}

/** Works with a host of its own, which is closed afterwards; `more`: what it has besides, e.g. another clock. */
export async function withHost<T>(
  home: Home,
  work: (place: Place) => Promise<T>,
  more?: Partial<HostOptions>,
): Promise<T> {
  const host = startHost(home.root, more);
  try {
    return await work({ client: new Client(host), root: home.root, files: home.files });
  } finally {
    await inTime('closing', host.close());
  }
}

/** Names that only work in progress has; what a page typed and what was cut off is told to the user and stays. */
const HALF_MADE = /\.(?:tmp|part|new|unpacked|run)$|\.unpacked-\w+$/;
/** Where several programs may write and no lock says who does: what is half made goes a day later (`checkGivenUp`). */
const WITHOUT_LOCK = /^(?:标准库\/|推荐活动\/[^/]+$)/;
/** Of this process, which lives on where a program would have ended: only a later one clears what it could not. */
const OF_THIS = new RegExp(String.raw`\.biaobing-[0-9a-f]+-${process.pid}-`);
const DAYS_AGO = new Date(Date.now() - 3 * 24 * 60 * 60 * 1000);

/** Of these each has a folder of its own there, which its list names. */
const LISTED_IN = ['', '核验台', '年度工作', '年度任务汇总', '推荐活动/编辑中'];
/** At the top of the data folder, beside what is listed. */
const OWN: ReadonlySet<string> = new Set([...OURS, '.temporary']);

/**
 * Nothing half made is left, every folder is in a list, no list has anything that cannot be opened, and nothing was written
 * beside the data folder.
 */
export async function checkRoot({ client, root, files }: Place): Promise<void> {
  const home = dirname(root);
  for (const { name } of await entriesOf(home))
    // A fault moves or copies it.
    if (![root, files, `${root}-away`, `${root}-whole`].some((each) => basename(each) === name))
      throw new Broken(`${name} is beside it`);
  const lists = {
    listAssessments: (await client.ask('listAssessments', {})).assessments,
    listDesks: (await client.ask('listDesks', {})).desks,
    listYears: (await client.ask('listYears', {})).years,
    listRollups: (await client.ask('listRollups', {})).rollups,
    listCampaignDrafts: (await client.ask('listCampaignDrafts', {})).drafts,
  };
  const listed = new Set<string>();
  for (const [name, lines] of Object.entries(lists))
    for (const { problem, folder, copies } of lines) {
      if (problem) throw new Broken(`${name}: ${folder}: ${problem.message}`);
      if (copies) throw new Broken(`${name}: ${folder} is there ${copies} times`);
      listed.add(folder);
    }
  const { problems: standards = [] } = await client.ask('listStandards', {});
  const { problems: imports } = await client.ask('listImports', {});
  for (const problem of [...standards, ...imports]) throw new Broken(`library: ${problem.message}`);
  await client.host.close();
  const left = (await halfMadeIn(root)).filter((path) => !WITHOUT_LOCK.test(path) && !OF_THIS.test(path));
  if (left.length > 0) throw new Broken(`half made: ${left.join('，')}`);
  for (const within of LISTED_IN)
    for (const { name } of await entriesOf(join(root, within)))
      if (!listed.has(join(root, within, name)) && !(within === '' && OWN.has(name)) && !OF_THIS.test(name))
        throw new Broken(`no list knows ${join(within, name)}`);
  await checkExports(join(root, EXPORTS));
}

/** Below the data folder, by their paths in it. */
async function halfMadeIn(root: string): Promise<string[]> {
  const names = await readdir(root, { recursive: true, withFileTypes: true });
  return names
    .filter(({ name }) => HALF_MADE.test(name))
    .map((each) => relative(root, join(each.parentPath, each.name)));
}

/** What is half made where no lock says whose it is goes once nobody has touched it for a day. */
export async function checkGivenUp(home: Home): Promise<void> {
  for (const path of await halfMadeIn(home.root)) {
    const at = join(home.root, path);
    const inside = (await stat(at)).isDirectory() ? await readdir(at, { recursive: true }) : [];
    for (const each of [...inside, '']) await utimes(join(at, each), DAYS_AGO, DAYS_AGO);
  }
  await withHost(home, async ({ client }) => {
    await client.ask('listStandards', {});
    await client.ask('listImports', {});
  });
  const left = await halfMadeIn(home.root);
  if (left.length > 0) throw new Broken(`half made, days later: ${left.join('，')}`);
}

/** Whatever bears the name of something finished is whole, whether anybody was told of it or not. */
async function checkExports(folder: string): Promise<void> {
  for (const { name } of await entriesOf(folder)) {
    const path = join(folder, name);
    if (name.endsWith('.zip')) {
      const { status, problems } = await verifyPackage(path);
      if (status !== 'intact') throw new Broken(`${name}: ${status} ${JSON.stringify(problems)}`);
    } else if (name.endsWith('.xlsx')) {
      // The record at the end of an archive, which is written last.
      if ((await readFile(path)).subarray(-22).readUInt32LE() !== 0x06054b50)
        throw new Broken(`${name} is cut off`);
    } else if (name.endsWith('.json')) JSON.parse(await readFile(path, 'utf8'));
  }
}
