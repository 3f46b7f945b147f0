import { describe, expect, it } from 'vitest';
import { gridOf } from '../../../../../shared/tables/cells/grid.ts';
import type { ColumnRole } from '../../../../../shared/tables/column-map.ts';
import { readRow, rowReader } from '../../../../../shared/tables/reading/row-facts.ts';
import { parseTable } from '../table-fixture.ts';

/** The only text of the last row, in a table of 类别, 评分内容 and 分值. */
function alone(table: string, roles: readonly ColumnRole[] = ['level1', 'content', 'fullScore']) {
  const { rows, ...grid } = gridOf(parseTable(table));
  const map = { headerFrom: 0, headerTo: 1, roles: [...roles] };
  return readRow(rowReader({ rows, ...grid }, map, []), rows - 1).alone;
}

const ABOVE = '类别 | 内容 | 分值\n队伍 | 建立制度 | 5\n^ | 开展培训 | 5\n';

describe('a row’s only text', () => {
  it.each<[what: string, table: string, expected: ReturnType<typeof alone>]>([
    ['leads in the first column', `${ABOVE}保障 | | `, { text: '保障', leads: true }],
    ['leads where it runs across columns', `${ABOVE}保障 | < | <`, { text: '保障', leads: true }],
    [
      'goes on with the row above in the content’s column',
      `${ABOVE} | 注：看档案 | `,
      { text: '注：看档案', leads: false },
    ],
    ['is none under a group that is merged down into the row', `${ABOVE}^ | 注：看档案 | `, undefined],
    ['is none beside a score that is merged down into the row', `${ABOVE} | 注：看档案 | ^`, undefined],
    [
      'stands alone beside an empty cell that is merged down',
      `${ABOVE} | 讲评 | 1\n^ | 注：看档案 | `,
      { text: '注：看档案', leads: false },
    ],
    ['is none where two cells say something', `${ABOVE} | 注：看档案 | 5`, undefined],
  ])('%s', (_what, table, expected) => {
    expect(alone(table)).toEqual(expected);
  });

  it.each<[role: ColumnRole, leads: boolean]>([
    ['content', false],
    ['criterion', false],
    ['evidence', false],
    ['note', false],
    ['level1', true],
    ['level2', false],
    ['department', true],
    ['ignore', true],
  ])('in a column of %s leads: %s', (role, leads) => {
    const table = `${ABOVE} | 队伍建设 | `;
    expect(alone(table, ['level1', role, 'fullScore'])).toEqual({ text: '队伍建设', leads });
  });
});
