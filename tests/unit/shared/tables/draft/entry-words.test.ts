import { describe, expect, it } from 'vitest';
import { BLANK_NODE } from '../../../../../shared/tables/blank-node.ts';
import { entrySpans } from '../../../../../shared/tables/draft/entry-spans.ts';
import { entryWords } from '../../../../../shared/tables/draft/entry-words.ts';
import { readAdjustment } from '../../../../../shared/tables/rule-text/adjustment.ts';
import type { DraftNode } from '../../../../../shared/tables/standard-draft.ts';

const node = (fields: Partial<DraftNode>): DraftNode => ({
  ...{ ...BLANK_NODE, id: 'n1', kind: 'bonus', code: '1', title: '表彰' },
  ...fields,
});
const read = (kind: 'bonus' | 'penalty', criterion: string): DraftNode =>
  node({ kind, criterion, adjustment: readAdjustment(criterion, kind)[kind] });
const marked = (of: DraftNode) => entrySpans(of).map(({ from, to }) => of.criterion.slice(from, to));

describe('what an entry was read as', () => {
  it.each<[text: string, of: DraftNode, words: string, marks: string[]]>([
    [
      'levels with the highest alone',
      read('bonus', '获得省级表彰加３分，市级表彰加2。5分，取最高，不重复加分。'),
      '获得省级表彰加 3 分；市级表彰加 2.5 分；只按最高的一项计；这一条不限',
      ['取最高', '不重复加分', '获得省级表彰加３分', '市级表彰加2。5分'],
    ],
    [
      'a cap',
      read('bonus', '每推广1项经验加2分，最高加6分'),
      '每推广1项经验加 2 分；逐次累计；这一条最多加 6 分',
      ['最高加6分', '每推广1项经验加2分'],
    ],
    [
      'a deduction, years beside it',
      read('penalty', '2026年每发生一起扣3分'),
      '2026年每发生一起扣 3 分；逐次累计；这一条不限',
      ['2026年每发生一起扣3分'],
    ],
    [
      'a list of points',
      read('bonus', '获国家级、省级、市级表彰的，分别加5分、3分、1分'),
      '国家级：获国家级、省级、市级表彰加 5 分；省级：获国家级、省级、市级表彰加 3 分；市级：获国家级、省级、市级表彰加 1 分；逐次累计；这一条不限',
      ['加5分', '3分', '1分'],
    ],
    ['nothing but a score', node({ fullScore: 200 }), '符合加分情形加 2 分；逐次累计；这一条不限', []],
    [
      'a veto',
      node({ kind: 'veto', criterion: '发生重大安全事故的，取消评优资格', vetoEffect: 'notRated' }),
      '存在的，不得评优',
      ['发生重大安全事故的，取消评优资格'],
    ],
    [
      'a veto whose effect is not in its words',
      node({ kind: 'veto', criterion: '发生重大安全事故的，取消评优资格', vetoEffect: 'totalZero' }),
      '存在的，总分计零',
      [],
    ],
    ['no entry', node({ kind: 'item', criterion: '每处扣5分' }), '', []],
  ])('%s', (_, of, words, marks) => {
    expect(entryWords(of)).toBe(words);
    expect(marked(of)).toEqual(marks);
  });

  it('marks nothing that was set by hand', () => {
    const of = read('bonus', '获得省级表彰加3分');
    const [option] = of.adjustment!.options;
    expect(
      marked({ ...of, adjustment: { ...of.adjustment!, options: [{ ...option!, points: 400 }] } }),
    ).toEqual([]);
  });
});
