import { copyFile, cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { answerRequest } from '../../../electron/services/import/parse/parse-request.ts';
import { parseCampaign, parseStandard } from '../../../electron/services/standards/library.ts';
import { verifyPackage } from '../../../electron/services/package/verify.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { repository } from '../../repository.ts';
import { Client } from '../client.ts';
import { startHost } from '../home.ts';
import { Broken } from '../works/work.ts';
import { filesOfZip, type ZipFile } from '../../unit/electron/services/package/zip-files.ts';
import { importAlone } from './alone.ts';
import { answered } from './answered.ts';
import { calls } from './calls.ts';
import { extremeAt, STANDARD } from './extremes.ts';
import { mutateFile, mutateJson, mutateZip } from './mutate.ts';
import { stored } from './stored.ts';
import { Strangers } from './strangers.ts';
import type { Bench, Target } from './target.ts';
import { NOTHING, ONE_ARCHIVE } from './watch.ts';

const PACKAGES = ['示例推荐包.zip', '无评分依据/正式标准.zip', '0.1.1/参考标准.zip'].map((name) =>
  join(repository, 'tests/fixtures/before', name),
);

/** Reads one of the extremes, which must be refused as it says. `read` answers what was said. */
async function mustRefuse(
  { files, watch }: Bench,
  extreme: NonNullable<ReturnType<typeof extremeAt>>,
  read: (path: string) => Promise<readonly string[]>,
): Promise<void> {
  const path = join(files, `extreme${extname(extreme.path)}`);
  await copyFile(extreme.path, path);
  try {
    const said = await watch.during(NOTHING, () => read(path));
    if (!said.some((each) => each.includes(extreme.says)))
      throw new Broken(`${extreme.name}: not ${extreme.says}, but ${said.join('，').slice(0, 500)}`);
  } finally {
    await rm(path);
  }
}

const packages: Target = {
  name: 'packages',
  megabytes: 300,
  prepare: async (bench) => {
    const { files, root, filled, watch, extremes } = bench;
    const all = await Promise.all(
      PACKAGES.map(async (path) => {
        const bytes = await readFile(path);
        return { bytes, files: await filesOfZip(bytes) };
      }),
    );
    await cp(filled, root, { recursive: true });
    const client = new Client(startHost(root));
    const strangers = new Strangers(bench, 'packages');
    return async (random, nth) => {
      const extreme = extremeAt(nth, extremes, 'packages');
      if (extreme)
        return mustRefuse(bench, extreme, async (path) => {
          const { status, problems } = await verifyPackage(path);
          return [status, ...problems.map(({ code }) => code)];
        });
      if (random.chance(0.15)) return strangers.handIn(random);
      const { bytes, files: parts } = random.pick(all);
      const path = join(files, 'in.zip');
      await writeFile(path, await mutateZip(random, bytes, parts));
      if (random.chance(0.75)) return void (await watch.during(NOTHING, () => answered(verifyPackage(path))));
      const token = client.choose(path, 'in.zip');
      await watch.during(ONE_ARCHIVE, () =>
        answered(client.job('openPackage', { token, as: 'blueprint' }, 'open')),
      );
    };
  },
};

const bags: Target = {
  name: 'bag folders',
  megabytes: 300,
  prepare: async ({ files, watch }) => {
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
      await watch.during(NOTHING, async () => {
        await answered(verifyPackage(join(folder, root)));
        await answered(verifyPackage(join(folder, root), { bagOnly: true }));
      });
      await lay(part);
    };
  },
};

const CAMPAIGNS = ['henan-biaobing-2020', 'henan-biaoyang-2022', 'henan-biaobing-experience-2022'];

const libraries: Target = {
  name: 'standards and campaigns',
  megabytes: 300,
  prepare: async (bench) => {
    const { files, watch, extremes } = bench;
    const standard = await readFile(STANDARD, 'utf8');
    const campaigns = await Promise.all(
      CAMPAIGNS.map((name) => readFile(join(repository, `scoring-standards/campaigns/${name}.json`), 'utf8')),
    );
    const path = join(files, 'in.json');
    await cp(bench.filled, bench.root, { recursive: true });
    const strangers = new Strangers(bench, 'standards and campaigns');
    const readCampaign = async (bytes: Buffer): Promise<unknown> =>
      Promise.resolve(parseCampaign(bytes, 'in.json', '2026-11-20'));
    return async (random, nth) => {
      const extreme = extremeAt(nth, extremes, 'standards and campaigns');
      if (extreme)
        return mustRefuse(bench, extreme, async (at) => {
          const read = random.chance(0.5) ? parseStandard(at) : readFile(at).then(readCampaign);
          return [await read.then(() => 'taken', wordsOf)];
        });
      if (random.chance(0.25)) return strangers.handIn(random);
      await writeFile(path, mutateJson(random, standard));
      const campaign = Buffer.from(mutateJson(random, random.pick(campaigns)));
      await watch.during(NOTHING, async () => {
        await answered(parseStandard(path));
        await answered(readCampaign(campaign));
      });
    };
  },
};

function wordsOf(error: unknown): string {
  if (error instanceof UserError) return error.failure.message;
  throw error;
}

const TABLES = join(repository, 'tests/fixtures/import-files');

/** Workbooks, Word files, pages and texts, as the reading process reads them. */
const tables: Target = {
  name: 'tables and texts',
  alone: importAlone,
  megabytes: 400,
  prepare: async (bench) => {
    const { files, watch, extremes } = bench;
    const names = await readdir(TABLES);
    const all = await Promise.all(
      names.map(async (name) => ({ name, bytes: await readFile(join(TABLES, name)) })),
    );
    const parts = new Map<string, ZipFile[]>();
    for (const { name, bytes } of all)
      if (/\.(?:xlsx|docx|ods)$/.test(name)) parts.set(name, await filesOfZip(bytes));
    await cp(bench.filled, bench.root, { recursive: true });
    const strangers = new Strangers(bench, 'tables and texts');
    return async (random, nth) => {
      const extreme = extremeAt(nth, extremes, 'tables and texts');
      if (extreme)
        return mustRefuse(bench, extreme, async (at) => {
          const reply = await answerRequest({ kind: 'file', path: at });
          return [reply.ok ? 'taken' : reply.failure.code];
        });
      if (random.chance(0.15)) return strangers.handIn(random);
      const { name, bytes } = random.pick(all);
      const path = join(files, `in${extname(name)}`);
      const inside = parts.get(name);
      await writeFile(
        path,
        inside ? await mutateZip(random, bytes, inside) : mutateFile(random, name, bytes),
      );
      const isProse = random.chance(0.3);
      const reply = await watch.during(NOTHING, () =>
        answerRequest(isProse ? { kind: 'prose', path, name } : { kind: 'file', path }),
      );
      if (!reply.ok && reply.failure.code === 'internal')
        throw new Broken(`internal: ${reply.failure.message}`);
    };
  },
};

export const TARGETS: readonly Target[] = [packages, bags, stored, libraries, tables, calls];
