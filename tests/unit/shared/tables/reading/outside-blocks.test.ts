import { describe, expect, it } from 'vitest';
import { flat } from '../../../../../shared/tables/draft/totals.ts';
import { proposeImport } from '../../../../../shared/tables/import/proposal.ts';
import { readTables } from '../../../../../shared/tables/reading/read-table.ts';
import { parseTable } from '../table-fixture.ts';

const SCORED = parseTable(
  '序号 | 评分项目 | 评分标准 | 分值\n1 | 领导 | 每缺1项扣1分 | 50\n2 | 会议 | 每少1次扣2分 | 50',
);

/** What a table beside the scored one becomes. */
function read(caption: string, text: string) {
  const tables = [
    { ...SCORED, before: ['附件1 验收评分表'] },
    { ...parseTable(text, '2'), before: caption === '' ? [] : [caption] },
  ];
  const { chosen, maps } = proposeImport(tables);
  const mapped = tables.flatMap((table) =>
    chosen.includes(table.id) ? [{ table, map: maps[table.id]! }] : [],
  );
  const { nodes, bonusCap, penaltyCap, warnings } = readTables(mapped);
  const outside = flat(nodes).filter(({ kind }) => kind === 'bonus' || kind === 'penalty');
  return {
    entries: outside.map(({ kind, title }) => `${kind} ${title}`),
    caps: [bonusCap, penaltyCap],
    codes: warnings.map(({ code }) => code),
  };
}

describe('a table of bonus or penalty entries', () => {
  it.each(['加分合计最高不超过5分', '加分累计最高不超过5分', '合计加分最高5分', '加分累计不超过5分。'])(
    'is limited by the row at its foot: %s',
    (foot) => {
      const rows = '1 | 表彰 | 省级表彰加3分 | 3\n2 | 推广 | 省级推广加2分 | 2';
      const { entries, caps } = read(
        '加分项',
        `序号 | 内容 | 加分标准 | 最高分\n${rows}\n${foot} | < | < | <`,
      );
      expect([entries, caps]).toEqual([
        ['bonus 表彰', 'bonus 推广'],
        [500, undefined],
      ]);
    },
  );

  it.each([
    [
      '加分项（最高5分） | < | < | <',
      '内容 | 加分标准 | 最高分',
      '表彰 | 省级表彰加3分 | 3',
      ['bonus 表彰'],
      [500, undefined],
    ],
    [
      '扣分项（最多扣10分） | < | < | <',
      '内容 | 扣分标准 | 分值',
      '投诉 | 每起扣1分 | 3',
      ['penalty 投诉'],
      [undefined, 1000],
    ],
    ['扣分项 | < | <', '内容 | 扣分标准', '投诉 | 每起扣1分', ['penalty 投诉'], [undefined, undefined]],
  ])('is named by the row over its headings: %s', (name, headings, row, entries, caps) => {
    const found = read('', `${name}\n序号 | ${headings}\n1 | ${row}`);
    expect([found.entries, found.caps]).toEqual([entries, caps]);
  });

  it('beside one of the other side is told to be two', () => {
    const { codes } = read(
      '',
      '加分项 | 加分值 | 扣分项 | 扣分值\n获国家级表彰 | 5 | 被国家级通报 | 5\n获省级表彰 | 3 | 被省级通报 | 3',
    );
    expect(codes).toContain('sideBySide');
  });

  it('keeps what a cell says against its block, and tells it', () => {
    const { entries, codes } = read(
      '附加项',
      '序号 | 内容 | 标准\n1 | 省级表彰 | 加3分\n2 | 市级通报 | 扣2分',
    );
    expect([entries, codes]).toEqual([['bonus 省级表彰', 'penalty 市级通报'], ['sideFromWords']]);
  });
});
