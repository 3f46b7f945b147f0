import { expect, it } from 'vitest';
import { contradictionsIn } from '../../../../shared/package/contradictions.ts';
import type { Assessment } from '../../../../shared/assessment/schema.ts';
import { assessmentOf, evidence, SHA_A, SHA_B, standardOf } from '../scoring/fixtures.ts';

const standard = standardOf({ unitCategories: [{ code: 'city', title: '市直' }] });
const entry = (files: string[], state: 'unscored' | 'notApplicable' = 'unscored') => ({
  state,
  reason: '',
  evidence: files,
});
const material = (...files: string[]) => ({
  files: files.map((sha256) => ({ sha256, theme: '' })),
  checked: [],
});
const unit = (category: string) => ({ ...assessmentOf().unit, category });

it.each<[string, Partial<Assessment>, string[]]>([
  ['nothing', {}, []],
  ['evidence that is there', { evidence: [evidence(SHA_A)], entries: { '1.1': entry([SHA_A]) } }, []],
  [
    'evidence that is not there',
    { entries: { '1.1': entry([SHA_A, SHA_B]) } },
    ['评分项 1.1 引用的 2 份材料不在档案的材料清单里'],
  ],
  [
    'a material that is not there',
    { evidence: [evidence(SHA_A)], materials: { report: material(SHA_A, SHA_B) } },
    ['申报材料 report 引用的 1 份材料不在档案的材料清单里'],
  ],
  ['one file twice', { evidence: [evidence(SHA_A), evidence(SHA_A)] }, ['材料清单里同一份材料登记了几次']],
  [
    'another standard',
    { standard: { id: 'test', edition: '2', sha256: SHA_A } },
    ['档案写的标准是“test（2）”，标准文件是“test（1）”'],
  ],
  ['an entry that says nothing of an unknown item', { entries: { '9.9': entry([]) } }, []],
  [
    'an answered entry of an unknown item',
    { entries: { '9.9': entry([], 'notApplicable') } },
    ['档案里有标准所没有的评分项 9.9'],
  ],
  [
    'evidence of an unknown item',
    { evidence: [evidence(SHA_A)], entries: { '9.9': entry([SHA_A]) } },
    ['档案里有标准所没有的评分项 9.9'],
  ],
  ['a category of the standard', { unit: unit('city') }, []],
  ['another category', { unit: unit('county') }, ['单位类别“county”不在标准里']],
])('an assessment with %s', (_, changes, expected) => {
  expect(contradictionsIn(assessmentOf(changes), standard)).toEqual(expected);
});
