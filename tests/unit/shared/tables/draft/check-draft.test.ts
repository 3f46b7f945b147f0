import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../../../shared/tables/draft/check-draft.ts';
import { draftToStandard } from '../../../../../shared/tables/draft/draft-to-standard.ts';
import type { DraftNode, StandardDraft } from '../../../../../shared/tables/standard-draft.ts';
import { allItems } from '../../../../../shared/standard/places.ts';
import { IDENTITY } from './identity.ts';

let ids = 0;
function node(kind: DraftNode['kind'], changes: Partial<DraftNode> = {}): DraftNode {
  ids += 1;
  return {
    kind,
    id: `n${ids}`,
    code: String(ids),
    title: `节点${ids}`,
    criterion: '按情况给分',
    fullScore: kind === 'item' ? 1000 : undefined,
    ...{ evidence: [], methods: [], department: '', deadline: '', note: '', appliesTo: [] },
    ...{
      weight: undefined,
      proposal: undefined,
      accepted: false,
      adjustment: undefined,
      vetoEffect: undefined,
    },
    children: [],
    sourceRows: [{ table: '1', row: ids }],
    ...changes,
  };
}

function draft(nodes: DraftNode[], changes: Partial<StandardDraft> = {}): StandardDraft {
  const nothing = {
    sums: [],
    notes: [],
    rows: [],
    cells: [],
    warnings: [],
    bonusCap: undefined,
    penaltyCap: undefined,
  };
  return { nodes, ...nothing, ...changes };
}

const item = (title: string, changes: Partial<DraftNode> = {}) => node('item', { title, ...changes });
const sectionOf = (title: string, children: DraftNode[], changes: Partial<DraftNode> = {}) =>
  node('section', { title, children, ...changes });
const sum = (points: number, { from = 1, to = 10_000, table = '1' } = {}) => ({
  ...{ table, row: 9, label: '合计', points, from, to },
  ...{ counts: 'items' as const, whole: true, overAll: false },
});
const placed = (title: string, row: number) => item(title, { sourceRows: [{ table: '1', row }] });
const words = (made: StandardDraft, fullScore?: number) =>
  checkDraft(made, fullScore).map(({ code, message }) => `${code} ${message}`);

describe('what does not add up in a draft', () => {
  const two = () => [item('甲'), item('乙')];
  const WORDS: readonly [string, StandardDraft, number | undefined, string[]][] = [
    ['all is well', draft([sectionOf('组织', two(), { fullScore: 2000 })]), 2000, []],
    ['no items', draft([]), undefined, ['noItems 没有读到评分项，请核对各列的含义']],
    ['an empty section', draft([item('甲'), sectionOf('空', [])]), 1000, ['emptySection “空”下面没有评分项']],
    [
      'a section with another sum',
      draft([sectionOf('组织', two(), { fullScore: 2500 })]),
      2000,
      ['sectionSum “组织”各项合计20分，标明的是25分'],
    ],
    [
      'a section with a score over bonus entries alone',
      draft([item('甲'), sectionOf('加分', [node('bonus')], { fullScore: 500 })]),
      1000,
      [],
    ],
    ['a 合计 that is right', draft(two(), { sums: [sum(2000)] }), 2000, []],
    [
      'a 合计 that is wrong',
      draft(two(), { sums: [sum(2100)] }),
      2000,
      ['declaredSum “合计”写的是21分，各项合计是20分'],
    ],
    [
      'a 合计 that counts the bonus section',
      draft([...two(), sectionOf('加分', [node('bonus')], { fullScore: 500 })], {
        sums: [{ ...sum(2500), counts: 'both' }],
      }),
      2000,
      [],
    ],
    [
      'a 合计 that counts a section of which not all is bonus',
      draft([sectionOf('加分', [node('bonus'), item('丙')], { fullScore: 1000 })], { sums: [sum(2000)] }),
      1000,
      ['declaredSum “合计”写的是20分，各项合计是10分'],
    ],
    [
      'a 小计 of some rows',
      draft([sectionOf('组织', [placed('甲', 1), placed('乙', 2)]), placed('丙', 3)], {
        sums: [sum(2000, { to: 2 }), sum(3000, { to: 2 })],
      }),
      3000,
      ['declaredSum “合计”写的是30分，各项合计是20分'],
    ],
    [
      'a 合计 of one of two tables',
      draft([item('甲'), item('乙', { sourceRows: [{ table: '2', row: 1 }] })], {
        sums: [sum(1000), sum(2000, { table: '2' })],
      }),
      2000,
      ['declaredSum “合计”写的是20分，各项合计是10分'],
    ],
    ['another total', draft(two()), 10_000, ['totalSum 各项合计20分，标准的总分是100分']],
    ['a total that is not known yet', draft(two()), undefined, []],
    ['weights in place of a total', draft([sectionOf('组织', two(), { weight: 5000 })]), 10_000, []],
    ['items of some units alone', draft([item('甲', { appliesTo: ['乡镇'] })]), 10_000, []],
    ['no score', draft([item('甲', { fullScore: undefined })]), 0, ['noScore “甲”没有分值，请填写']],
    ['a score of 0', draft([item('甲', { fullScore: 0 })]), 0, ['zeroScore “甲”的分值是0']],
    ['no criterion', draft([item('甲', { criterion: '' })]), 1000, ['emptyCriterion “甲”没有评分标准']],
    ['a double', draft([item('甲'), item('甲'), item('乙')]), 3000, ['duplicate “甲”出现了两次，内容相同']],
    [
      'doubles for different units',
      draft([item('甲', { appliesTo: ['县'] }), item('甲', { appliesTo: ['乡'] })]),
      1000,
      [],
    ],
    ['one title, two texts', draft([item('甲'), item('甲', { criterion: '别的' })]), 2000, []],
  ];

  it.each(WORDS)('%s', (_, made, fullScore, expected) => {
    expect(words(made, fullScore)).toEqual(expected);
  });

  it('names the row, where there is one', () => {
    const bare = item('甲', { criterion: '', sourceRows: [] });
    const placed = item('乙', { criterion: '', sourceRows: [{ table: '2', row: 7 }] });
    expect(checkDraft(draft([bare, placed]), undefined)).toMatchObject([
      { table: '', row: 0 },
      { table: '2', row: 7 },
    ]);
    expect(checkDraft(draft([item('甲')], { sums: [sum(1)] }), undefined)).toMatchObject([
      { table: '1', row: 9 },
    ]);
  });
});

