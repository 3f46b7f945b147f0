import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { answerRequest } from '../../../electron/services/import/parse/parse-request.ts';
import { parseCampaign, parseStandard } from '../../../electron/services/standards/library.ts';
import { verifyPackage } from '../../../electron/services/package/verify.ts';
import { contract } from '../../../shared/contract/contract.ts';
import { UserError } from '../../../shared/values/errors.ts';
import type { Random } from '../../tables/random.ts';
import { repository } from '../../repository.ts';
import { Client, Refused } from '../client.ts';
import { type Home, startHost, withHost } from '../home.ts';
import { Broken } from '../works/work.ts';
import { WORKS } from '../works/works.ts';
import { filesOfZip, type ZipFile } from '../../unit/electron/services/package/zip-files.ts';
import { mutateFile, mutateJson, mutateZip } from './mutate.ts';

/** Mutations of one process at most, which begin alike: its memory is looked at when it ends. */
export const BATCH = 150;

/** Something that reads what strangers made. */
export interface Target {
  readonly name: string;
  /** Megabytes that the process may take at its peak, Node's own included. */
  readonly megabytes: number;
  /** Once a process; then one mutation after another. Answers what was read, for who wants to see it again. */
  prepare(home: Home, random: Random): Promise<(random: Random) => Promise<void>>;
}

const PACKAGES = ['示例推荐包.zip', '无评分依据/正式标准.zip', '0.1.1/参考标准.zip'].map((name) =>
  join(repository, 'tests/fixtures/before', name),
);

/** A refusal in words is an answer. */
async function answered(asked: Promise<unknown>): Promise<void> {
  try {
    await asked;
  } catch (error) {
    if (error instanceof Refused && error.failure.code !== 'internal') return;
    if (error instanceof UserError) return;
    throw error;
  }
}

const packages: Target = {
  name: 'packages',
  megabytes: 300,
  prepare: async ({ files, root }) => {
    const all = await Promise.all(
      PACKAGES.map(async (path) => {
        const bytes = await readFile(path);
        return { bytes, files: await filesOfZip(bytes) };
      }),
    );
    const host = startHost(root);
    const client = new Client(host);
    return async (random) => {
      const { bytes, files: parts } = random.pick(all);
      const path = join(files, 'in.zip');
      await writeFile(path, await mutateZip(random, bytes, parts));
      if (random.chance(0.7)) return answered(verifyPackage(path));
      const token = client.choose(path, 'in.zip');
      await answered(client.job('openPackage', { token, as: 'blueprint' }, 'open'));
    };
  },
};

const bags: Target = {
  name: 'bag folders',
  megabytes: 300,
  prepare: async ({ files }) => {
    const parts = await filesOfZip(await readFile(PACKAGES[0] ?? ''));
    const folder = join(files, 'bag');
    const lay = async ({ name, data }: ZipFile): Promise<void> => {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), data);
    };
    for (const each of parts) await lay(each);
    const [root = ''] = await readdir(folder);
    const tags = parts.filter(({ name }) => !name.includes('/data/') || name.endsWith('.json'));
    return async (random) => {
      const part = random.pick(tags);
      const kind = random.int(0, 9);
      if (kind === 0) await rm(join(folder, part.name));
      else await lay({ ...part, data: mutateFile(random, part.name, part.data) });
      await answered(verifyPackage(join(folder, root)));
      await answered(verifyPackage(join(folder, root), { bagOnly: true }));
      await lay(part);
    };
  },
};

/** Kinds of work that are done in one data folder. */
const TOGETHER = 3;

/** A data folder in which some kinds of work were done, and then one of its files is another. */
const stored: Target = {
  name: 'stored files',
  megabytes: 300,
  prepare: async (home, random) => {
    const works = WORKS.filter(({ name }) => name !== 'migrate');
    await withHost(home, async (place) => {
      for (const work of random.some(works, TOGETHER)) {
        const setup = await work.prepare(place);
        await work.act(place, setup, 1);
      }
      await place.client.ask('newCampaign', {}).catch(() => undefined);
    });
    const names = await readdir(home.root, { recursive: true, withFileTypes: true });
    const paths = names
      .filter((entry) => entry.isFile() && /\.jsonl?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name));
    return async (random) => {
      const path = random.pick(paths);
      const whole = `${home.root}-whole`;
      const folder = dirname(path);
      const kept = join(whole, 'kept');
      await cp(folder, kept, { recursive: true });
      await writeFile(path, mutateJson(random, await readFile(path, 'utf8')));
      await withHost(home, (place) => openAll(place.client));
      await rm(folder, { recursive: true });
      await cp(kept, folder, { recursive: true });
      await rm(whole, { recursive: true });
    };
  },
};

