import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cp,
  link,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli } from './terminal.ts';

const FIXTURES = resolve('tests/fixtures/import-files');

let master: string;
let homes: string;

/** A unit's folder, its package, a desk and tables to import; every case has its own copy. */
class World {
  constructor(readonly home: string) {}
  at = (...names: string[]): string => join(this.home, ...names);
  assessment = (...names: string[]): string => this.at('自评', ...names);
  desk = (...names: string[]): string => this.at('核验', ...names);
  get packaged(): string {
    return this.at('推荐包.zip');
  }
  get xlsx(): string {
    return this.at('评分表.xlsx');
  }
  get csv(): string {
    return this.at('评分表.csv');
  }
  async evidence(): Promise<string> {
    const [name = ''] = await readdir(this.assessment('evidence'));
    return this.assessment('evidence', name);
  }
}

beforeAll(async () => {
  homes = await mkdtemp(join(tmpdir(), 'biaobing-targets-'));
  master = join(homes, 'master');
  const world = new World(master);
  const [folder = '', file = ''] = (await cli('demo', '--out', join(homes, 'demo'))).out.trim().split('\n');
  await cp(folder, world.assessment(), { recursive: true });
  await cp(file, world.packaged);
  await cp(join(FIXTURES, 'merged.xlsx'), world.xlsx);
  await cp(join(FIXTURES, 'plain.csv'), world.csv);
  await cli('review', 'import', world.packaged, '--desk', world.desk(), '--received', '2020-11-25');
  expect(await readdir(master)).toHaveLength(5);
}, 60_000);

afterAll(() => rm(homes, { recursive: true, force: true }));

let count = 0;
async function newWorld(): Promise<World> {
  const home = join(homes, `世界${(count += 1)}`);
  await cp(master, home, { recursive: true });
  return new World(home);
}

/** Every entry below a folder, with the hash of its content or where it leads. */
async function everything(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path);
    if (entry.isDirectory()) found[name] = 'folder';
    else if (!entry.isFile() && !entry.isSymbolicLink()) found[name] = 'neither file nor folder';
    else if (entry.isSymbolicLink()) found[name] = `-> ${await readlink(path)}`;
    else
      found[name] = createHash('sha256')
        .update(await readFile(path))
        .digest('hex');
  }
  return found;
}

type Arrange = (world: World) => Promise<string[]> | string[];

const exported = (out: (world: World) => Promise<string> | string): Arrange => {
  return async (world) => ['export', world.assessment(), '--out', await out(world)];
};
const imported = (out: (world: World) => Promise<string> | string, of: 'xlsx' | 'csv' = 'xlsx'): Arrange => {
  return async (world) => ['standard', 'import', world[of], '--out', await out(world)];
};
const reported = (report: (world: World) => Promise<string> | string): Arrange => {
  return async (world) => [
    ...['standard', 'import', world.csv, '--out', world.at('标准.json')],
    ...['--report', await report(world)],
  ];
};

async function linked(make: typeof link, from: string, to: string): Promise<string> {
  await make(from, to);
  return to;
}

