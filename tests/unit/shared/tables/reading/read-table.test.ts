import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { guessColumns } from '../../../../../shared/tables/cells/columns.ts';
import { readTables } from '../../../../../shared/tables/reading/read-table.ts';
import type { SourceTable } from '../../../../../shared/tables/source-table.ts';
import { describeDraft } from '../describe-draft.ts';
import { FIXTURE_FOLDER, parseTable, tableFixture } from '../table-fixture.ts';

const mapped = (table: SourceTable) => ({ table, map: guessColumns(table) });
const fixtures = readdirSync(FIXTURE_FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.replace(/\.txt$/, ''));

describe('fixture tables', () => {
  it('has at least ten', () => expect(fixtures.length).toBeGreaterThanOrEqual(10));

  it.each(fixtures)('%s is read as its expected tree, rules, sums and warnings', (name) => {
    const { table, map } = mapped(tableFixture(name));
    const expected = readFileSync(`${FIXTURE_FOLDER}${name}.expected`, 'utf8').trimEnd();
    const columns = `columns ${map.roles.join(' ')} from row ${map.headerTo + 1}`;
    expect(`${columns}\n${describeDraft(readTables([{ table, map }]))}`).toBe(expected);
  });

  it.each(fixtures)('%s leaves no row unaccounted', (name) => {
    const table = tableFixture(name);
    const { rows } = readTables([mapped(table)]);
    expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: table.rows }, (_, i) => i + 1));
  });
});

describe('two tables for two kinds of unit', () => {
  const draft = readTables(
    [mapped(tableFixture('05-units-a', '1')), mapped(tableFixture('05-units-b', '2'))],
    {
      appliesTo: { '1': ['乡镇'], '2': ['县直'] },
    },
  );

  it('marks every item with its unit and keeps codes unique', () => {
    expect(
      describeDraft(draft)
        .split('\n')
        .filter((line) => line.includes('item')),
    ).toEqual([
      '  item 1.1 成立专班 =10 [sure: deduct 10/次] for 乡镇',
      '  item 1.2 定期会商 =30 [sure: deduct 5/次] for 乡镇',
      '  item 2.1 问题整改 =60 [sure: ratio 100] for 乡镇',
      '  item 3.1 制定方案 =20 [sure: deduct 20/次] for 县直',
      '  item 4.1 下沉指导 =50 [sure: deduct 10/次] for 县直',
      '  item 4.2 总结报送 =30 [sure: tiers 30 10 0] for 县直',
    ]);
  });

  it('accounts for the rows of both', () => expect(draft.rows).toHaveLength(10));
});

describe('rows that are easy to lose', () => {
  const read = (source: string) => {
    const { table, map } = mapped(parseTable(source));
    return readTables([{ table, map }]);
  };

  it('keeps the whole criterion of content and scoring text together', () => {
    const draft = read('项目 | 考核内容 | 评分标准 | 分值\n甲 | 按月更新目录⏎并公示 | 每少一次扣1分 | 5');
    expect(draft.nodes[0]?.criterion).toBe('按月更新目录\n并公示\n\n每少一次扣1分');
  });

  it('points the highlighted words into the criterion', () => {
    const draft = read('项目 | 考核内容 | 评分标准 | 分值\n甲 | 按月更新目录 | 每少 一次扣１分 | 5');
    const [node] = draft.nodes;
    const [span] = node?.proposal?.spans ?? [];
    expect(node?.criterion.slice(span?.from, span?.to)).toBe('每少 一次扣１分');
  });

  it('keeps an item beside the section above it when it is numbered like a section', () => {
    const draft = read(
      '序号 | 项目 | 分值 | 标准\n一、 | 甲类 | 5 | \n1 | 甲 | 5 | 每处扣1分\n二、 | 乙 | 7 | 每处扣1分',
    );
    expect(draft.nodes.map(({ kind, code, title }) => [kind, code, title])).toEqual([
      ['section', '一', '甲类'],
      ['item', '二', '乙'],
    ]);
  });

  it('reads ± rows by their words and warns where the score column says less', () => {
    const draft = read(
      '序号 | 项目 | 分值 | 指标\n1 | 日常 | 9 | 每处扣1分\n2 | 奖扣分项目 | 5 | 获省、市表彰的，分别奖8、4分；被省、市通报的，分别扣8、4分。',
    );
    expect(describeDraft(draft).split('\n')).toEqual([
      'item 1 日常 =9 [sure: deduct 1/处]',
      'bonus 加分1 奖扣分项目 [8 4 sum]',
      'penalty 扣分1 奖扣分项目 [8 4 sum]',
      'warning row 3: adjustmentAboveScore',
      'warning row 3: unaccounted',
    ]);
  });

  it('gives what names no score the one of its column, and warns where there is none either', () => {
    const draft = read(
      '序号 | 项目 | 分值 | 指标\n1 | 日常 | 9 | 每处扣1分\n2 | 加分项 | 5 | 有突出贡献的\n3 | 扣分项 |  | 造成不良影响的',
    );
    expect(describeDraft(draft).split('\n').slice(1)).toEqual([
      'section 2 加分项',
      '  bonus 加分1 有突出贡献的 [5 sum cap 5]',
      'section 3 扣分项',
      '  penalty 扣分1 造成不良影响的 [0 sum]',
      'warning row 4: adjustmentWithoutPoints',
    ]);
  });

  it('warns where there is no scoring table', () => {
    const draft = read('姓名 | 电话\n甲 | 无');
    expect(draft.warnings.length).toBeGreaterThan(0);
    expect(draft.rows).toHaveLength(2);
  });
});
