import { describe, expect, it } from 'vitest';
import { twinOf } from '../../../../shared/registers/contradictions.ts';
import { duesIn } from '../../../../shared/registers/due.ts';
import { type LedgerName, registerOf } from '../../../../shared/registers/kinds.ts';
import { reportFigures } from '../../../../shared/registers/report-figures.ts';
import { notesOn, ratiosOf, rowsWords, yearRows } from '../../../../shared/registers/year-rows.ts';
import { type Year, yearSchema } from '../../../../shared/registers/year/schema.ts';

const TODAY = '2026-12-31';
const NOW = '2026-11-28T08:00:00.000Z';
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
type Fields = Readonly<Record<string, string>>;
const yearOf = (register: string, rows: readonly Fields[]): Year =>
  yearSchema.parse({
    ...{ version: 1, id: id(0), createdAt: NOW, updatedAt: NOW, title: '示例局2026年', unit: '示例局' },
    ...{
      year: 2026,
      registers: { [register]: rows.map((fields, n) => ({ id: id(n + 1), fields, files: [] })) },
    },
  });

const DELIVERED = { day: '2026-03-15', opinion: '未交回', case: '1号', party: '甲公司' };
const BOOKED = { day: '2026-03-15', against: '是', matter: '投诉' };

describe('a day before the one that it follows', () => {
  it.each<[LedgerName, Fields, string]>([
    [
      'visits',
      { ...DELIVERED, visited: '2026-03-14' },
      '1行“回访日期”早于“送达日期”（1号：甲公司），没有算回访，请核对',
    ],
    ['visits', { ...DELIVERED, visited: '2026-03-15' }, ''],
    // A month may mean any of its days.
    ['visits', { ...DELIVERED, visited: '2026年3月' }, ''],
    [
      'visits',
      { ...DELIVERED, visited: '2026年2月' },
      '1行“回访日期”早于“送达日期”（1号：甲公司），没有算回访，请核对',
    ],
    ['visits', { ...DELIVERED, day: '2026年3月', visited: '2026-03-01' }, ''],
    [
      'visits',
      { ...DELIVERED, day: '2026年3月', visited: '2026-02-28' },
      '1行“回访日期”早于“送达日期”（1号：甲公司），没有算回访，请核对',
    ],
    // A stretch counts by what it may reach.
    ['visits', { ...DELIVERED, visited: '2026-03-10 至 2026-03-16' }, ''],
    [
      'mediation',
      { day: '2026-03-15', closed: '2026-03-01', applicant: '甲', other: '乙' },
      '1行“办结日期”早于“受理日期”（甲：乙），请核对',
    ],
    ['mediation', { day: '2026-03-15', closed: '2026-03-15', applicant: '甲' }, ''],
    [
      'complaints',
      { ...BOOKED, published: '2026-03-20', recorded: '2026-03-19' },
      '1行“备案日期”早于“公布日期”（投诉），没有算备案，请核对',
    ],
    ['complaints', { ...BOOKED, published: '2026-03-01' }, '1行“公布日期”早于“登记日期”（投诉），请核对'],
    ['complaints', { ...BOOKED, published: '2026-03-20', recorded: '2026-03-20' }, ''],
    // What is assessed before it is put down is as it should be.
    ['risks', { day: '2026-03-15', assessed: '2026-03-01', matter: '许可' }, ''],
  ])('%s %o', (register, fields, words) => {
    const year = yearOf(register, [fields]);
    const rows = yearRows(year, register, TODAY);
    expect(rows.wrong).toEqual(words === '' ? [] : [words]);
    expect(notesOn(rows)).toEqual(words === '' ? [] : [words]);
    expect(rowsWords(rows).includes('请核对')).toBe(words !== '');
    const own = words.replace(/^1行/u, '').replace(/（.*?）/u, '');
    const due = duesIn(year, register, TODAY)(year.registers[register]![0]!).words;
    if (words === '') expect(due).not.toContain('早于');
    else expect(due).toContain(own);
  });

  it('is not counted, in no share, and leaves every share to the user', () => {
    const year = yearOf('visits', [
      { ...DELIVERED, case: '1号', visited: '2026-03-01' },
      { ...DELIVERED, case: '2号', visited: '2026-04-01' },
    ]);
    expect(ratiosOf(year, 'visits', TODAY)).toMatchObject([{ numerator: 1, denominator: 2 }]);
    const [ledger] = reportFigures(year, TODAY);
    const shares = ledger?.figures.filter(({ denominator }) => denominator) ?? [];
    expect(shares.map(({ numerator, usual }) => [numerator.count, usual])).toEqual([
      [1, false],
      [1, false],
    ]);
  });

  it('is no 备案, so that it is reminded of', () => {
    const fields = { ...BOOKED, published: '2026-03-20', recorded: '2026-03-19' };
    const year = yearOf('complaints', [fields]);
    expect(duesIn(year, 'complaints', '2026-03-22')(year.registers['complaints']![0]!).words).toBe(
      '最迟2026-03-25报备案，还有3天；“备案日期”早于“公布日期”，没有算备案，请核对',
    );
  });

  it('is called as the office calls its columns', () => {
    const year = yearOf('visits', [{ ...DELIVERED, visited: '2026-03-01' }]);
    const forms = { visits: [{ key: 'visited', label: '走访日期' }] };
    const { wrong } = yearRows({ ...year, forms }, 'visits', TODAY);
    const due = duesIn({ ...year, forms }, 'visits', TODAY)(year.registers['visits']![0]!);
    expect(due.words).toBe('“走访日期”早于“送达日期”，没有算回访，请核对');
    expect(wrong).toEqual(['1行“走访日期”早于“送达日期”（1号：甲公司），没有算回访，请核对']);
  });
});