const REFUSED: Record<string, Arrange> = {
  'export onto the state': exported((w) => w.assessment('assessment.json')),
  'export onto the standard': exported((w) => w.assessment('standard.json')),
  'export onto evidence': exported((w) => w.evidence()),
  'export to a new name among the evidence': exported((w) => w.assessment('evidence', '新.zip')),
  'export to new folders in the assessment': exported((w) => w.assessment('导出', '甲', '推荐包.zip')),
  'export onto the folder itself': exported((w) => w.assessment()),
  'export by a relative path': exported((w) => relative(process.cwd(), w.assessment('assessment.json'))),
  'export by a roundabout path': exported((w) =>
    w.at('核验', '..', '自评', 'evidence', '..', 'standard.json'),
  ),
  'export through a link to the folder': exported(async (w) =>
    join(await linked(symlink, w.assessment(), w.at('别处')), 'assessment.json'),
  ),
  'export through a link to the evidence, under a new name': exported(async (w) =>
    join(await linked(symlink, w.assessment('evidence'), w.at('别处')), '新.zip'),
  ),
  'export onto a link to the state': exported((w) =>
    linked(symlink, w.assessment('assessment.json'), w.at('别名.zip')),
  ),
  'export onto a link in the assessment that leads out of it': exported(async (w) => {
    await writeFile(w.at('外面.zip'), '');
    return linked(symlink, w.at('外面.zip'), w.assessment('里面.zip'));
  }),
  'export onto a hard link of the state': exported((w) =>
    linked(link, w.assessment('assessment.json'), w.at('别名.zip')),
  ),
  'export onto a hard link of evidence': exported(async (w) =>
    linked(link, await w.evidence(), w.at('别名.zip')),
  ),
  'export into another assessment': async (w) => {
    await cp(w.assessment(), w.at('另一份'), { recursive: true });
    return ['export', w.assessment(), '--out', w.at('另一份', 'assessment.json')];
  },
  'export into an assessment of which only the previous copy is left': async (w) => {
    await mkdir(w.at('损坏'));
    await cp(w.assessment('assessment.json'), w.at('损坏', 'assessment.previous.json'));
    return ['export', w.assessment(), '--out', w.at('损坏', '推荐包.zip')];
  },
  'export onto a desk': exported((w) => w.desk('desk.json')),
  'export among the packages of a desk': exported((w) => w.desk('packages', '新.zip')),
  'export of a draft onto the state': async (w) => [
    ...(await exported((x) => x.assessment('assessment.json'))(w)),
    '--draft',
  ],
  // In place of a device: never a real one, which a program that is wrong would replace.
  'export onto a pipe': exported((w) => {
    execFileSync('mkfifo', [w.at('管道')]);
    return w.at('管道');
  }),

  'import onto the table': imported((w) => w.xlsx),
  'import onto the table, as CSV': imported((w) => w.csv, 'csv'),
  'import onto the table by another path': imported((w) => w.at('自评', '..', '评分表.xlsx')),
  'import onto a link to the table': imported((w) => linked(symlink, w.xlsx, w.at('标准.json'))),
  'import onto a hard link of the table': imported((w) => linked(link, w.xlsx, w.at('标准.json'))),
  'import of a link onto its file': async (w) => {
    const alias = await linked(symlink, w.xlsx, w.at('别名.xlsx'));
    return ['standard', 'import', alias, '--out', w.xlsx];
  },
  'import into an assessment': imported((w) => w.assessment('standard.json')),
  'import into a desk': imported((w) => w.desk('standard.json')),
  'import where the half-written file would be the table': async (w) => {
    await cp(w.xlsx, w.at('标准.json.tmp'));
    return ['standard', 'import', w.at('标准.json.tmp'), '--out', w.at('标准.json')];
  },
  'report onto the table': reported((w) => w.csv),
  'report onto the standard': reported((w) => w.at('标准.json')),
  'report onto the standard by another path': reported(async (w) =>
    join(await linked(symlink, w.home, w.at('绕行')), '标准.json'),
  ),
  'report onto the standard in other case': reported((w) => w.at('标准.JSON')),
  'report into an assessment': reported((w) => w.assessment('evidence', '报告.xlsx')),
  'standard onto the meanings of the columns': async (w) => {
    await writeFile(w.at('列.json'), '{"headerFrom":0,"headerTo":1,"roles":["ignore"]}');
    return [...(await imported((x) => x.at('列.json'))(w)), '--map', w.at('列.json')];
  },
  'report onto the meanings of the columns': async (w) => {
    await writeFile(w.at('列.json'), '{"headerFrom":0,"headerTo":1,"roles":["ignore"]}');
    return [...(await reported((x) => x.at('列.json'))(w)), '--map', w.at('列.json')];
  },

  'summary onto the desk': (w) => ['review', 'export', '--desk', w.desk(), '--out', w.desk('desk.json')],
  'summary onto a package of the desk': async (w) => {
    const [key = ''] = await readdir(w.desk('packages'));
    return ['review', 'export', '--desk', w.desk(), '--out', w.desk('packages', key, 'original.zip')];
  },
  'summary to a new name among the packages': (w) => [
    ...['review', 'export', '--desk', w.desk(), '--out', w.desk('packages', '汇总表.xlsx')],
  ],
  'summary into an assessment': (w) => [
    ...['review', 'export', '--desk', w.desk(), '--out', w.assessment('assessment.json')],
  ],
  'summary onto a hard link of the desk': async (w) => {
    const out = await linked(link, w.desk('desk.json'), w.at('汇总表.xlsx'));
    return ['review', 'export', '--desk', w.desk(), '--out', out];
  },
  'a new desk in an assessment': (w) => ['review', 'import', w.packaged, '--desk', w.assessment('核验台')],
  'a new desk in a desk': (w) => ['review', 'import', w.packaged, '--desk', w.desk('packages', '核验台')],

  'open into an assessment': (w) => ['open', w.packaged, '--out', w.assessment('还原')],
  'open into new folders in an assessment': (w) => ['open', w.packaged, '--out', w.assessment('a', 'b', 'c')],
  'open onto an assessment': (w) => ['open', w.packaged, '--out', w.assessment()],
  'open into a desk': (w) => ['open', w.packaged, '--out', w.desk('packages', '还原')],
  'open through a link into an assessment': async (w) => {
    const alias = await linked(symlink, w.assessment('evidence'), w.at('别处'));
    return ['open', w.packaged, '--out', join(alias, '还原')];
  },
  'open onto the package': (w) => ['open', w.packaged, '--out', w.packaged],
  'open where the half-made folder would take the package with it': async (w) => {
    await mkdir(w.at('.还原.new'));
    await cp(w.packaged, w.at('.还原.new', '推荐包.zip'));
    return ['open', w.at('.还原.new', '推荐包.zip'), '--out', w.at('还原')];
  },
  'demo onto an assessment': (w) => ['demo', '--out', w.assessment()],
  'demo into an assessment': (w) => ['demo', '--out', w.assessment('evidence')],
  'demo into new folders in a desk': (w) => ['demo', '--out', w.desk('a', 'b')],
};