/** Every list, everything that is in them, and the search. */
async function openAll(client: Client): Promise<void> {
  const refs: object[] = [];
  const list = async (asked: Promise<readonly { id: string }[]>, document: string): Promise<void> =>
    answered(asked.then((lines) => refs.push(...lines.map(({ id }) => ({ document, id })))));
  await list(
    client.ask('listAssessments', {}).then((told) => told.assessments),
    'assessment',
  );
  await list(
    client.ask('listDesks', {}).then((told) => told.desks),
    'desk',
  );
  await list(
    client.ask('listYears', {}).then((told) => told.years),
    'year',
  );
  await list(
    client.ask('listImports', {}).then((told) => told.imports),
    'import',
  );
  await answered(client.ask('listStandards', {}));
  await answered(client.ask('listCampaigns', {}));
  for (const ref of refs) {
    await answered(
      client.ask('openDocument', { ref }).then(async (opened) => {
        if (opened.document !== 'desk') return;
        for (const { key } of opened.candidates)
          await answered(
            client.ask('openDocument', { ref: { document: 'review', deskId: opened.value.id, key } }),
          );
      }),
    );
  }
  await answered(client.ask('searchIndex', {}));
}

const STANDARD = join(repository, 'scoring-standards/standards/henan-service-enforcement-reference.json');
const CAMPAIGNS = ['henan-biaobing-2020', 'henan-biaoyang-2022', 'henan-biaobing-experience-2022'];

const libraries: Target = {
  name: 'standards and campaigns',
  megabytes: 300,
  prepare: async ({ files }) => {
    const standard = await readFile(STANDARD, 'utf8');
    const campaigns = await Promise.all(
      CAMPAIGNS.map((name) => readFile(join(repository, `scoring-standards/campaigns/${name}.json`), 'utf8')),
    );
    const path = join(files, 'in.json');
    return async (random) => {
      await writeFile(path, mutateJson(random, standard));
      await answered(parseStandard(path));
      const campaign = Buffer.from(mutateJson(random, random.pick(campaigns)));
      await answered(Promise.resolve().then(() => parseCampaign(campaign, 'in.json', '2026-11-20')));
    };
  },
};

const TABLES = join(repository, 'tests/fixtures/import-files');

/** Workbooks, Word files, pages and texts, as the reading process reads them. */
const tables: Target = {
  name: 'tables and texts',
  megabytes: 400,
  prepare: async ({ files }) => {
    const names = await readdir(TABLES);
    const all = await Promise.all(
      names.map(async (name) => ({ name, bytes: await readFile(join(TABLES, name)) })),
    );
    const parts = new Map<string, ZipFile[]>();
    for (const { name, bytes } of all)
      if (/\.(?:xlsx|docx|ods)$/.test(name)) parts.set(name, await filesOfZip(bytes));
    return async (random) => {
      const { name, bytes } = random.pick(all);
      const path = join(files, `in${extname(name)}`);
      const inside = parts.get(name);
      await writeFile(
        path,
        inside ? await mutateZip(random, bytes, inside) : mutateFile(random, name, bytes),
      );
      const isProse = random.chance(0.3);
      const reply = await answerRequest(isProse ? { kind: 'prose', path, name } : { kind: 'file', path });
      if (!reply.ok && reply.failure.code === 'internal')
        throw new Broken(`internal: ${reply.failure.message}`);
    };
  },
};

/** Every call of the contract with what no page would send. */
const calls: Target = {
  name: 'calls of the contract',
  megabytes: 300,
  prepare: async (home) => {
    const host = startHost(home.root);
    const client = new Client(host);
    const { id } = await client.ask('openSample', {});
    const year = await client.ask('createYear', {
      unit: '甲',
      category: '',
      year: 2026,
      tasks: { from: 'none' },
    });
    const known = {
      ...{
        id,
        token: 't',
        tokens: ['t'],
        jobId: 'j',
        key: '0'.repeat(16),
        sha256: 'a'.repeat(64),
        importId: id,
      },
      ...{
        ref: { document: 'assessment', id },
        document: 'assessment',
        picks: {},
        mode: 'draft',
        as: 'blueprint',
      },
      ...{
        deskId: id,
        entryId: id,
        assessmentId: id,
        ours: id,
        theirs: year.id,
        register: 'prevention',
        text: '甲',
      },
      ...{
        step: { do: 'edit', edit: { kind: 'setReason', code: '1.1', reason: '甲' }, base: '' },
        unit: '甲',
      },
      ...{
        year: 2026,
        tasks: { from: 'none' },
        unitName: '甲',
        standardId: 'x',
        campaignId: 'practice',
        title: '甲',
      },
      ...{
        words: { 甲: { text: '乙', told: false } },
        next: false,
        isNew: true,
        of: '甲',
        html: '<table>',
        name: '甲',
      },
      ...{
        body: { code: 'x' },
        keys: ['0'.repeat(16)],
        what: 'feedback',
        table: 'summary',
        format: 'json',
        code: '1.1',
      },
    };
    const text = JSON.stringify(known);
    const names = Object.keys(contract).filter((name) => name !== 'changeDataFolder');
    return async (random) => {
      const name = random.pick(names);
      let input: unknown = random.pick([null, [], 7, '', { ...known }]);
      if (random.chance(0.9)) {
        try {
          input = JSON.parse(mutateJson(random, text));
        } catch (error) {
          if (!(error instanceof SyntaxError) && !(error instanceof RangeError)) throw error;
        }
      }
      const reply = await host.call(name, input, 'page');
      if (!reply.ok && reply.failure.code === 'internal')
        throw new Broken(`${name}: internal: ${JSON.stringify(input).slice(0, 2000)}`);
    };
  },
};

export const TARGETS: readonly Target[] = [packages, bags, stored, libraries, tables, calls];
