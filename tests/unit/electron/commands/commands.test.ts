import { cp, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Forgery } from '../services/package/forge.ts';
import { filesOfZip } from '../services/package/zip-files.ts';
import { everySecond } from '../../../../electron/commands/context.ts';
import { cli, type Ended } from './terminal.ts';

const TWO_DECIMALS = /^-?\d+\.\d\d$/;
const REFERENCE = resolve('scoring-standards/standards/henan-service-enforcement-reference.json');

let home: string;
let demo: Ended;
/** The sample's folder and its package, as `demo` made them; tests change copies only. */
let sample: string;
let packaged: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'biaobing-cli-'));
  demo = await cli('demo', '--out', join(home, 'demo'));
  [sample = '', packaged = ''] = demo.out.trim().split('\n');
}, 60_000);

afterAll(() => rm(home, { recursive: true, force: true }));

let count = 0;
/** A path of its own for each use. */
const fresh = (name = ''): string => join(home, `${(count += 1)}${name}`);

async function copyOfSample(): Promise<string> {
  const folder = fresh();
  await cp(sample, folder, { recursive: true });
  return folder;
}

type Json = Record<string, unknown>;

async function edited(file: string, change: (json: Json) => void, into = file): Promise<string> {
  const json = JSON.parse(await readFile(file, 'utf8')) as Json;
  change(json);
  await writeFile(into, JSON.stringify(json));
  return into;
}

/** The sample without the reason for an item that was left out: every point is there, but something blocks. */
async function notEligible(): Promise<string> {
  const folder = await copyOfSample();
  await edited(join(folder, 'assessment.json'), (json) => {
    const entries = json.entries as Record<string, Json>;
    entries['4.7'] = { ...entries['4.7'], reason: '' };
  });
  return folder;
}

describe('demo', () => {
  it('does the whole main job and prints folder and package, a line each', async () => {
    expect(demo.code).toBe(0);
    expect(demo.out).toBe(`${sample}\n${packaged}\n`);
    expect(await readdir(sample)).toContain('assessment.json');
    expect((await cli('verify', packaged)).code).toBe(0);
  });

  it('never writes over an earlier one', async () => {
    const again = await cli('demo', '--out', join(home, 'demo'));
    expect(again.code).toBe(0);
    expect(again.out).not.toContain(`${packaged}\n`);
    expect(again.out.trim().split('\n')).toHaveLength(2);
  });
});

describe('progress of work that takes long', () => {
  it('is told after the first second, at most once a second', () => {
    let now = 0;
    const told: string[] = [];
    const tell = everySecond(
      (text: string) => told.push(text),
      () => now,
    );
    for (const [at, text] of [
      [0, 'a'],
      [999, 'b'],
      [1000, 'c'],
      [1999, 'd'],
      [2000, 'e'],
    ] as const) {
      now = at;
      tell(text);
    }
    expect(told).toEqual(['c', 'e']);
  });
});