describe('codes of a standard that was made of a draft', () => {
  const codesOf = (nodes: DraftNode[]) =>
    allItems(draftToStandard(draft(nodes), IDENTITY)).map((each) => each.item.code);
  const coded = (...codes: string[]) => codes.map((code) => item(code || '无号', { code }));

  it.each([
    [
      ['1', '2'],
      ['1', '2'],
    ],
    [
      ['1', '1', '1'],
      ['1', '1-2', '1-3'],
    ],
    [
      ['1', '1-2', '1'],
      ['1', '1-2', '1-3'],
    ],
    [
      ['', ''],
      ['项', '项-2'],
    ],
    [
      ['a/b', 'a:b'],
      ['a-b', 'a-b-2'],
    ],
    [
      ['.一.', ' 一 '],
      ['一', '一-2'],
    ],
    [
      ['长'.repeat(45), '长'.repeat(45)],
      ['长'.repeat(40), `${'长'.repeat(36)}-2`],
    ],
    [
      ['长'.repeat(36), '长'.repeat(36)],
      ['长'.repeat(36), `${'长'.repeat(36)}-2`],
    ],
  ])('%j become %j', (given, expected) => {
    expect(codesOf(coded(...given))).toEqual(expected);
  });

  it('are apart among items, bonus, penalty and vetoes; sections have codes of their own', () => {
    const made = draftToStandard(
      draft([
        sectionOf('组织', coded('1'), { code: '1' }),
        sectionOf('日常', coded('1'), { code: '1' }),
        node('bonus', { code: '1' }),
        node('penalty', { code: '1' }),
        node('veto', { code: '1' }),
      ]),
      IDENTITY,
    );
    expect(made.sections.map(({ code }) => code)).toEqual(['1', '1-2']);
    expect(allItems(made).map((each) => each.item.code)).toEqual(['1', '1-2']);
    expect([made.bonus?.entries, made.penalty?.entries, made.vetoes].map((each) => each?.[0]?.code)).toEqual([
      '1-3',
      '1-4',
      '1-5',
    ]);
  });
});

it('keeps what a heading of entries says beside its name as a remark of the standard', () => {
  const veto = (title: string) => node('veto', { title, criterion: title });
  const made = draftToStandard(
    draft([
      item('党建'),
      sectionOf('加分项', [node('bonus')], { code: '2', criterion: '', department: '政工科' }),
      sectionOf('一票否决', [veto('发生命案')], { code: '3', criterion: '' }),
      sectionOf('存在以下情形的，一票否决', [veto('泄露秘密')], { code: '4', criterion: '' }),
    ]),
    IDENTITY,
  );
  expect(made.notes).toEqual(['加分项：责任部门：政工科', '存在以下情形的，一票否决']);
});