const ON_TIME = ['--received', '2020-11-25'];

const ALLOWED: Record<string, Arrange> = {
  'export beside the assessment': exported((w) => w.at('新.zip')),
  'export into new folders': exported((w) => w.at('a', 'b', '新.zip')),
  'export over an earlier package': exported((w) => w.packaged),
  'export onto a file of another kind that is hard-linked': exported(async (w) => {
    await writeFile(w.at('旧.zip'), '旧');
    return linked(link, w.at('旧.zip'), w.at('新.zip'));
  }),
  'import beside the table': imported((w) => w.at('标准.json')),
  'import over an earlier standard': async (w) => {
    await writeFile(w.at('标准.json'), '旧');
    return ['standard', 'import', w.xlsx, '--out', w.at('标准.json'), '--report', w.at('报告.xlsx')];
  },
  'summary beside the desk': (w) => ['review', 'export', '--desk', w.desk(), '--out', w.at('汇总表.xlsx')],
  'a new desk among the packages that came': (w) => [
    'review',
    'import',
    w.packaged,
    '--desk',
    w.at('核验二'),
    ...ON_TIME,
  ],
  'more packages for a desk': (w) => ['review', 'import', w.packaged, '--desk', w.desk()],
  'open beside an assessment, into an empty folder': async (w) => {
    await mkdir(w.at('还原'));
    return ['open', w.packaged, '--out', w.at('还原')];
  },
};

const notOnWindows = process.platform === 'win32' ? /link|pipe/ : /^$/;
const table = (cases: Record<string, Arrange>): [string, Arrange][] =>
  Object.entries(cases).filter(([name]) => !notOnWindows.test(name));

/** Milliseconds for a case: it copies a whole folder and starts a process, several at a time. */
const PATIENCE = 90_000;

describe('where a command may write', { timeout: PATIENCE }, () => {
  it.concurrent.each(table(REFUSED))('refuses %s and leaves everything as it was', async (_, arrange) => {
    const world = await newWorld();
    const args = await arrange(world);
    const before = await everything(world.home);
    const { code, out, err } = await cli(...args);
    expect(await everything(world.home)).toEqual(before);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^--(out|report|desk) .*没有写入任何内容.*请.*\n$/su);
    expect(err).not.toContain('用法：');
  });

  it.concurrent.each(table(ALLOWED))('takes %s', async (_, arrange) => {
    const world = await newWorld();
    const args = await arrange(world);
    const { code, err } = await cli(...args);
    expect([code, err.includes('没有写入任何内容')]).toEqual([0, false]);
  });

  it('writes a standard and its report whole or not at all', async () => {
    const world = await newWorld();
    const out = world.at('标准.json');
    await writeFile(out, '旧');
    const alias = world.at('另一个名字.json');
    await link(out, alias);
    const ended = await cli(
      'standard',
      'import',
      world.xlsx,
      '--out',
      out,
      '--report',
      world.at('报告.xlsx'),
    );
    expect(ended.code).toBe(0);
    // Replaced by a whole file, never written over: the old one is still whole under its other name.
    expect(await readFile(alias, 'utf8')).toBe('旧');
    expect(JSON.parse(await readFile(out, 'utf8'))).toMatchObject({ version: 2 });
    expect((await readdir(world.home)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