describe('score', () => {
  it('answers one JSON object of the promised shape and nothing else', async () => {
    const folder = await copyOfSample();
    // Something to remark on: the sample itself has nothing.
    await edited(join(folder, 'assessment.json'), (json) => ((json.unit as Json).contact = {}));
    const { code, out, err } = await cli('score', folder, '--json');
    expect(code).toBe(0);
    expect(err).toBe('');
    const answer = JSON.parse(out);
    expect(out).toBe(`${JSON.stringify(answer)}\n`);
    const points = expect.stringMatching(TWO_DECIMALS);
    expect(answer).toStrictEqual({
      standard: {
        id: 'henan-service-enforcement-reference',
        edition: expect.any(String),
        authority: 'reference',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      total: '93.89',
      fullScore: '100.00',
      passScore: '90.00',
      passes: true,
      gap: '0.00',
      sections: expect.any(Array),
      items: expect.any(Array),
      basis: 'reference',
      eligible: false,
      findings: expect.any(Array),
    });
    const shaped = (list: unknown, shape: Json): void => {
      expect(list).not.toHaveLength(0);
      for (const each of list as unknown[]) expect(each).toStrictEqual(shape);
    };
    const text = expect.any(String);
    shaped(answer.sections, { code: text, title: text, score: points, fullScore: points });
    shaped(answer.items, {
      code: text,
      state: expect.stringMatching(/^(unscored|scored|notApplicable)$/),
      score: points,
      fullScore: points,
      evidence: expect.any(Number),
    });
    shaped(answer.findings, {
      code: text,
      severity: expect.stringMatching(/^(block|warn)$/),
      item: text,
      message: text,
    });
  });

  it('exits 1 where the unit is not eligible, and says why', async () => {
    const folder = await notEligible();
    const { code, out } = await cli('score', folder, '--json');
    expect(code).toBe(1);
    const { eligible, passes, findings } = JSON.parse(out);
    expect({ eligible, passes }).toEqual({ eligible: false, passes: true });
    expect(findings).toContainEqual(expect.objectContaining({ severity: 'block' }));
    const forPeople = await cli('score', folder);
    expect(forPeople.code).toBe(1);
    expect(forPeople.out).toBe('');
    expect(forPeople.err).toMatch(/【须解决】.*\n按参考标准/s);
  });

  it.each([
    ['deleted', '不见了', (file: string) => rm(file)],
    ['cut off', '已损坏或被改动', (file: string) => truncate(file, 10)],
    [
      'altered within its size',
      '已损坏或被改动',
      async (file: string) => writeFile(file, Buffer.alloc((await readFile(file)).length, 'x')),
    ],
  ])('names a file of evidence that was %s: not eligible, exit 1', async (_, said, harm) => {
    const folder = await copyOfSample();
    const [first = ''] = await readdir(join(folder, 'evidence'));
    await harm(join(folder, 'evidence', first));
    const { code, out, err } = await cli('score', folder, '--json');
    const answer = JSON.parse(out);
    expect({ code, err, eligible: answer.eligible, passes: answer.passes }).toEqual({
      ...{ code: 1, err: '', eligible: false, passes: true },
    });
    const stored = JSON.parse(await readFile(join(folder, 'assessment.json'), 'utf8'));
    const pieces = stored.evidence as { sha256: string; label: string }[];
    const label = pieces.find((piece) => piece.sha256 === first)?.label;
    expect(answer.findings).toContainEqual({
      code: 'evidenceDamaged',
      severity: 'block',
      item: expect.any(String),
      message: expect.stringContaining(`佐证材料“${label}”`),
    });
    const people = await cli('score', folder);
    expect(people.err).toContain(said);
    expect((await cli('export', folder, '--out', fresh('.zip'))).err).toContain(label);
  });

  it('shows lines that add up to the total, and why it is 0 where a veto applies', async () => {
    const lines = (await cli('score', sample)).err.split('\n');
    const points = (line: string): number =>
      Number(/　([＋−]?[\d.]+)/u.exec(line)?.[1]?.replace('＋', '').replace('−', '-'));
    const listed = lines.filter((line) => line.startsWith('  '));
    const sum = listed.slice(0, -1).reduce((all, line) => all + points(line), 0);
    expect(sum.toFixed(2)).toBe('93.89');
    expect(listed.at(-1)).toBe('  总分　93.89');
    expect(lines).toContainEqual(expect.stringMatching(/^基础分92\.39分，合理缺项/));

    const folder = await copyOfSample();
    await edited(join(folder, 'assessment.json'), (json) => {
      const entries = json.entries as Record<string, Json>;
      entries['否1'] = { ...entries['否1'], input: { kind: 'veto', applies: true } };
    });
    const { code, err } = await cli('score', folder);
    expect(code).toBe(1);
    expect(err).toContain('按参考标准自评0分：存在“弄虚作假”，总分计零');
    expect(err).toContain('【提醒事项】“弄虚作假”选了“是”，没有写情况说明');
    expect(err).not.toContain('还差');
  });

  it('shows an empty assessment as everything missing', async () => {
    const folder = await copyOfSample();
    await edited(join(folder, 'assessment.json'), (json) => (json.entries = {}));
    const answer = JSON.parse((await cli('score', folder, '--json')).out);
    expect(answer).toMatchObject({ total: '0.00', gap: '90.00', passes: false, eligible: false });
  });

  it('falls back to the previous copy of a truncated assessment and says so', async () => {
    const folder = await copyOfSample();
    await truncate(join(folder, 'assessment.json'), 1000);
    const names = (await readdir(folder)).sort();
    const { code, out, err } = await cli('score', folder, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out).total).toBe('93.89');
    expect(err).toContain('已改用上一份副本');
    expect((await readdir(folder)).sort()).toEqual(names);

    const exported = await cli('export', folder, '--out', fresh('.zip'));
    expect(exported.code).toBe(0);
    expect(exported.err).toContain('已改用上一份副本');
    expect((await readdir(folder)).filter((name) => name.startsWith('assessment.damaged-'))).toHaveLength(1);
  });

  it('exits 1 where both copies are unreadable, and empties neither', async () => {
    const folder = await copyOfSample();
    const files = ['assessment.json', 'assessment.previous.json'].map((name) => join(folder, name));
    for (const file of files) await truncate(file, 500);
    const { code, out, err } = await cli('score', folder, '--json');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('已损坏');
    for (const file of files) expect(await readFile(file)).toHaveLength(500);
  });
});

