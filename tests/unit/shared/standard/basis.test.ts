import { describe, expect, it } from 'vitest';
import {
  basisOf,
  byWords,
  isUnchecked,
  lineName,
  packageName,
  partsOf,
  uncheckedParts,
} from '../../../../shared/standard/basis.ts';
import { contentText } from '../../../../shared/standard/content.ts';
import { type Standard, standardForm } from '../../../../shared/standard/schema.ts';
import { decode } from '../../../../shared/stored-form.ts';
import { item, officialOf, section, standardOf } from '../scoring/fixtures.ts';

const whole = standardOf({
  sections: [section('1', [item('1.1', '50')]), section('2', [item('2.1', '50')])],
  bonus: {
    title: '加分项',
    entries: [
      {
        code: 'B',
        title: '获奖',
        criterion: '',
        counting: 'sum',
        options: [{ code: 'a', label: '一', points: '1' }],
      },
    ],
  },
  vetoes: [{ code: 'V', title: '弄虚作假', criterion: '', effect: 'totalZero' }],
});
const official = officialOf(whole);
const check = (changes: Partial<NonNullable<Standard['check']>>): Standard => ({
  ...official,
  check: { ...official.check!, ...changes },
});

describe('by what a score is given', () => {
  it.each<[string, Standard, string, string]>([
    ['a reference standard', { ...whole, authority: 'reference' }, 'reference', '按参考标准'],
    ['a standard of the office', whole, 'custom', '按自定义标准'],
    [
      'an official text that nobody compared',
      { ...whole, authority: 'official' },
      'custom',
      '按未核对的标准',
    ],
    ['one part open', check({ parts: ['section 1', 'section 2', 'bonus'] }), 'custom', '按未核对的标准'],
    [
      'another part ticked',
      check({ parts: ['section 1', 'section 3', 'bonus', 'vetoes'] }),
      'custom',
      '按未核对的标准',
    ],
    ['nobody’s name', check({ checkedBy: '' }), 'custom', '按未核对的标准'],
    ['no document number', check({ documentNumber: '' }), 'custom', '按未核对的标准'],
    ['ticked whole', official, 'official', ''],
    ['a reference that bears a record', { ...official, authority: 'reference' }, 'reference', '按参考标准'],
  ])('%s', (_, standard, basis, words) => {
    expect(basisOf(standard)).toBe(basis);
    expect(byWords(standard)).toBe(words);
    expect(isUnchecked(standard)).toBe(standard.authority === 'official' && basis !== 'official');
    const earned = basis === 'official';
    expect([lineName(standard), packageName(standard)]).toEqual(
      earned ? ['推荐分数线', '推荐包'] : ['自查参考线', '自查包'],
    );
  });

  it('names its parts, blocks outside the tree included, and what is open of them', () => {
    expect(partsOf(whole).map(({ title }) => title)).toEqual(['1 指标1', '2 指标2', '加分项', '一票否决']);
    expect(uncheckedParts(check({ parts: ['bonus', 'section 2'] })).map(({ key }) => key)).toEqual([
      'section 1',
      'vetoes',
    ]);
  });
});

describe('which standard it is', () => {
  const same = (changes: Partial<Standard>) =>
    contentText({ ...official, ...changes }) === contentText(official);
  it.each<[string, Partial<Standard>]>([
    ['who checked it', { check: { ...official.check!, checkedBy: '督查科', date: '2026-11-02' } }],
    ['that nobody checked it', { check: undefined }],
    ['its number', { documentNumber: '豫法政办〔2018〕16号' }],
    [
      'what an office calls its copy',
      { id: 'standard-1f0c', title: '验收标准', edition: '2021 年版', issuer: '', statement: '按原件录入' },
    ],
  ])('does not depend on %s', (_, changes) => expect(same(changes)).toBe(true));

  it.each<[string, Partial<Standard>]>([
    ['a line', { passScore: 8500 }],
    ['an item', { sections: official.sections.slice(1) }],
    ['a veto', { vetoes: [] }],
    ['the rule of what is not applicable', { notApplicable: { rule: 'fullScore', scope: 'all' } }],
    ['whose it is', { authority: 'custom' }],
  ])('depends on %s', (_, changes) => expect(same(changes)).toBe(false));
});

it('reads a standard of before; one name for the whole text has ticked none of its parts', () => {
  const stored = {
    ...{ version: 1, id: 'old', edition: '1', title: '旧标准', issuer: '', authority: 'official' },
    ...{ documentNumber: '测发〔2020〕1号', checkedBy: '法规科', fullScore: '100', passScore: '90' },
    ...{ notApplicable: { rule: 'forbidden' }, sections: [section('1', [item('1.1', '100')])] },
  };
  const read = decode(standardForm, stored);
  expect(read).toMatchObject({ version: 2, documentNumber: '测发〔2020〕1号' });
  expect([read.check, basisOf(read)]).toEqual([undefined, 'custom']);
});
