import { describe, expect, it } from 'vitest';
import { lineSentence, resultWords } from '../../../../shared/eligibility/verdict.ts';
import { ledgerOf, ledgerPoints } from '../../../../shared/scoring/ledger.ts';
import { scoreAssessment } from '../../../../shared/scoring/report.ts';
import type { Rated } from '../../../../shared/standard/basis.ts';
import type { Standard } from '../../../../shared/standard/schema.ts';
import { assessmentOf, entriesOf, item, officialOf, section, standardOf } from '../scoring/fixtures.ts';

const reference: Rated = { authority: 'reference', basis: 'reference' };

describe('how a total stands to the line, in half a line', () => {
  it.each<[Rated, number, boolean, string]>([
    [reference, 9000, false, '按参考标准已达自查参考线90分'],
    [reference, 8999, false, '按参考标准距自查参考线90分还差0.01分'],
    [reference, 0, true, '按参考标准有否决事项，总分计零'],
    [{ authority: 'custom', basis: 'custom' }, 9500, false, '按自定义标准已达自查参考线90分'],
    [{ authority: 'official', basis: 'custom' }, 9500, false, '按未核对的标准已达自查参考线90分'],
    [{ authority: 'official', basis: 'official' }, 9000, false, '已达推荐分数线90分'],
    [{ authority: 'official', basis: 'official' }, 8999, false, '距推荐分数线90分还差0.01分'],
  ])('%j %s %s', (rated, total, isZeroed, words) => {
    expect(lineSentence(rated, { total, passScore: 9000, isZeroed })).toBe(words);
  });
});

describe('all that is said of a total', () => {
  const effects = { V1: 'totalZero', V2: 'notRated', V3: 'notEligible' };
  const vetoes = Object.entries(effects).map(([code, effect]) => ({
    ...{ code, title: `事项${code}`, criterion: '', effect },
    basis: [{ document: '甲', clause: '二' }],
  }));
  const standard = officialOf(standardOf({ sections: [section('1', [item('1.1', '100')])], vetoes }));
  const words = (applying: readonly string[], by: Standard = standard) => {
    const answers = Object.keys(effects).map((code) => [
      code,
      { kind: 'veto' as const, applies: applying.includes(code) },
    ]);
    const scores = { '1.1': 9500, ...(Object.fromEntries(answers) as object) };
    return resultWords(by, scoreAssessment(by, assessmentOf({ entries: entriesOf(scores) })));
  };

  it.each<[string[], string]>([
    [[], '自评95分，高于推荐分数线90分'],
    [['V1'], '自评0分：存在“事项V1”，总分计零'],
    [['V2'], '自评95分，高于推荐分数线90分；存在“事项V2”，不得评优；是否影响推荐由推荐单位认定'],
    [['V1', 'V3'], '自评0分：存在“事项V1”，总分计零；存在“事项V3”，不得推荐'],
  ])('vetoes %j', (applying, said) => expect(words(applying)).toBe(said));

  it('gives a reason by a reference standard as well, and whose it is', () => {
    const by: Standard = {
      ...standard,
      authority: 'reference',
      vetoes: standard.vetoes.map((veto) => ({ ...veto, own: true })),
    };
    expect(words(['V2'], by)).toMatch(
      /^按参考标准自评95分，.*；存在“事项V2”，不得评优；.*（本软件自拟，非通知规定）$/,
    );
  });
});

it('adds up on the terminal as well: what is added bears its sign', () => {
  const entry = {
    code: 'B',
    title: '获奖',
    criterion: '',
    counting: 'sum',
    options: [{ code: 'a', label: '一', points: '1.5' }],
  };
  const block = { title: '加分项', entries: [entry] };
  const less = { title: '减分项', entries: [{ ...entry, code: 'P' }] };
  const standard = standardOf({
    sections: [section('1', [item('1.1', '100')])],
    bonus: block,
    penalty: less,
  });
  const claims = { kind: 'claims' as const, counts: { a: 1 } };
  const scores = entriesOf({ '1.1': 9000, B: { ...claims, counts: { a: 2 } }, P: claims });
  const lines = ledgerOf(scoreAssessment(standard, assessmentOf({ entries: scores })));
  expect(lines.map((line) => `${line.title}${ledgerPoints(line)}`)).toEqual([
    '1 指标190',
    '加分项＋3',
    '减分项−1.5',
    '总分91.5',
  ]);
});
