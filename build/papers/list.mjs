import { Paragraph } from 'docx';
import { cell, label, line, mark, paper, row, run, SONG, table, title, WIDTH_LANDSCAPE } from './parts.mjs';

const NUMBER = 600;
const small = { size: 9 };

/** No line of it stands alone on a page. */
const content = (tags, alignment) =>
  cell([new Paragraph({ widowControl: true, alignment, children: [run(tags, { ...small, face: SONG })] })], {
    middle: false,
  });

/**
 * 清单 of a year: filled by electron/services/registers/list-paper.ts, which puts the columns of the office in the place of
 * the second one here. A row that is long may go on over the page; any other stays whole.
 */
export const listOfYear = () =>
  paper(
    '清单',
    [
      title('【标题】'),
      line('【说明】', { size: 10.5 }),
      line('【依据】', { size: 9 }),
      mark('【#有】'),
      table(
        [NUMBER, WIDTH_LANDSCAPE - NUMBER],
        [
          row([label('序号', small), label('【栏目】', small)], { head: true }),
          row([content('【#行】【#整】【序号】', 'center'), content('【内容】【/整】', 'start')]),
          row([content('【^整】【序号】', 'center'), content('【内容】【/整】【/行】', 'start')], {
            split: true,
          }),
        ],
      ),
      mark('【/有】'),
      mark('【^有】'),
      line('还没有登记。'),
      mark('【/有】'),
    ],
    { landscape: true },
  );
