import { expect, it } from 'vitest';
import { platformEntries } from '../../../../shared/package/platform.ts';
import { scoreAssessment } from '../../../../shared/scoring/report.ts';
import {
  assessmentOf,
  entriesOf,
  evidence,
  item,
  section,
  SHA_A,
  SHA_B,
  standardOf,
} from '../scoring/fixtures.ts';

const ratio = { kind: 'ratio', numerator: '已回访', denominator: '应回访', target: '100' };
const standard = standardOf({
  unitCategories: [
    { code: 'a', title: '甲' },
    { code: 'b', title: '乙' },
  ],
  sections: [
    section('1', [item('1.1', '40'), item('1.2', '30', { rule: ratio })]),
    section('2', [item('2.1', '30'), item('2.2', '30', { appliesTo: ['b'] })]),
  ],
  vetoes: [{ code: '否1', title: '弄虚作假', criterion: '', effect: 'totalZero' }],
});

it('gives each indicator’s text, score, numbers and file names as they are in the package', () => {
  const scored = entriesOf({ '1.1': 3_850, '1.2': { kind: 'ratio', numerator: 9, denominator: 10 } });
  const assessment = assessmentOf({
    unit: { ...assessmentOf().unit, category: 'a' },
    entries: {
      '1.1': { ...scored['1.1']!, reason: '成立领导小组。', evidence: [SHA_A] },
      // The same file under two indicators is named at both.
      '1.2': { ...scored['1.2']!, reason: '', evidence: [SHA_B, SHA_A] },
      否1: { state: 'scored', input: { kind: 'veto', applies: false }, reason: '', evidence: [] },
    },
    evidence: [evidence(SHA_A, '会议纪要'), evidence(SHA_B, '回访表')],
  });
  const entries = platformEntries(standard, assessment, scoreAssessment(standard, assessment));
  expect(entries.map(({ code, section: of, text, score, files }) => [code, of, text, score, files])).toEqual([
    ['1.1', '1 指标1', '成立领导小组。', '38.5', [{ name: '01 会议纪要.pdf', elsewhere: '' }]],
    [
      ...['1.2', '1 指标1', '', '27'],
      [
        { name: '01 回访表.pdf', elsewhere: '' },
        { name: '01 会议纪要.pdf', elsewhere: '评分项1.1' },
      ],
    ],
    ['2.1', '2 指标2', '', '未评', []],
    ['否1', '一票否决', '', '', []],
  ]);
  // Points that were given as a whole have no numbers behind them; no text is the program's own arithmetic.
  expect(entries.map(({ data }) => data)).toEqual(['', '已回访：9\n应回访：10', '', '否，没有发生']);
});