describe('export', () => {
  it('makes the same bytes again from an unchanged assessment', async () => {
    const again = fresh('.zip');
    const { code, out } = await cli('export', sample, '--out', again);
    expect(code).toBe(0);
    expect(out).toBe(`${again}\n`);
    expect((await readFile(again)).equals(await readFile(packaged))).toBe(true);
  });

  it('refuses what is not eligible, with the reason, and leaves no file', async () => {
    const out = join(fresh(), '推荐包.zip');
    const refused = await cli('export', await notEligible(), '--out', out);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toMatch(/还有须解决的事项：.+没有说明理由/);
    expect(await readdir(join(out, '..')).catch(() => [])).toEqual([]);
  });

  it('exports it as a draft that says so', async () => {
    const out = fresh('.zip');
    const { code, err } = await cli('export', await notEligible(), '--draft', '--out', out);
    expect(code).toBe(0);
    expect(err).toContain('（草稿）');
    const [verified] = JSON.parse((await cli('verify', out, '--json')).out).packages;
    expect(verified).toMatchObject({ status: 'intact', draft: true });
    expect((await cli('verify', out)).err).toMatch(/^ {2}自查包（草稿）/mu);
    expect((await filesOfZip(await readFile(out)))[0]?.name).toMatch(/^【自查】【草稿】/);
  });

  it('records the revision, so that a change makes the next one', async () => {
    const folder = await copyOfSample();
    await edited(join(folder, 'assessment.json'), (json) => ((json.unit as Json).region = '别处'));
    const { out } = await cli('export', folder, '--out', fresh('.zip'), '--json');
    expect(JSON.parse(out)).toMatchObject({
      revision: 2,
      sealCode: expect.stringMatching(/^(\w{4}-){3}\w{4}$/),
    });
    const stored = JSON.parse(await readFile(join(folder, 'assessment.json'), 'utf8'));
    expect(stored.revisions).toHaveLength(2);
  });

  it('exits 3 where it cannot write, and changes nothing', async () => {
    const folder = await copyOfSample();
    const before = await readFile(join(folder, 'assessment.json'));
    const file = fresh('.txt');
    await writeFile(file, '是文件');
    for (const out of [join(file, '推荐包.zip'), join(file, '里面', '推荐包.zip')]) {
      const { code, err } = await cli('export', folder, '--out', out);
      expect(code).toBe(3);
      expect(err).toContain('不是文件夹');
    }
    expect(await readFile(file, 'utf8')).toBe('是文件');
    expect(await readFile(join(folder, 'assessment.json'))).toEqual(before);
  });
});

