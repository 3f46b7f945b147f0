import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyPackage } from '../../../../../electron/services/package/verify.ts';
import { exportFixture, makeFixture, sha256, tempFolder } from './fixture.ts';
import { Forgery } from './forge.ts';
import { filesOfZip } from './zip-files.ts';
import { type RawEntry, rawZip } from './raw-zip.ts';

/** Characters of the fixture's names in GBK, by reading the whole two-byte table once with the decoder. */
const GBK = new Map<string, Buffer>();
for (let high = 0x81; high <= 0xfe; high += 1) {
  for (let low = 0x40; low <= 0xfe; low += 1) {
    const bytes = Buffer.from([high, low]);
    GBK.set(new TextDecoder('gbk').decode(bytes), bytes);
  }
}
function gbk(text: string): Buffer {
  return Buffer.concat([...text].map((letter) => (letter < '\x80' ? Buffer.from(letter) : GBK.get(letter)!)));
}

describe('a package that was unpacked and zipped again', () => {
  let file: string;
  let entries: { name: string; data: Buffer }[];

  beforeAll(async () => {
    file = (await exportFixture(await makeFixture())).file;
    entries = await filesOfZip(await readFile(file));
  });

  async function verify(
    raw: readonly RawEntry[],
    comment = '',
  ): Promise<Awaited<ReturnType<typeof verifyPackage>>> {
    const path = join(await tempFolder(), 'again.zip');
    await writeFile(path, rawZip(raw, { comment }));
    return verifyPackage(path);
  }

  it('by a Windows archiver, with names in GBK, is intact', async () => {
    const raw = entries
      .toReversed()
      .map(({ name, data }) => ({ name: gbk(name), data, deflate: true, system: 0, mode: 0 }));
    expect(await verify(raw)).toMatchObject({ status: 'intact', problems: [] });
  });

  it('with names that no encoding explains is recognised by its hashes, and says so', async () => {
    const garbled = (name: string): Buffer => Buffer.from(name.replace(/[^\x20-\x7e]/g, '\xff'), 'latin1');
    const raw = entries
      .filter(({ name }) => name.includes('/'))
      .map(({ name, data }, index) => ({
        name: Buffer.concat([
          Buffer.from('bag/'),
          garbled(
            name
              .slice(name.indexOf('/') + 1)
              .replace(/(\.\w+)$/, `${index}$1`)
              .replace(/^(bagit|bag-info|manifest-sha256|tagmanifest-sha256)\d+/, '$1')
              .replace(/^(data\/(assessment|standard))\d+/, '$1'),
          ),
        ]),
        data,
      }));
    const { status, problems } = await verify(raw);
    expect(status).toBe('intact');
    expect(problems.map(({ code, path }) => `${code} ${path}`).sort()).toEqual([
      'renamed data/佐证材料/1.1 项目1.1/01 实施方案.txt',
      'renamed data/佐证材料/1.1 项目1.1/02 培训照片.jpg',
      'renamed data/佐证材料/1.1 项目1.1/03 实施方案.txt',
      'renamed data/佐证材料/1.2 项目1.2/01 完成率100％.TXT',
      'renamed data/佐证材料/未对应评分项/01 没有用到.txt',
      'renamed data/推荐材料.xlsx',
      'renamed data/汇报材料/综合汇报材料/01 综合汇报材料.docx',
      'renamed data/目录.html',
      'renamed 说明文件.txt',
    ]);
    // Garbled and changed is damage all the same.
    const changed = raw.map((entry) =>
      entry.name.includes('.jpg') ? { ...entry, data: Buffer.from('x') } : entry,
    );
    expect((await verify(changed)).status).toBe('damaged');
  });

  it('without its outer folder, with system files and a foreign comment, is intact with remarks', async () => {
    const raw = [
      ...entries.map(({ name, data }) => ({ name: name.slice(name.indexOf('/') + 1), data })),
      { name: 'data/.DS_Store', data: 'x' },
      { name: '__MACOSX/._bagit.txt', data: 'x' },
    ];
    const { status, problems } = await verify(raw, 'made by someone');
    expect(status).toBe('intact');
    expect(problems.map(({ code }) => code).sort()).toEqual([
      'comment',
      'root',
      'system-file',
      'system-file',
    ]);
  });

  it('with its seal comment kept but its bytes changed is damaged', async () => {
    const bytes = await readFile(file);
    const comment = bytes.subarray(-80).toString('latin1');
    expect(comment).toMatch(/^Biaobing-SHA256:[0-9a-f]{64}$/);
    expect(sha256(bytes.subarray(0, -80))).toBe(comment.slice(-64));
    expect((await verify(entries, comment)).status).toBe('damaged');
  });

  it('with a file changed, missing or added is damaged, and each is named', async () => {
    const damage = async (raw: readonly RawEntry[]): Promise<string[]> => {
      const { status, problems } = await verify(raw);
      expect(status).toBe('damaged');
      return problems.map(({ code, path }) => `${code} ${path}`);
    };
    const root = entries[0]!.name.split('/')[0]!;
    const plan = 'data/佐证材料/1.1 项目1.1/01 实施方案.txt';
    const isPlan = ({ name }: { name: string }): boolean => name.endsWith(plan);
    expect(await damage(entries.map((each) => (isPlan(each) ? { ...each, data: 'x' } : each)))).toContain(
      `changed ${plan}`,
    );
    expect(await damage(entries.filter((each) => !isPlan(each)))).toContain(`missing ${plan}`);
    expect(await damage([...entries, { name: `${root}/data/多.txt`, data: 'x' }])).toContain(
      'unlisted data/多.txt',
    );
    expect(await damage([...entries, { name: `${root}/extra.txt`, data: 'x' }])).toEqual([
      'unlisted extra.txt',
    ]);
    const readme = entries.map((each) =>
      each.name.endsWith('说明文件.txt') ? { ...each, data: 'x' } : each,
    );
    expect(await damage(readme)).toEqual(['changed 说明文件.txt']);
  });

  it('with a manifest made to fit is caught by its self score, and by its seal code', async () => {
    const bag = await Forgery.of(file);
    const before = await verifyPackage(bag.root);
    await bag.edit('bag-info.txt', (text) => text.replace('Self-Score: 95.00', 'Self-Score: 99.00'));
    const after = await verifyPackage((await bag.seal()).root);
    expect(after).toMatchObject({ status: 'suspect', problems: [{ code: 'tag', path: 'bag-info.txt' }] });
    expect(after.sealCode).not.toBe(before.sealCode);
  });
});
