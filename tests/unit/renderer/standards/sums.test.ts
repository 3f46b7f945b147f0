import { expect, it } from 'vitest';
import { scoreWords, sumWords } from '../../../../renderer/standards/sums.ts';
import { BLANK_NODE } from '../../../../shared/tables/blank-node.ts';
import type { DraftNode } from '../../../../shared/tables/standard-draft.ts';

const node = (fields: Partial<DraftNode>): DraftNode => ({
  ...{ ...BLANK_NODE, id: 'n', kind: 'item', code: '1', title: '' },
  ...fields,
});
const item = (fullScore: number, ...appliesTo: string[]) => node({ fullScore, appliesTo });

it.each([
  ['all kinds of unit together', [item(2000), item(4000)], '60'],
  ['kinds that make the same', [item(5000), item(1000, '甲'), item(1000, '乙')], '每类 60'],
  ['kinds that make different sums', [item(5000), item(1000, '甲'), item(500, '乙')], '每类 55—60'],
  ['what stands in sections', [node({ kind: 'section', children: [item(2000)] })], '20'],
])('tells the sum of %s', (_, nodes, words) => {
  expect(sumWords(nodes)).toBe(words);
  expect(scoreWords(node({ kind: 'section', children: nodes }))).toBe(words);
});

it('shows beside it the score that a section declares, where that is another one', () => {
  const children = [item(2000), item(4000)];
  expect(scoreWords(node({ kind: 'section', children, fullScore: 6000 }))).toBe('60');
  expect(scoreWords(node({ kind: 'section', children, fullScore: 7000 }))).toBe('60≠70');
});
