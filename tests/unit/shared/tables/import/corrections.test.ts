import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnMap } from '../../../../../shared/tables/column-map.ts';
import { allNodes } from '../../../../../shared/tables/draft/nodes.ts';
import { withHandwork, withHandworkOfBefore } from '../../../../../shared/tables/import/corrections.ts';
import type { ImportEdit } from '../../../../../shared/tables/import/edits.ts';
import type { ImportState } from '../../../../../shared/tables/import/schema.ts';
import type { SourceTable } from '../../../../../shared/tables/source-table.ts';
import type { DraftNode, StandardDraft } from '../../../../../shared/tables/standard-draft.ts';
import { edit, readIn } from './import-fixture.ts';
import { parseTable, tableFixture } from '../table-fixture.ts';

const after = (table: SourceTable, ...edits: ImportEdit[]): ImportState =>
  edit(table, readIn(table), ...edits);

const draftOf = ({ draft }: ImportState): StandardDraft => draft!;
const named = ({ nodes }: Pick<StandardDraft, 'nodes'>, title: string): DraftNode =>
  allNodes(nodes).find((node) => node.title.includes(title))!;
/** Without ids: those of rows that were added are given anew. */
const bare = (nodes: readonly DraftNode[]): unknown[] =>
  nodes.map(({ id: _, children, ...node }) => ({ ...node, children: bare(children) }));

const FIXTURES = [
  '01-five-levels',
  '05-units-a',
  '06-weights',
  '08-two-row-header',
  '10-veto',
  '12-bonus-penalty',
];

describe('the same table read again', () => {
  it('has everything that was put right by hand, whatever it was', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FIXTURES),
        fc.array(fc.tuple(fc.nat(9), fc.nat(), fc.nat()), { maxLength: 8 }),
        (fixture, steps) => {
          const table = tableFixture(fixture);
          const first = after(table);
          const last = steps.reduce((state, step) => changed(state, table, step), first);
          const { draft, left } = withHandwork(draftOf(first), {
            was: draftOf(first),
            mine: draftOf(last),
          });
          expect(left).toEqual([]);
          expect(bare(draft.nodes)).toEqual(bare(draftOf(last).nodes));
        },
      ),
      { numRuns: 100 },
    );
  });
});

function changed(
  state: ImportState,
  table: SourceTable,
  [kind, one, other]: readonly [number, number, number],
): ImportState {
  const all = allNodes(draftOf(state).nodes);
  const [node, target] = [all[one % all.length], all[other % all.length]];
  if (!node || !target) return state;
  const { id } = node;
  const edits: ImportEdit[] = [
    { kind: 'typeOver', id, fields: { title: `改名${other % 9}` } },
    { kind: 'typeOver', id, fields: { fullScore: 100 * (other % 9) } },
    { kind: 'typeOver', id, fields: { criterion: `每少1次扣${other % 9}分` } },
    { kind: 'indent', id },
    { kind: 'outdent', id },
    { kind: 'move', id, parent: target.id, index: 0 },
    { kind: 'remove', id },
    { kind: 'merge', id, into: target.id },
    { kind: 'split', id, at: 3 },
    { kind: 'addItem', ...(target.kind === 'section' && { parent: target.id }), index: 0 },
  ];
  const made = edits[kind];
  return made ? edit(table, state, made) : state;
}

const TABLE = parseTable(
  [
    '一级指标 | 考核内容 | 评分标准 | 分值 | 备注',
    '组织领导 | 会议研究 | 每少1次扣5分，扣完为止 | 20 | 查会议纪要',
    '^ | 工作机制 | 机制健全、运行有效 | 30 | ',
    '日常管理 | 服务台账 | 每缺1项扣2分，扣完为止 | 40 | 查台账',
    '^ | 交流推广 | 推广做法好的得满分 | 10 | ',
  ].join('\n'),
);

describe('the same table read by other columns', () => {
  const first = after(TABLE);
  const id = (title: string) => named(draftOf(first), title).id;
  const asEvidence: ColumnMap = {
    ...first.maps['1']!,
    roles: first.maps['1']!.roles.map((role, at) => (at === 4 ? 'evidence' : role)),
  };

  it('keeps a name, a score, a level and what was taken out', () => {
    const put = after(
      TABLE,
      { kind: 'typeOver', id: id('会议研究'), fields: { title: '专题会议', fullScore: 2500 } },
      { kind: 'outdent', id: id('服务台账') },
      { kind: 'remove', id: id('交流推广') },
      { kind: 'setColumns', table: '1', map: asEvidence },
      { kind: 'readAnew', keep: true },
    );
    expect(named(draftOf(put), '专题会议')).toMatchObject({ fullScore: 2500, evidence: ['查会议纪要'] });
    expect(draftOf(put).nodes.map(({ title }) => title)).toEqual(['组织领导', '日常管理', '服务台账']);
    expect(allNodes(draftOf(put).nodes).some(({ title }) => title.includes('交流'))).toBe(false);
    expect(put.maps['1']).toEqual(asEvidence);
  });

  it('is read by them alone where nothing was put right', () => {
    const put = after(
      TABLE,
      { kind: 'setColumns', table: '1', map: asEvidence },
      { kind: 'readAnew', keep: true },
    );
    expect(put.edited).toBe(false);
    expect(named(draftOf(put), '会议研究').evidence).toEqual(['查会议纪要']);
  });
});

