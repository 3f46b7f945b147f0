import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMER_FORM, formOf } from '../../../../shared/package/form.ts';
import { bagRootName, layOut } from '../../../../shared/package/layout.ts';
import { fitName, foldName, NameSet, sanitiseName } from '../../../../shared/values/portable-names.ts';
import { utf8Length } from '../../../../shared/values/file-names.ts';
import { sealCode } from '../../../../shared/package/sealcode.ts';
import { unitSchema } from '../../../../shared/assessment/schema.ts';
import {
  assessmentOf,
  campaignOf,
  entriesOf,
  evidence,
  item,
  officialOf,
  section,
  standardOf,
} from '../scoring/fixtures.ts';

describe('a name in a package', () => {
  it.each([
    ['方案.pdf', '方案.pdf'],
    ['a/b\\c:d*e?f"g<h>i|j.txt', 'a_b_c_d_e_f_g_h_i_j.txt'],
    ['CON', '_CON'],
    ['con.txt', '_con.txt'],
    ['LPT1 .doc', '_LPT1 .doc'],
    ['COM¹', '_COM¹'],
    ['console.txt', 'console.txt'],
    ['结尾. .', '结尾'],
    ['  前后  ', '前后'],
    ['完成100%.txt', '完成100％.txt'],
    ['e\u0301.txt', '\u00e9.txt'],
    ['a\u202egpj.exe', 'agpj.exe'],
    ['a\tb\u0000.txt', 'ab.txt'],
    ['\ud800x', 'x'],
    ['...', '未命名'],
    ['', '未命名'],
  ])('%j becomes %j', (name, expected) => {
    expect(sanitiseName(name)).toBe(expected);
  });

  it('keeps its ending when it is too long, and never cuts a character in two', () => {
    expect(fitName(`${'长'.repeat(300)}.docx`, 50)).toBe(`${'长'.repeat(45)}.docx`);
    expect(fitName(`${'😀'.repeat(100)}.jpg`, 21)).toBe(`${'😀'.repeat(8)}.jpg`);
    expect(utf8Length(fitName('长'.repeat(300), 200))).toBe(240);
  });

  it('is kept apart from names that only look different to a computer', () => {
    const names = new NameSet();
    const taken = ['a.txt', 'A.TXT', 'a.txt', 'é.txt', 'e\u0301.txt'.normalize('NFC'), 'É.txt'];
    expect(taken.map((name) => names.take(name, 50))).toEqual([
      'a.txt',
      'A (2).TXT',
      'a (3).txt',
      'é.txt',
      'é (2).txt',
      'É (3).txt',
    ]);
  });

  it('is whatever it was: safe, short and unique', () => {
    const anyName = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.constantFrom('a.txt', 'A.txt', 'nul', '长'.repeat(260)),
    );
    fc.assert(
      fc.property(fc.array(anyName, { maxLength: 30 }), fc.integer({ min: 24, max: 120 }), (wild, units) => {
        const set = new NameSet();
        const names = wild.map((name) => set.take(sanitiseName(name), units));
        expect(new Set(names.map(foldName)).size).toBe(names.length);
        for (const name of names) {
          expect(name.length).toBeLessThanOrEqual(units);
          expect(utf8Length(name)).toBeLessThanOrEqual(240);
          expect(name).not.toMatch(/[\\/:*?"<>|%\p{Cc}\p{Cs}]|^\s|[.\s]$|^$/u);
          expect(name).toBe(name.normalize('NFC'));
        }
      }),
    );
  });
});

const OFFICIAL = formOf(officialOf(standardOf()));
const FIRST = { number: 1, date: '2026-11-20', draft: false };

describe('the layout of a package', () => {
  const hash = (n: number): string => n.toString(16).padStart(64, '0');

  const longest = (units: number, ending: string): string => 'n'.repeat(units - ending.length) + ending;

  it.each([
    [
      'a unit',
      22,
      '',
      (name: string) =>
        bagRootName(assessmentOf({ unit: unitSchema.parse({ name }) }), FIRST, OFFICIAL).split('_')[0],
    ],
    [
      'a campaign',
      14,
      '',
      (shortTitle: string) =>
        bagRootName(assessmentOf({ campaign: campaignOf({ shortTitle }) }), FIRST, OFFICIAL).split('_')[1],
    ],
    ['an item', 36, '', (name: string) => oneFile({ title: name.slice('1 '.length) })[1]],
    [
      'a file',
      // 160 for the whole, less the root (64), "/data/", both folders and their signs.
      160 - 64 - '/data/'.length - '佐证材料/1 甲/'.length,
      '.pdf',
      (name: string) => oneFile({ title: '甲', fileName: name.slice('01 '.length) })[2],
    ],
  ] as const)(
    'has room for the name of %s of %i units, and cuts a longer one',
    (_, units, ending, nameOf) => {
      const [fits = '', cut = ''] = [nameOf(longest(units, ending)), nameOf(longest(units + 1, ending))];
      expect(fits).toHaveLength(units);
      expect(fits.endsWith(`nnn${ending}`)).toBe(true);
      expect(cut).toBe(fits);
    },
  );

  /** The path of the one piece of evidence of an item, in its parts. */
  function oneFile({ title, fileName = 'a.pdf' }: { title: string; fileName?: string }): string[] {
    const standard = standardOf({ sections: [section('1', [item('1', '50', { title })])] });
    const entries = { 1: { state: 'scored' as const, reason: '', evidence: [hash(1)] } };
    const assessment = assessmentOf({ evidence: [{ ...evidence(hash(1)), fileName }], entries });
    return [...layOut(standard, assessment).values()][0]?.split('/') ?? [];
  }

  it('keeps every whole path within 160 units, whatever people call things', () => {
    const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(name, name, fc.array(name, { maxLength: 8 }), (unit, title, files) => {
        const standard = standardOf({
          sections: [section('1', [item('1'.repeat(40), '50', { title: `题${title}` }), item('1.2', '50')])],
        });
        const assessment = assessmentOf({
          sample: true,
          unit: { ...unitSchema.parse({}), name: unit },
          campaign: campaignOf({ shortTitle: `活动${title}` }),
          evidence: files.map((label, n) => ({ ...evidence(hash(n)), fileName: `${label}.pdf` })),
          entries: {
            ['1'.repeat(40)]: {
              state: 'scored',
              reason: '',
              evidence: files.slice(1).map((_, n) => hash(n + 1)),
            },
          },
        });
        const root = bagRootName(
          assessment,
          { number: 9999, date: '2026-11-20', draft: true },
          formOf(standard),
        );
        const paths = [...layOut(standard, assessment).values()].map((path) => `${root}/data/${path}`);
        expect(paths).toHaveLength(files.length);
        expect(new Set(paths.map(foldName)).size).toBe(files.length);
        for (const path of paths) {
          expect(path.length).toBeLessThanOrEqual(160);
          for (const part of path.split('/')) expect(utf8Length(part)).toBeLessThanOrEqual(240);
        }
      }),
    );
  });

  it('puts a shared file under the first code of the standard', () => {
    const standard = standardOf({
      sections: [section('1', [item('1.1', '50'), item('1.2', '50')])],
      bonus: {
        title: '加分',
        entries: [
          {
            code: 'B',
            title: '加分项',
            criterion: '',
            counting: 'sum',
            options: [{ code: 'o', label: '甲', points: '1' }],
          },
        ],
      },
    });
    const linked = (code: string, files: number[]): object => ({
      [code]: { ...entriesOf({ x: 1 })['x'], evidence: files.map(hash) },
    });
    const assessment = assessmentOf({
      evidence: [1, 2, 3, 4].map((n) => evidence(hash(n), `文件${n}`)),
      entries: { ...linked('B', [3, 2]), ...linked('1.2', [2, 1]), ...linked('gone', [4]) },
    });
    expect([...layOut(standard, assessment)]).toEqual([
      [hash(2), '佐证材料/1.2 项目1.2/01 文件2.pdf'],
      [hash(1), '佐证材料/1.2 项目1.2/02 文件1.pdf'],
      [hash(3), '佐证材料/B 加分项/01 文件3.pdf'],
      [hash(4), '佐证材料/未对应评分项/01 文件4.pdf'],
    ]);
  });

  it('names the root by unit, campaign, date and revision, and marks drafts and samples', () => {
    const assessment = assessmentOf({ unit: { ...unitSchema.parse({}), name: '甲局/乙科' } });
    const revision = { number: 3, date: '2026-11-20', draft: false };
    expect(bagRootName(assessment, revision, OFFICIAL)).toBe('甲局_乙科_测试_2026-11-20_第3版');
    expect(bagRootName({ ...assessment, sample: true }, { ...revision, draft: true }, OFFICIAL)).toBe(
      '【草稿】【示例】甲局_乙科_测试_2026-11-20_第3版',
    );
  });

  it.each([
    ['a reference standard', standardOf({ authority: 'reference', statement: '不是官方标准' })],
    ['a standard of its own', standardOf()],
    [
      'an official text that nobody has compared',
      standardOf({ authority: 'official', documentNumber: '甲1号' }),
    ],
  ])('says in front that it is a 自查包 by %s, which no package of before does', (_, standard) => {
    const assessment = assessmentOf({ sample: true });
    const revision = { number: 3, date: '2026-11-20', draft: true };
    const named = '【草稿】【示例】未录入单位_测试_2026-11-20_第3版';
    expect(bagRootName(assessment, revision, formOf(standard))).toBe(`【自查】${named}`);
    expect(bagRootName(assessment, revision, FORMER_FORM)).toBe(named.replace('未录入', '未填'));
  });

  it('cuts the campaign where all marks are there, not the number', () => {
    const assessment = assessmentOf({
      sample: true,
      unit: { ...unitSchema.parse({}), name: '长'.repeat(30) },
      campaign: campaignOf({ shortTitle: '活'.repeat(20) }),
    });
    const name = bagRootName(
      assessment,
      { number: 10_000, date: '2026-11-20', draft: true },
      formOf(standardOf()),
    );
    expect(name).toHaveLength(64);
    expect(name).toBe(`【自查】【草稿】【示例】${'长'.repeat(22)}_${'活'.repeat(10)}_2026-11-20_第10000版`);
  });
});

describe('the seal code', () => {
  it('is the first 80 bits in Crockford base 32', () => {
    expect(sealCode('0'.repeat(64))).toBe('0000-0000-0000-0000');
    expect(sealCode('f'.repeat(64))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ');
    // 00001 00010 00011 00100 | 00101 … counted by hand: 0x0886 429… is 1,2,3,4,5,6,7,8,9,10,…
    const bits = Array.from({ length: 16 }, (_, n) => (n + 1).toString(2).padStart(5, '0')).join('');
    const hex = BigInt(`0b${bits}`).toString(16).padStart(20, '0');
    expect(sealCode(hex.padEnd(64, '7'))).toBe('1234-5678-9ABC-DEFG');
  });
});
