import { describe, expect, it } from 'vitest';
import { allItems } from '../../../../shared/standard/places.ts';
import { readReference } from './files.ts';

const standard = readReference();
const entries = [
  ...allItems(standard).map(({ item }) => item),
  ...(standard.bonus?.entries ?? []),
  ...(standard.penalty?.entries ?? []),
];

/** One fact, one place: what an item or an adjustment says about where its neighbour's matter is judged. */
const BOUNDS: readonly (readonly [title: string, words: string])[] = [
  ['督导检查与问题整改', '上级责令整改的，在减2评价'],
  ['工作推进不力', '同一事项既被责令整改又被通报批评的，只在减1计'],
  ['不作为、乱作为、牟利执法、粗暴执法', '同一行为已在评分项扣分的，只按扣分多的一处计'],
  ['微电影、微视频、微动漫', '获奖、展播在加2评价'],
  ['经验总结与媒体宣传', '宣传月以外的主题宣传活动'],
  ['比武练兵与授课员培养', '同一次授课、宣讲在2.5和2.6中只计一次'],
  ['授课员与比武成绩', '本单位自行公布的授课员不计'],
  ['受到通报表扬', '比武活动的通报表扬在加3计'],
  ['行政指导案例评选与文书使用情况', '文书质量在3.2评价'],
  ['引导规范与指导纠正', '已在3.3、3.6计入的事例不重复计'],
  ['观摩研讨与学习交流', '结对活动在9.2评价'],
  ['优化监管方式、提高服务效能', '“互联网+行政执法”的举措在6.5评价，包容审慎监管在10.1评价'],
  ['优化法治化营商环境', '已在3.7、10.2计入的事例不重复计'],
];

describe('what is judged in one place alone', () => {
  it.each(BOUNDS)('%s: %s', (title, words) => {
    const found = entries.filter((entry) => entry.title === title);
    expect(found.map(({ criterion }) => criterion.includes(words))).toEqual([true]);
  });

  it('names other places by codes that exist', () => {
    const codes = new Set(entries.map(({ code }) => code));
    const named = entries.flatMap(({ criterion }) =>
      [...criterion.matchAll(/(?<=[在、和])(\d{1,2}\.\d{1,2}|[加减]\d)(?=[评计中、和])/g)].map(
        ([code]) => code,
      ),
    );
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((code) => !codes.has(code))).toEqual([]);
  });
});
