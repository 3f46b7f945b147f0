import { describe, expect, it } from 'vitest';
import { update } from '../../../../../shared/tables/draft/draft-edits.ts';
import { remove } from '../../../../../shared/tables/draft/draft-edits.ts';
import { readTables } from '../../../../../shared/tables/reading/read-table.ts';
import { guessColumns } from '../../../../../shared/tables/cells/columns.ts';
import { conditionsUnread } from '../../../../../shared/tables/import/conditions.ts';
import { paragraphUse } from '../../../../../shared/tables/import/paragraph-use.ts';
import { parseTable } from '../table-fixture.ts';

const tables = [
  ['某市验收标准', '附件1', '一、组织领导（40分）'],
  ['附件2', '加分最高不超过5分。', '二、执法实施（60分）'],
].map((before, at) => ({
  ...parseTable(
    `序号 | 评分项目 | 评分标准 | 分值\n1 | 资料${at} | 每缺1项扣1分 | 20\n2 | 会议${at} | 每少1次扣2分 | 20`,
    String(at + 1),
  ),
  before,
}));
const draft = readTables(tables.map((table) => ({ table, map: guessColumns(table) })));
const identity = { title: '某市验收标准', documentNumber: '', notes: undefined };
const use = paragraphUse({ draft, identity });

describe('what became of a paragraph beside the tables', () => {
  it.each([
    ['某市验收标准', '标准名称'],
    ['附件1', ''],
    ['一、组织领导（40分）', '指标'],
    ['二、执法实施（60分）', '指标'],
    ['附件2 执法实施（60分）', '指标'],
    ['附件3：二、执法实施', '指标'],
    ['加分最高不超过5分。', '说明（保留）'],
    ['组织领导要加强。', ''],
    ['别处的一段话', ''],
  ])('%s: %s', (text, became) => {
    expect(use(text)).toBe(became);
  });

  it('is nothing where it says a condition that nothing holds', () => {
    const text = '每部分得分低于60%的，验收不合格。';
    const [table] = tables;
    const read = readTables([{ table: { ...table!, after: [text] }, map: guessColumns(table!) }]);
    expect(paragraphUse({ draft: read, identity })(text)).toBe('说明（保留）');
    const told = { ...read, warnings: conditionsUnread(read) };
    expect(paragraphUse({ draft: told, identity })(text)).toBe('');
  });

  it('is what stands in the standard now: a section that was renamed, one that was taken out, a remark that was deleted', () => {
    const [first] = draft.nodes;
    const renamed = update(draft, first!.id, { title: '党建' });
    expect(paragraphUse({ draft: renamed, identity, read: draft.nodes })('一、组织领导（40分）')).toBe(
      '指标',
    );
    const gone = remove(draft, first!.id);
    expect(paragraphUse({ draft: gone, identity, read: draft.nodes })('一、组织领导（40分）')).toBe('');
    const bare = paragraphUse({ draft, identity: { ...identity, notes: [] } });
    expect(bare('加分最高不超过5分。')).toBe('');
  });
});
