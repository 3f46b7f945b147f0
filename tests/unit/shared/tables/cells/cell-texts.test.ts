import { expect, it } from 'vitest';
import { titleFrom } from '../../../../../shared/tables/cells/cell-texts.ts';

it.each([
  ['台账齐全。每缺一项扣1分', '台账齐全'],
  ['（一）制度健全；有专人负责', '制度健全'],
  ['1. 开展培训：全年不少于两次', '开展培训'],
  ['组织领导（20分）。按情况给分', '组织领导'],
  ['第一段\n还是第一段\n\n第二段', '第一段还是第一段'],
  ['甲'.repeat(30), '甲'.repeat(30)],
  ['甲'.repeat(31), `${'甲'.repeat(29)}…`],
  [`${'甲'.repeat(20)}，${'乙'.repeat(20)}`, '甲'.repeat(20)],
  [`${'甲'.repeat(10)},${'乙'.repeat(10)}，${'丙'.repeat(20)}`, `${'甲'.repeat(10)}，${'乙'.repeat(10)}`],
  ['', '未命名'],
  ['  。', '。'],
])('an item without a title is called by its first clause: %j is %j', (text, title) => {
  expect(titleFrom(text)).toBe(title);
});
