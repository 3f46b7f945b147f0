import { expect, it } from 'vitest';
import { guessColumns } from '../../../../../shared/tables/cells/columns.ts';
import { capOf, type CapSide } from '../../../../../shared/tables/draft/block-caps.ts';
import { capWordsIn } from '../../../../../shared/tables/draft/cap-words.ts';
import { readTables } from '../../../../../shared/tables/reading/read-table.ts';
import { parseTable } from '../table-fixture.ts';

const ITEMS = '评分项 | 评分标准 | 分值\n小组 | 未成立的不得分 | 60\n回访 | 未开展的不得分 | 40';
const entries = (name: string, side: string) =>
  `${name} | < | <\n甲 | 每次${side}1分，最多${side}5分 |\n乙 | 每次${side}2分 |`;

/** The words of a cap, with what is marked in [], and where they stand. */
function words(side: CapSide, text: string, after: string[] = []) {
  const table = { ...parseTable(text), after };
  const draft = readTables([{ table, map: guessColumns(table) }]);
  const cap = capOf(draft, side);
  const found = cap === undefined ? undefined : capWordsIn([table], draft, side, cap);
  if (!found) return undefined;
  const [{ from, to } = { from: 0, to: 0 }] = found.spans;
  const place = found.cell ? `${found.cell.row}:${found.cell.column} ` : '';
  return `${place}${found.text.slice(0, from)}[${found.text.slice(from, to)}]${found.text.slice(to)}`;
}

it.each<[what: string, said: string | undefined, shown: string | undefined]>([
  [
    'a remark below the table',
    words('bonus', `${ITEMS}\n${entries('加分项', '加')}`, ['注：加分累计 不超过5分。']),
    '注：[加分累计 不超过5分]。',
  ],
  [
    'its half of a sentence',
    words('penalty', `${ITEMS}\n${entries('扣分项', '扣')}`, ['加分不超过10分，扣分不超过8分。']),
    '加分不超过10分，[扣分不超过8分]。',
  ],
  [
    'the name of the block',
    words('bonus', `${ITEMS}\n${entries('加分项（最高5分）', '加')}`),
    '4:1 加分项（[最高5分]）',
  ],
  [
    'a row of its own',
    words('bonus', `${ITEMS}\n${entries('加分项', '加')}\n加分累计不超过6分。 | < | <`),
    '7:1 [加分累计不超过6分]。',
  ],
  [
    'a total that is cut at nothing',
    words('penalty', `${ITEMS}\n${entries('扣分项', '扣')}`, ['扣分项扣至0分为止。']),
    undefined,
  ],
])('the words of a cap: %s', (_, said, shown) => expect(said).toBe(shown));