describe('verify', () => {
  const verify = async (...files: string[]): Promise<Ended & { packages: Json[] }> => {
    const ended = await cli('verify', ...files, '--json');
    return { ...ended, packages: JSON.parse(ended.out).packages };
  };

  it('answers one JSON object of the promised shape', async () => {
    const { code, out, err, packages } = await verify(packaged);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(`${JSON.stringify({ packages })}\n`);
    expect(packages).toEqual([
      {
        file: packaged,
        status: 'intact',
        unit: expect.stringContaining('示例'),
        campaign: '日常自评练习',
        selfScore: '93.89',
        sealCode: expect.stringMatching(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/),
        revision: 1,
        draft: false,
        sample: true,
        files: 45,
        bytes: expect.any(Number),
        problems: [],
      },
    ]);
  });

  it('finds one flipped byte anywhere, and names the file that it is in', async () => {
    const bytes = await readFile(packaged);
    const photo = await readFile(resolve('scoring-standards/sample/files/行政调解室照片.jpg'));
    const inPhoto = bytes.indexOf(photo) + 1000;
    expect(inPhoto).toBeGreaterThan(1000);
    for (const at of [0, 40, inPhoto, bytes.length - 200, bytes.length - 1]) {
      const damaged = fresh('.zip');
      const changed = Buffer.from(bytes);
      changed[at] = changed[at]! ^ 1;
      await writeFile(damaged, changed);
      const { code, packages } = await verify(damaged);
      expect({ at, code }).toEqual({ at, code: 1 });
      expect(packages[0]?.['status']).not.toBe('intact');
      if (at !== inPhoto) continue;
      expect(packages[0]?.['problems']).toContainEqual(
        expect.objectContaining({
          path: expect.stringMatching(/^data\/佐证材料\/.*行政调解室照片\.jpg$/),
          message: expect.stringMatching(/\p{Script=Han}/u),
        }),
      );
      expect((await cli('verify', damaged)).err).toMatch(/行政调解室照片\.jpg：/);
    }
  });

  it('judges each of several, also where one is missing', async () => {
    const text = fresh('.zip');
    await writeFile(text, '这不是压缩包');
    const missing = fresh('.zip');
    const { code, err, packages } = await verify(missing, packaged, text);
    expect(code).toBe(3);
    expect(err).toContain('找不到文件');
    expect(packages.map(({ file, status }) => ({ file, status }))).toEqual([
      { file: packaged, status: 'intact' },
      { file: text, status: 'not-a-package' },
    ]);
    expect((await verify(packaged, text)).code).toBe(1);
  });

  it('says by which standard a package was scored, also one of before', async () => {
    const { err } = await cli('verify', packaged, resolve('tests/fixtures/before/示例推荐包.zip'));
    const said = err.split('\n').filter((line) => line.startsWith('  自查包（示例）　'));
    expect(said).toEqual([
      expect.stringMatching(/　按参考标准自评 93\.89　封签码 [\dA-Z-]{19}$/),
      expect.stringMatching(/　按参考标准自评 94\.31　封签码 [\dA-Z-]{19}$/),
    ]);
  });

  it('takes an unpacked package, and finds what was changed, added or taken away in it', async () => {
    const { root } = await Forgery.of(packaged);
    expect(await verify(root)).toMatchObject({
      code: 0,
      packages: [{ status: 'intact', selfScore: '93.89' }],
    });
    await rm(join(root, 'data/推荐材料.xlsx'));
    await writeFile(join(root, 'data/多出来.txt'), '');
    const { code, packages } = await verify(root);
    expect(code).toBe(1);
    const paths = (packages[0]?.['problems'] as { path: string }[]).map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['data/推荐材料.xlsx', 'data/多出来.txt']));
  });

  it('asks the BagIt layer alone for a bag of another program', async () => {
    const bag = fresh();
    await mkdir(join(bag, 'data'), { recursive: true });
    const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    await writeFile(join(bag, 'bagit.txt'), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    await writeFile(join(bag, 'manifest-sha256.txt'), `${empty}  data/empty\n`);
    await writeFile(join(bag, 'data/empty'), '');
    expect((await cli('verify', bag, '--bag-only')).code).toBe(0);
    expect((await verify(bag)).packages[0]?.['status']).toBe('unsupported');
    await writeFile(join(bag, 'data/empty'), '!');
    expect((await cli('verify', bag, '--bag-only')).code).toBe(1);
  });
});

describe('open', () => {
  it('makes the same assessment again', async () => {
    const folder = fresh();
    const { code, out } = await cli('open', packaged, '--out', folder);
    expect({ code, out }).toEqual({ code: 0, out: `${folder}\n` });
    expect((await cli('score', folder, '--json')).out).toBe((await cli('score', sample, '--json')).out);
    expect((await readdir(join(folder, 'evidence'))).sort()).toEqual(
      (await readdir(join(sample, 'evidence'))).sort(),
    );
    const again = fresh('.zip');
    await cli('export', folder, '--out', again);
    expect((await readFile(again)).equals(await readFile(packaged))).toBe(true);
  });

  it('refuses a folder that holds something', async () => {
    const folder = fresh();
    await mkdir(folder);
    await writeFile(join(folder, '工作.txt'), '重要');
    const { code, out, err } = await cli('open', packaged, '--out', folder);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toContain('不是空的');
    expect(await readdir(folder)).toEqual(['工作.txt']);
  });

  it('refuses what is not intact and makes nothing', async () => {
    const text = fresh('.zip');
    await writeFile(text, '这不是压缩包');
    const target = join(fresh(), '档案');
    const { code, err } = await cli('open', text, '--out', target);
    expect(code).toBe(1);
    expect(err).toContain('不是推荐包');
    expect(await readdir(join(target, '..')).catch(() => [])).toEqual([]);
  });
});

