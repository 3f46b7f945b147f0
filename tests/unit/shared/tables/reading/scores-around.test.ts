import { expect, it } from 'vitest';
import { guessColumns } from '../../../../../shared/tables/cells/columns.ts';
import { readTables } from '../../../../../shared/tables/reading/read-table.ts';
import { parseTable } from '../table-fixture.ts';

it.each([
  ['加分项：获得省级以上表彰的加2分。', 'scoresAround'],
  ['加分项：获得省级以上表彰的加2分，最高加5分。', 'scoresAround'],
  ['扣分项：被通报批评的，每次扣２分，最高扣6分。', 'scoresAround'],
  ['年度内发生复议败诉的，每件扣 1.5 分', 'scoresAround'],
  ['注：行政指导少于3件的，本表不得分。', 'scoresAround'],
  ['本部分累计扣分不超过20分。', 'limitUnused'],
  ['每项最高不超过5分', 'limitUnused'],
  ['满分100分，90分以上为合格。', undefined],
  ['加分最高不超过10分。', undefined],
  ['有下列情形之一的，一票否决：弄虚作假的。', undefined],
  ['本标准自印发之日起施行。', undefined],
])('a paragraph around the table that scores or limits is told, for it does neither: %s', (text, code) => {
  const table = {
    ...parseTable(`
评分项 | 评分标准 | 分值
成立小组 | 未成立的不得分 | 60
开展回访 | 未开展的不得分 | 40
`),
    after: [text],
  };
  const { warnings, notes } = readTables([{ table, map: guessColumns(table) }]);
  const told = warnings.filter((warning) => /^(?:scoresAround|limitUnused)$/.test(warning.code));
  expect(told.map((warning) => warning.code)).toEqual(code ? [code] : []);
  expect(told.every(({ message }) => message.includes(text.replace('。', '').slice(0, 30)))).toBe(true);
  if (code) expect(notes.map((note) => note.text)).toContain(text);
});
