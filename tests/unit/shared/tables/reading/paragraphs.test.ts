import { expect, it } from 'vitest';
import { readParagraphs } from '../../../../../shared/tables/reading/paragraphs.ts';
import { parseTable } from '../table-fixture.ts';

const table = parseTable('序号 | 评分项目 | 评分标准 | 分值\n1 | 领导 | 每缺1项扣1分 | 100');

/** Cases stand below their heading by their numbers; the next heading of the document ends them. */
it.each<[after: string[], vetoes: string[]]>([
  [
    ['四、有下列情形之一的，实行一票否决：', '1.弄虚作假的；', '2.败诉3件以上的。'],
    ['弄虚作假的', '败诉3件以上的'],
  ],
  [
    [
      '四、有下列情形之一的，一票否决：',
      '1.弄虚作假的。',
      '五、有下列情形之一的，予以加分：',
      '（一）受到表彰的，加3分；',
    ],
    ['弄虚作假的'],
  ],
  [['二、一票否决', '（一）弄虚作假的；', '三、结果运用', '（一）90分以上的，推荐为标兵。'], ['弄虚作假的']],
  [['一票否决：', '1.弄虚作假的；', '五、本标准由市司法局负责解释。'], ['弄虚作假的']],
  [
    ['三、存在下列情形之一的，取消申报资格：', '（一）有下列行为的：', '1.弄虚作假的；', '（二）败诉的。'],
    ['有下列行为的', '弄虚作假的', '败诉的'],
  ],
  [['有下列情形之一的，不得确认为示范点：', '1.弄虚作假的。', '本标准自印发之日起施行。'], ['弄虚作假的']],
  [['附件2 不得推荐的情形', '五、结果运用'], []],
])('%j', (after, vetoes) => {
  expect(readParagraphs({ ...table, after }).vetoes.map(({ title }) => title)).toEqual(vetoes);
});