describe('standard check', () => {
  const check = async (file: string): Promise<Ended & { answer: Json }> => {
    const ended = await cli('standard', 'check', file, '--json');
    return { ...ended, answer: JSON.parse(ended.out) };
  };
  const changed = (change: (json: Json) => void): Promise<string> =>
    edited(REFERENCE, change, fresh('.json'));
  interface Section {
    fullScore: string;
    items: { code: string; criterion: string }[];
  }
  const first = (json: Json): Section => (json.sections as Section[])[0]!;

  it('passes the standard that is shipped', async () => {
    const { code, err, answer } = await check(REFERENCE);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(answer).toEqual({
      id: 'henan-service-enforcement-reference',
      edition: expect.any(String),
      errors: 0,
      findings: [],
    });
  });

  it('warns of an official text that nobody compared with its original', async () => {
    const { code, answer } = await check(await changed((json) => (json.authority = 'official')));
    expect(code).toBe(0);
    const found = expect.objectContaining({ code: 'unchecked', severity: 'warning' }) as unknown;
    expect(answer['findings']).toContainEqual(found);
  });

  it('warns of a wrong sum without failing', async () => {
    const file = await changed((json) => (first(json).fullScore = '9'));
    const { code, answer } = await check(file);
    expect(code).toBe(0);
    expect(answer['findings']).toContainEqual(expect.objectContaining({ severity: 'warning', item: '1' }));
    expect((await cli('standard', 'check', file)).err).toContain('【提醒事项】1：');
  });

  it('fails a code that occurs twice, and names it', async () => {
    const file = await changed((json) => (first(json).items[1]!.code = '1.1'));
    const { code, answer } = await check(file);
    expect(code).toBe(1);
    expect(answer['findings']).toContainEqual(expect.objectContaining({ severity: 'error', item: '1.1' }));
    expect((await cli('standard', 'check', file)).err).toContain('【错误】1.1：');
  });

  it('names a mistyped key and the one that is missing for it', async () => {
    const file = await changed((json) => {
      json.titel = json.title;
      delete json.title;
    });
    const { code, answer } = await check(file);
    expect({ code, errors: answer['errors'] }).toEqual({ code: 1, errors: 1 });
    const { err } = await cli('standard', 'check', file);
    expect(err).toMatch(/title：缺少这一项/);
    expect(err).toMatch(/"titel"/);
  });

  it('fails a file that is no JSON, and exits 3 where there is none', async () => {
    const file = fresh('.json');
    await writeFile(file, '{"version":1,');
    const { code, answer } = await check(file);
    expect({ code, errors: answer['errors'] }).toEqual({ code: 1, errors: 1 });
    expect((await cli('standard', 'check', file)).err).toContain('不是完整的 JSON');
    expect(await cli('standard', 'check', fresh('.json'), '--json')).toMatchObject({ code: 3, out: '' });
  });
});

describe('wrong use', () => {
  it.concurrent.each([
    [[]],
    [['nothing-such']],
    [['constructor']],
    [['score']],
    [['score', 'a', 'b']],
    [['export', 'a']],
    [['export', '--out', 'b']],
    [['open', 'a']],
    [['demo']],
    [['verify']],
    [['verify', '--json']],
    [['standard']],
    [['standard', 'import', 'a']],
    [['score', 'a', '--jsn']],
    [['score', 'a', '--draft']],
    [['open', 'a', '--out', 'b', '--json']],
    [['export', 'a', '--out']],
  ])('%j exits 2 and shows the usage on stderr', async (args) => {
    const { code, out, err } = await cli(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/\p{Script=Han}.*\n用法：/u);
  });
});
