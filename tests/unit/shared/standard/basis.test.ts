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
import { type Item, type Section, type Standard, standardForm } from '../../../../shared/standard/schema.ts';
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
const ticks = partsOf(official).map(({ tick }) => tick);
const check = (changes: Partial<NonNullable<Standard['check']>>): Standard => ({
  ...official,
  check: { ...official.check!, ...changes },
});

const NAMES = ['section 1', 'section 2', 'bonus', 'vetoes'];

/** With another item 2.1. */
function withItem({ sections }: Standard, changes: Partial<Item>): Section[] {
  return sections.map((each, at) =>
    at === 1 ? { ...each, items: each.items.map((one) => ({ ...one, ...changes })) } : each,
  );
}

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
    ['one part open', check({ parts: ticks.slice(1) }), 'custom', '按未核对的标准'],
    [
      'another part ticked',
      check({ parts: [...ticks.slice(1), ticks[0]!.replace(/general$/, 'section 3')] }),
      'custom',
      '按未核对的标准',
    ],
    [
      'ticks of before, which do not say what was ticked',
      check({ parts: NAMES }),
      'custom',
      '按未核对的标准',
    ],
    ['nobody’s name', check({ checkedBy: '' }), 'custom', '按未核对的标准'],
    [
      'another number than the checked one',
      { ...official, documentNumber: '豫法政办〔2018〕16号' },
      'custom',
      '按未核对的标准',
    ],
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
    const titles = [
      '总则：总分、推荐分数线、不适用、单位类别和职能、星级',
      '1 指标1',
      '2 指标2',
      '加分项',
      '一票否决',
    ];
    expect(partsOf(whole).map(({ title }) => title)).toEqual(titles);
    const open = uncheckedParts(check({ parts: [ticks[3]!, ticks[2]!] }));
    expect(open.map(({ title }) => title)).toEqual([titles[0], titles[1], titles[4]]);
  });

  // A file of the library that is changed by hand, a rule, a line or a name: whatever is read or scored.
  it.each<[string, string, Partial<Standard>]>([
    ['the line', '总则', { passScore: 8000 }],
    ['the full score', '总则', { fullScore: 20_000 }],
    ['what is not applicable', '总则', { notApplicable: { rule: 'fullScore', scope: 'all' } }],
    ['the kinds of unit', '总则', { unitCategories: [{ code: 'a', title: '甲' }] }],
    ['a fact', '总则', { facts: [{ code: 'a', title: '甲', notAskedOf: [] }] }],
    ['the stars', '总则', { starBands: [{ stars: 5, from: 9000 }] }],
    ['an item’s words', '2 指标2', { sections: withItem(official, { criterion: '另一种看法' }) }],
    ['an item’s points', '2 指标2', { sections: withItem(official, { fullScore: 4000 }) }],
    [
      'a weight',
      '2 指标2',
      { sections: official.sections.map((each, at) => (at === 1 ? { ...each, weight: 5000 } : each)) },
    ],
    ['the vetoes, taken out', '总则', { vetoes: [] }],
    ['the bonus, taken out', '总则', { bonus: undefined }],
    ['a section, taken out', '总则', { sections: official.sections.slice(1) }],
    ['the order of the sections', '总则', { sections: official.sections.toReversed() }],
    [
      'a veto’s effect',
      '一票否决',
      { vetoes: official.vetoes.map((veto) => ({ ...veto, effect: 'notRated' })) },
    ],
    ['the bonus’s cap', '加分项', { bonus: { ...official.bonus!, cap: 100 } }],
  ])('takes back the tick of the part where %s is changed after it', (_, title, changes) => {
    const changed = { ...official, ...changes };
    expect(uncheckedParts(changed).map((part) => part.title.slice(0, title.length))).toEqual([title]);
    expect(basisOf(changed)).toBe('custom');
  });

  it('keeps the ticks where a field that says nothing comes or goes', () => {
    const [first, ...rest] = official.sections;
    const later = { ...first!, note: '', later: [] };
    expect(basisOf({ ...official, sections: [later, ...rest] })).toBe('official');
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
