import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { DocumentName, DocumentRef } from '../../../shared/contract/contract.ts';
import type { Random } from '../../tables/random.ts';
import type { Host } from '../../../electron/services/host.ts';
import { Client } from '../client.ts';
import { LastFolders } from '../../../electron/desktop/last-folders.ts';
import { readWindowState } from '../../../electron/desktop/window-state.ts';
import { RememberedFolder } from '../../../electron/services/data-root/remembered.ts';
import { withHost } from '../home.ts';
import { Broken } from '../works/work.ts';
import { answered, INTERNAL } from './answered.ts';
import { mutateJson } from './mutate.ts';
import { Strangers } from './strangers.ts';
import type { Bench, Target } from './target.ts';
import { ITS_FOLDERS, NOTHING } from './watch.ts';

type Answer = <T>(asked: Promise<T>) => Promise<T | undefined>;
type Refs = (client: Client, answer: Answer) => Promise<readonly unknown[]>;

const withIds =
  (list: (client: Client) => Promise<readonly { readonly id: string }[]>): Refs =>
  async (client) =>
    (await list(client)).map(({ id }) => ({ id }));

/** Those that there are, by every kind. */
const REFS: { readonly [N in DocumentName]: Refs } = {
  assessment: withIds(async (client) => (await client.ask('listAssessments', {})).assessments),
  desk: withIds(async (client) => (await client.ask('listDesks', {})).desks),
  review: async (client, answer) => {
    const { desks } = await client.ask('listDesks', {});
    const refs = desks.map(async ({ id: deskId }) => {
      const opened = await answer(client.open({ document: 'desk', id: deskId }));
      return (opened?.candidates ?? []).map(({ key }) => ({ deskId, key }));
    });
    return (await Promise.all(refs)).flat();
  },
  import: withIds(async (client) => (await client.ask('listImports', {})).imports),
  campaign: withIds(async (client) => (await client.ask('listCampaignDrafts', {})).drafts),
  year: withIds(async (client) => (await client.ask('listYears', {})).years),
  rollup: withIds(async (client) => (await client.ask('listRollups', {})).rollups),
};
const KINDS = Object.keys(REFS) as DocumentName[];

/** Answers how many were opened. */
async function openEach(client: Client, document: DocumentName, answer: Answer): Promise<number> {
  let count = 0;
  for (const ref of (await answer(REFS[document](client, answer))) ?? []) {
    const whole = { ...(ref as object), document } as DocumentRef<DocumentName>;
    if (await answer(client.open(whole))) count += 1;
  }
  return count;
}

/** Where they are kept; assessments lie in the data folder itself. */
const KEPT_IN: Readonly<Record<string, readonly DocumentName[]>> = {
  ...{ 核验台: ['desk', 'review'], 标准库: ['import'], 推荐活动: ['campaign'] },
  ...{ 年度工作: ['year'], 年度任务汇总: ['rollup'], '.temporary': [] },
};

/** Every list, everything of some kinds that is in them, and the search. */
async function openAll(client: Client, kinds: readonly DocumentName[]): Promise<void> {
  for (const document of KINDS)
    if (kinds.includes(document)) await openEach(client, document, answered);
    else await answered(REFS[document](client, answered));
  const own = (await answered(client.ask('listStandards', {})))?.own ?? [];
  if (kinds.includes('import')) for (const id of own) await answered(client.ask('standardOriginal', { id }));
  await answered(client.ask('listCampaigns', {}));
  await answered(client.ask('searchIndex', {}));
  for (const next of [false, true]) await answered(client.ask('keptWords', { next }));
  await answered(client.ask('leftWork', { isNew: true }));
}

/**
 * The stored files of JSON, by their paths in the data folder and by the folder at its top in which they lie, in the same
 * order whatever ids they bear: documents, journals, what a lock says of its holder, notes of work, words that a page kept.
 */
async function storedFiles(root: string): Promise<string[][]> {
  const names = await readdir(root, { recursive: true, withFileTypes: true });
  const plain = (path: string): string => path.replace(/[0-9a-f]{4,}/g, '');
  const paths = names
    .filter((entry) => entry.isFile() && /\.(?:jsonl?|note|words)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort((a, b) => plain(a).localeCompare(plain(b)));
  const tops = new Map<string, string[]>();
  for (const path of paths) {
    const top = plain(path.split(sep)[0] ?? '');
    tops.set(top, [...(tops.get(top) ?? []), path]);
  }
  return [...tops.values()];
}

/** Also where a list goes on without one of its lines: no failure in it is internal. */
function mustNotFail(host: Host): Host {
  return {
    ...host,
    call: async (...args) => {
      const reply = await host.call(...args);
      if (INTERNAL.test(JSON.stringify(reply)))
        throw new Broken(`${args[0]}: ${JSON.stringify(reply).slice(0, 500)}`);
      return reply;
    },
  };
}

/** What the program keeps among the user's settings, outside of the data folder, and what a start reads of it. */
const SETTINGS = {
  'data-folder.json': {
    text: JSON.stringify({ version: 1, folder: '/甲', former: ['/乙'] }),
    read: (path: string) => void new RememberedFolder(path).read(),
  },
  'folders.json': {
    text: JSON.stringify({ evidence: '/甲' }),
    read: (path: string) => void new LastFolders(dirname(path), '/甲').of('evidence'),
  },
  'window.json': {
    text: JSON.stringify({ x: 0, y: 0, width: 1200, height: 800, maximized: false, zoom: 100 }),
    read: (path: string) => void readWindowState(path),
  },
};

async function readSettings({ files, root, watch }: Bench, random: Random): Promise<void> {
  const [name, { text, read }] = random.pick(Object.entries(SETTINGS));
  const path = join(files, name);
  await writeFile(path, mutateJson(random, text));
  await watch.during(NOTHING, () => answered(Promise.resolve(path).then(read)), files, root);
}

/** One file of a data folder is another, and everything is opened; then it is as it was. */
async function openOther(bench: Bench, random: Random, path: string): Promise<void> {
  const { root, filled, watch } = bench;
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), mutateJson(random, await readFile(join(filled, path), 'utf8')));
  // The others now and then: it takes long.
  const kinds = random.chance(0.06) ? KINDS : (KEPT_IN[path.split(sep)[0] ?? ''] ?? ['assessment']);
  const folder = dirname(path);
  try {
    await watch.during(
      ITS_FOLDERS,
      () => withHost(bench, ({ client }) => openAll(new Client(mustNotFail(client.host)), kinds)),
      root,
    );
  } finally {
    await rm(join(root, folder), { recursive: true, force: true });
    await cp(join(filled, folder), join(root, folder), { recursive: true });
  }
}

/** The stored files of every kind; what others hand in of one kind; and what is kept outside of the data folder. */
export const stored: Target = {
  name: 'stored files',
  megabytes: 300,
  turns: 2,
  prepare: async (bench) => {
    await cp(bench.filled, bench.root, { recursive: true });
    const groups = await storedFiles(bench.filled);
    const strangers = new Strangers(bench, 'stored files');
    return async (random) => {
      if (random.chance(0.1)) return readSettings(bench, random);
      if (random.chance(0.2)) return strangers.handIn(random);
      await openOther(bench, random, random.pick(random.pick(groups)));
    };
  },
};