describe('another edition of the table', () => {
  const was = draftOf(after(TABLE));
  const id = (title: string) => named(was, title).id;
  const mine = draftOf(
    after(
      TABLE,
      { kind: 'typeOver', id: id('会议研究'), fields: { title: '专题会议' } },
      { kind: 'setRule', id: id('工作机制'), rule: { kind: 'award', step: 500 } },
      { kind: 'changeKind', id: id('交流推广'), to: 'bonus' },
      { kind: 'typeOver', id: id('服务台账'), fields: { fullScore: 4500 } },
    ),
  );
  const next = (change: (text: string) => string) =>
    draftOf(
      after(
        parseTable(
          change(
            [
              '一级指标 | 考核内容 | 评分标准 | 分值 | 备注',
              '新增指标 | 新的内容 | 开展得好的得满分 | 5 | ',
              '组织领导 | 会议研究 | 每少1次扣5分，扣完为止 | 20 | 查会议纪要',
              '^ | 工作机制 | 机制健全、运行有效 | 30 | ',
              '日常管理 | 服务台账 | 每缺1项扣2分，扣完为止 | 40 | 查台账',
              '^ | 交流推广 | 推广做法好的得满分 | 10 | ',
            ].join('\n'),
          ),
        ),
      ),
    );

  it('has all of them where its rows are the same, wherever they stand', () => {
    const { draft, kept, left } = withHandworkOfBefore(
      next((text) => text),
      { was, mine },
    );
    expect([kept, left]).toEqual([4, []]);
    expect(named(draft, '专题会议')).toBeTruthy();
    expect(named(draft, '工作机制')).toMatchObject({ accepted: true, proposal: { rule: { step: 500 } } });
    expect(named(draft, '交流推广')).toMatchObject({ kind: 'bonus' });
    expect(named(draft, '服务台账')).toMatchObject({ fullScore: 4500 });
    expect(named(draft, '新的内容')).toMatchObject({ fullScore: 500 });
  });

  it.each<[what: string, change: (text: string) => string, left: string]>([
    [
      'a score that is another one now',
      (text) => text.replace('| 40 |', '| 35 |'),
      '“服务台账”：分值的原文改了',
    ],
    [
      'a text that is another one now',
      (text) => text.replace('运行有效', '运行顺畅'),
      '“工作机制”：规则的原文改了',
    ],
    [
      'a row that is gone',
      (text) => text.replace(/\n[^\n]*交流推广[^\n]*/, ''),
      '“交流推广”：新的表里没有这一条',
    ],
  ])('is taken by its own words in %s, which is told', (_, change, told) => {
    const { draft, kept, left } = withHandworkOfBefore(next(change), { was, mine });
    expect(left.join()).toContain(told);
    expect([kept, left.length]).toEqual([3, 1]);
    expect(named(draft, '工作机制').accepted).toBe(!told.includes('工作机制'));
  });
});

describe('the cap of a block that was put right by hand', () => {
  const ROWS = (head: string, cap = '10') =>
    [
      '考核内容 | 评分标准 | 分值',
      '会议研究 | 每少1次扣5分，扣完为止 | 20',
      `${head}（最高加${cap}分） |  | `,
      '表彰奖励 | 获市级表彰的加5分 | ',
    ].join('\n');
  const read = (text: string) => draftOf(after(parseTable(text)));
  const was = read(ROWS('加分项'));
  const capped = (bonusCap: number | undefined) => ({ ...was, bonusCap });

  it('was read', () => {
    expect(was.bonusCap).toBe(1000);
  });

  it.each([
    ['other points', 500],
    ['none', undefined],
  ])('stays in another reading of the file: %s', (_, cap) => {
    const { draft, kept, left } = withHandwork(was, { was, mine: capped(cap) });
    expect([draft.bonusCap, kept, left]).toEqual([cap, 1, []]);
  });

  it.each<[what: string, text: string, cap: number | undefined, kept: number, left: string[]]>([
    ['the same words', ROWS('加分项'), 500, 1, []],
    ['other words', ROWS('加分项', '8'), 800, 0, ['加分上限：原文改了，按新的读取']],
    ['the words that were put in', ROWS('加分项', '5'), 500, 1, []],
    [
      'no such block',
      ROWS('加分项').split('\n').slice(0, 2).join('\n'),
      undefined,
      0,
      ['加分上限：新的表里没有加分'],
    ],
  ])('goes into another edition of %s', (_, text, cap, kept, left) => {
    const taken = withHandworkOfBefore(read(text), { was, mine: capped(500) });
    expect([taken.draft.bonusCap, taken.kept, taken.left]).toEqual([cap, kept, left]);
  });
});
