import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { DocumentName, DocumentRef } from '../../../shared/contract/contract.ts';
import type { Random } from '../../tables/random.ts';
import type { Host } from '../../../electron/services/host.ts';
import { Client } from '../client.ts';
import { type Home, withHost } from '../home.ts';
import { attach, openPackage } from '../works/assessments.ts';
import { review } from '../works/desk.ts';
import { importDraft } from '../works/drafts.ts';
import { year } from '../works/registers.ts';
import { Broken } from '../works/work.ts';
import { answered, INTERNAL } from './answered.ts';
import { mutateJson } from './mutate.ts';
import type { Target } from './target.ts';
import { ITS_FOLDERS } from './watch.ts';

/** A data folder with every kind of document in it. Nothing of this may be refused. */
export async function fill(home: Home): Promise<void> {
  await withHost(home, async (place) => {
    const { client } = place;
    for (const each of [attach, openPackage, review, importDraft, year])
      await each.act(place, await each.prepare(place), 1);
    await client.ask('newCampaign', { kind: 'practice' });
    await client.ask('createRollup', { office: '某市某局', year: 2026 });
  });
  await withHost(home, async ({ client }) => {
    for (const document of KINDS)
      if ((await openEach(client, document, (asked) => asked)) === 0) throw new Broken(`no ${document}`);
  });
}

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
  ...{ 年度工作: ['year'], 年度任务汇总: ['rollup'] },
};

/** Every list, everything of some kinds that is in them, and the search. */
async function openAll(client: Client, kinds: readonly DocumentName[]): Promise<void> {
  for (const document of KINDS)
    if (kinds.includes(document)) await openEach(client, document, answered);
    else await answered(REFS[document](client, answered));
  await answered(client.ask('listStandards', {}));
  await answered(client.ask('listCampaigns', {}));
  await answered(client.ask('searchIndex', {}));
}

/** The stored files of JSON by the folder at the top in which they lie, in the same order whatever ids they bear. */
async function storedFiles(root: string): Promise<string[][]> {
  const names = await readdir(root, { recursive: true, withFileTypes: true });
  const plain = (path: string): string => path.replace(/[0-9a-f]{4,}/g, '');
  const paths = names
    .filter((entry) => entry.isFile() && /\.jsonl?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => plain(a).localeCompare(plain(b)));
  const tops = new Map<string, string[]>();
  for (const path of paths) {
    const top = plain(relative(root, path).split(sep)[0] ?? '');
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

/** One file of a data folder is another, and everything is opened; then it is as it was. */
export const stored: Target = {
  name: 'stored files',
  megabytes: 300,
  turns: 3,
  prepare: async (bench) => {
    const { root, filled, watch } = bench;
    await cp(filled, root, { recursive: true });
    const groups = await storedFiles(root);
    return async (random: Random) => {
      const path = random.pick(random.pick(groups));
      await writeFile(path, mutateJson(random, await readFile(path, 'utf8')));
      const top = relative(root, path).split(sep)[0] ?? '';
      // The others now and then: it takes long.
      const kinds = random.chance(0.1) ? KINDS : (KEPT_IN[top] ?? ['assessment']);
      await watch.during(
        ITS_FOLDERS,
        () => withHost(bench, ({ client }) => openAll(new Client(mustNotFail(client.host)), kinds)),
        root,
      );
      const folder = dirname(path);
      await rm(folder, { recursive: true });
      await cp(join(filled, relative(root, folder)), folder, { recursive: true });
    };
  },
};
