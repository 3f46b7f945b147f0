import { expect, it } from 'vitest';
import { guessColumns } from '../../../../../shared/tables/cells/columns.ts';
import { readTables } from '../../../../../shared/tables/reading/read-table.ts';
import { parseTable } from '../table-fixture.ts';

it.each([
  ['加分项：获得省级以上表彰的加2分。', true],
  ['年度内发生复议败诉的，每件扣 1.5 分', true],
  ['本部分累计扣分不超过20分。', true],
  ['注：行政指导少于3件的，本表不得分。', true],
  ['每项最高不超过5分', true],
  ['满分100分，90分以上为合格。', false],
  ['加分最高不超过10分。', false],
  ['有下列情形之一的，一票否决：弄虚作假的。', false],
  ['本标准自印发之日起施行。', false],
])('a paragraph around the table that scores is told, for it scores nothing: %s', (text, isTold) => {
  const table = {
    ...parseTable(`
评分项 | 评分标准 | 分值
成立小组 | 未成立的不得分 | 60
开展回访 | 未开展的不得分 | 40
`),
    after: [text],
  };
  const { warnings, notes } = readTables([{ table, map: guessColumns(table) }]);
  const told = warnings.filter(({ code }) => code === 'scoresAround');
  expect(told.map(({ message }) => message.includes(text.slice(0, 30)))).toEqual(isTold ? [true] : []);
  if (isTold) expect(notes.map((note) => note.text)).toContain(text);
});
