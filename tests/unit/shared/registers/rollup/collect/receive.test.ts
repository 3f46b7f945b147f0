import { describe, expect, it } from 'vitest';
import {
  collectAll,
  type KeptCase,
  kindOfCaseFile,
} from '../../../../../../shared/registers/rollup/collect/receive.ts';
import { MOST_CASES } from '../../../../../../shared/registers/rollup/collect/schema.ts';
import type { Rollup } from '../../../../../../shared/registers/rollup/schema.ts';
import { rollup, unit, uuid } from '../fixtures.ts';
import { aCase, kept } from './samples.ts';

const A = unit(1, { name: '示例甲区政府' });
const B = unit(2, { name: '示例乙区政府' });
const units = [A, B];

function collect(files: readonly KeptCase[], part: Partial<Rollup> = {}) {
  let next = 0;
  const newId = () => uuid(9000 + (next += 1));
  return collectAll(rollup({ units, ...part }), files, { today: '2026-11-05', newId });
}

const caseFile = (name: string, part: Partial<KeptCase> = {}): KeptCase => ({
  ...{ file: kept(name), unit: A.id, as: 'case', text: '以案释法显温度\n一、工作背景\n……' },
  ...part,
});
const besides = (name: string, part: Partial<KeptCase> = {}): KeptCase => ({
  ...{ file: kept(name), unit: A.id, as: 'attachment' },
  ...part,
});
const outcomes = ({ receipts }: ReturnType<typeof collect>) => receipts.map(({ outcome }) => outcome);

describe('what a file of the collection is taken for', () => {
  it.each([
    ['甲.docx', 'case'],
    ['甲.WPS', 'case'],
    ['甲.doc', 'case'],
    ['甲.txt', 'case'],
    ['甲.pptx', 'attachment'],
    ['讲解.mp4', 'attachment'],
    ['甲.pdf', 'attachment'],
    ['docx', 'attachment'],
  ])('%s: %s', (name, kind) => {
    expect(kindOfCaseFile(name)).toBe(kind);
  });
});

describe('taking cases in', () => {
  it('names a case by its title, one that cannot be read by its file, and gives each its day and unit', () => {
    const made = collect([caseFile('甲.docx'), caseFile('乙.wps', { text: undefined, unit: B.id })]);
    expect(outcomes(made)).toEqual(['case', 'unchecked']);
    expect(made.rollup.cases).toMatchObject([
      { unit: A.id, title: '以案释法显温度', day: '2026-11-05', chosen: false },
      { unit: B.id, title: '乙' },
    ]);
    expect(made.rollup.cases[1]).not.toHaveProperty('text');
    expect(made.rollup.cases[0]).not.toHaveProperty('mark');
    expect(made.receipts[1]?.words).toContain('没有检查，请打开看');
  });

  it('takes the same file once, whoever it comes for, and says where it is', () => {
    const again = caseFile('别名.docx', { file: kept('别名.docx', '甲'), unit: B.id });
    const made = collect([caseFile('甲.docx', { file: kept('甲.docx', '甲') }), again]);
    expect(outcomes(made)).toEqual(['case', 'same']);
    expect(made.receipts[1]?.words).toBe('已经收过同一份：示例甲区政府“甲.docx”；没有再收');
    expect(made.rollup.cases).toHaveLength(1);
  });

  it.each([
    ['the same name, another content', '甲.docx', '另一题\n正文。'],
    ['the same title in another file', '甲（定稿）.docx', '以案释法显温度\n改过。'],
  ])('keeps both and says so: %s', (_what, name, text) => {
    const made = collect([caseFile('甲.docx'), caseFile(name, { text, file: kept(name, '二') })]);
    expect(outcomes(made)).toEqual(['case', 'case']);
    expect(made.receipts[0]?.words).not.toContain('核对');
    expect(made.receipts[1]?.words).toContain('两份都收下，请核对留哪一份');
  });

  it('says nothing of a like name in another unit', () => {
    const other = caseFile('甲.docx', { unit: B.id, file: kept('甲.docx', '二') });
    expect(collect([caseFile('甲.docx'), other]).receipts[1]?.words).not.toContain('核对');
  });

  it('guesses no unit', () => {
    const made = collect([
      caseFile('示例甲区政府案例.docx', { unit: '' }),
      caseFile('别.docx', { unit: uuid(1) }),
    ]);
    expect(made.rollup.cases.map((each) => each.unit)).toEqual(['', '']);
    expect(made.receipts[0]?.words).toContain('还没有选单位');
  });

  it('gives an attachment to the one case of its name in its unit, and to none else', () => {
    const made = collect([
      besides('甲.pptx'),
      besides('乙.mp4'),
      besides('甲.pdf', { unit: B.id }),
      caseFile('甲.docx'),
    ]);
    const [mine] = made.rollup.cases;
    expect(made.rollup.attachments.map((each) => each.case)).toEqual([mine?.id, '', '']);
    expect(made.receipts.map(({ words }) => words.slice(0, 6))).toEqual([
      '附件，与案例',
      '附件，已存；',
      '附件，已存；',
      '收下“以案释',
    ]);
    const two = [caseFile('甲.docx'), caseFile('甲.txt', { text: '另一题\n正文。' }), besides('甲.pptx')];
    expect(collect(two).rollup.attachments[0]?.case).toBe('');
  });

  it('takes no more than a roll-up holds, and says so', () => {
    const cases = Array.from({ length: MOST_CASES }, (_, index) => aCase(index));
    const made = collect([caseFile('甲.docx')], { cases });
    expect(outcomes(made)).toEqual(['full']);
    expect(made.rollup.cases).toHaveLength(MOST_CASES);
  });
});