describe('one 案号 of several rows', () => {
  it.each<[readonly string[], number, number]>([
    [['1号', '1号'], 1, 1],
    [['〔2026〕1号', '〔2026〕 1 号', '〔2026〕１号'], 1, 2],
    [['1号', '2号'], 2, 0],
    [['', ''], 2, 0],
    [['无', '无', '/', '/'], 4, 0],
    [['无此案号', '无此案号', '办理中', '办理中', '0'], 5, 0],
  ])('%o count as %i', (cases, count, again) => {
    const year = yearOf(
      'visits',
      cases.map((each, n) => ({ ...DELIVERED, case: each, party: `甲${n}` })),
    );
    expect(ratiosOf(year, 'visits', TODAY)).toMatchObject([{ denominator: count }]);
    const [ledger] = reportFigures(year, TODAY);
    expect(ledger?.figures[0]?.numerator.count).toBe(count);
    expect(ledger?.wrong).toHaveLength(again === 0 ? 0 : 1);
    const [first] = year.registers['visits']!;
    expect(twinOf('visits', year.registers['visits']!, first!)?.id).toBe(again === 0 ? undefined : id(2));
  });

  it('is told with which rows are not counted', () => {
    const year = yearOf(
      'visits',
      [0, 1, 2, 3, 4].map((n) => ({ ...DELIVERED, party: `甲${n}` })),
    );
    expect(yearRows(year, 'visits', TODAY).wrong).toEqual([
      '4行的“案号”前面的行已经有（1号：甲1、1号：甲2、1号：甲3等），只算前面的那一行，请核对',
    ]);
  });

  it('is of one row alone where nothing tells rows apart', () => {
    expect(registerOf('guidance').onlyOnce).toBeUndefined();
    const year = yearOf('guidance', [
      { day: '2026-03-01', party: '甲' },
      { day: '2026-03-01', party: '甲' },
    ]);
    expect(yearRows(year, 'guidance', TODAY)).toMatchObject({ counted: 2, wrong: [] });
  });
});
