import { describe, expect, it } from 'vitest';
import { edited } from '../../../../../shared/document.ts';
import { allNodes } from '../../../../../shared/tables/draft/nodes.ts';
import { isStillCarried } from '../../../../../shared/tables/import/carried-words.ts';
import { importDocument } from '../../../../../shared/tables/import/document.ts';
import type { ImportEdit } from '../../../../../shared/tables/import/edits.ts';
import { handworkOf } from '../../../../../shared/tables/import/import-state.ts';
import { proposeImport } from '../../../../../shared/tables/import/proposal.ts';
import { likenessOfForm, takenOver } from '../../../../../shared/tables/import/same-form.ts';
import {
  type IdentityDraft,
  type ImportState,
  importStateSchema,
} from '../../../../../shared/tables/import/schema.ts';
import type { SourceTable } from '../../../../../shared/tables/source-table.ts';
import { parseTable } from '../table-fixture.ts';
import { readIn } from './import-fixture.ts';

const HEAD = '序号 | 评分项目 | 评分标准 | 分值';
const FILED = '1 | 资料归档 | 每缺1项扣1分 | 20';
const MEETINGS = '2 | 会议 | 每少1次扣2分 | 20';
const GUIDANCE = '2 | 行政指导 | 每少1件扣2分 | 40';
const LEAD = '一、组织领导（40分）';
const LAW = '二、执法实施（60分）';

type Part = readonly [caption: string, ...rows: string[]];
const FIRST: readonly Part[] = [
  [LEAD, HEAD, FILED, MEETINGS],
  [LAW, HEAD, FILED, GUIDANCE],
];

/** A file of tables with a caption each. */
function fileOf(parts: readonly Part[]): SourceTable[] {
  return parts.map(([caption, ...rows], index) => ({
    ...parseTable(rows.join('\n'), String(index + 1)),
    name: `表${index + 1}：${caption}`,
    before: [...(index === 0 ? ['某市示范点验收标准'] : []), `附件${index + 1}`, caption],
  }));
}

function begun(tables: readonly SourceTable[]): ImportState {
  const { chosen, maps, appliesTo } = proposeImport(tables);
  const { identity, ...read } = readIn(tables[0]!);
  const unread = { ...identity, title: '', fullScore: undefined, passScore: undefined };
  const fresh = { ...read, identity: unread, chosen, maps, appliesTo, draft: undefined, draftKey: '' };
  return importStateSchema.parse(importStateSchema.encode({ ...fresh, chosen: [...chosen] } as ImportState));
}

function changed(tables: readonly SourceTable[], state: ImportState, ...edits: ImportEdit[]): ImportState {
  const how = { context: { tables }, now: '2026-11-29T08:00:00.000Z' };
  return edits.reduce((before, each) => edited(importDocument, before, each, how), state);
}

/** 组织领导's 资料归档 has another name and score. */
function before(parts: readonly Part[] = FIRST, ...more: ImportEdit[]) {
  const tables = fileOf(parts);
  const read = changed(tables, begun(tables), ...more, { kind: 'readAnew' });
  const [row] = allNodes(read.draft!.nodes).filter(({ title }) => title === '资料归档');
  const fields = { title: '领导资料', fullScore: 1500 };
  return { tables, state: changed(tables, read, { kind: 'typeOver', id: row!.id, fields }) };
}

/** Of another edition: what is taken, what is to be looked at, and the rows of each section. */
function next(parts: readonly Part[], was = before()) {
  const tables = fileOf(parts);
  const taken = takenOver(tables, begun(tables), was);
  const { state, kept, left } = taken!;
  return {
    ticks: tables.map(({ id }) => state.chosen.includes(id)),
    unlike: state.unlike,
    rows: state.draft!.nodes.map(({ title, children }) =>
      [title, ...children.map((each) => each.title)].join(' '),
    ),
    ...{ kept, left, state, tables },
  };
}

const VETO: Part = ['一票否决事项', '序号 | 否决项目 | 否决情形', '1 | 败诉 | 发生行政诉讼败诉案件的'];
const BONUS: Part = ['加分项', HEAD, '1 | 表彰 | 获省级表彰的加5分 | 5'];
const PUBLIC: Part = ['三、群众满意（10分）', HEAD, '1 | 满意度 | 每低1个百分点扣1分 | 10'];
const WIDER: Part = [
  LAW,
  '序号 | 评分项目 | 评分标准 | 佐证材料 | 分值',
  '1 | 资料归档 | 每缺1项扣1分 | 档案 | 20',
  '2 | 行政指导 | 每少1件扣2分 | 案卷 | 40',
];
const RULES: Part = ['二、制度建设（40分）', HEAD, FILED, '2 | 制度 | 每少1件扣2分 | 20'];

describe('the tables of another edition', () => {
  it.each<[what: string, parts: readonly Part[], unlike: readonly string[]]>([
    ['the same ones', FIRST, []],
    ['in another order', [FIRST[1]!, FIRST[0]!], []],
    ['with lists that are new', [...FIRST, VETO, BONUS], ['3', '4']],
    ['with another column', [FIRST[0]!, WIDER, PUBLIC], ['2', '3']],
    ['more of the same columns', [FIRST[0]!, RULES, FIRST[1]!], ['2']],
  ])('%s stay taken; what the form had not is looked at', (_, parts, unlike) => {
    const result = next(parts);
    expect([result.ticks, result.unlike]).toEqual([parts.map(() => true), unlike]);
    expect([result.kept, result.left]).toEqual([1, []]);
    expect(result.rows.find((row) => row.includes('领导资料'))).toMatch(/组织领导 领导资料 会议$/);
  });

  it('are taken where one of them stands in two halves now', () => {
    const { ticks, unlike } = next([FIRST[0]!, [LAW, HEAD, FILED], ['续表', HEAD, GUIDANCE]]);
    expect([ticks, unlike]).toEqual([[true, true, true], ['3']]);
  });

  it('asks no more of a table that was looked at, or ticked by hand', () => {
    const { state, tables } = next([...FIRST, VETO, BONUS]);
    const looked = changed(tables, state, { kind: 'lookAtTable', table: '3' });
    expect(looked.unlike).toEqual(['4']);
    const ticked = changed(tables, looked, { kind: 'takeTable', table: '4', isTaken: false });
    expect([ticked.unlike, ticked.chosen]).toEqual([undefined, ['1', '2', '3']]);
  });

  it('leaves untaken what was not taken before, and says so of its rows', () => {
    const was = before();
    const untaken = { ...was.state, chosen: was.state.chosen.filter((id) => id !== '2') };
    expect(next(FIRST, { ...was, state: untaken }).ticks).toEqual([true, false]);
    // What was put right stands in a table that nobody takes now.
    const tables = fileOf(FIRST);
    const state = { ...begun(tables), chosen: ['2'] };
    const other = takenOver(
      fileOf([['六、组织领导（40分）', `${HEAD} | 说明`, `${FILED} | 无`, `${MEETINGS} | 无`], FIRST[1]!]),
      state,
      was,
    );
    expect(other?.left).toEqual(['1.1“领导资料”：在没有选用的表“表1：六、组织领导（40分）”里']);
  });

  it('is none where no table that was taken has its columns', () => {
    const tables = fileOf([['名册', '考核内容 | 分值', '台账 | 10']]);
    expect(takenOver(tables, begun(tables), before())).toBeUndefined();
    expect(likenessOfForm(tables)(before())).toBeUndefined();
  });

  it('is the more alike the more of its words are the same', () => {
    const was = before();
    const like = (parts: readonly Part[]) => likenessOfForm(fileOf(parts))(was) ?? 0;
    expect(like(FIRST)).toBe(1);
    expect(like([...FIRST, PUBLIC])).toBeGreaterThan(like([PUBLIC]));
  });
});

describe('a row of another edition that stands in several sections', () => {
  const mine: [what: string, parts: readonly Part[], rows: readonly string[], left: string][] = [
    [
      'is the one of its section',
      [FIRST[0]!, RULES, FIRST[1]!],
      ['组织领导 领导资料 会议', '制度建设 资料归档 制度', '执法实施 资料归档 行政指导'],
      '',
    ],
    [
      'wherever that stands',
      [
        ['一、执法实施（60分）', HEAD, FILED, GUIDANCE],
        ['二、组织领导（40分）', HEAD, FILED, MEETINGS],
      ],
      ['执法实施 资料归档 行政指导', '组织领导 领导资料 会议'],
      '',
    ],
    [
      'is none of another section',
      [['一、组织领导（20分）', HEAD, MEETINGS], FIRST[1]!],
      ['组织领导 会议', '执法实施 资料归档 行政指导'],
      '没有这一条',
    ],
    [
      'is asked about where its section is gone',
      [
        ['一、队伍（40分）', HEAD, FILED, '2 | 人员 | 每少1名扣5分 | 20'],
        ['二、保障（60分）', HEAD, FILED, '2 | 经费 | 没有列支的不得分 | 40'],
      ],
      ['队伍 资料归档 人员', '保障 资料归档 经费'],
      '分不清是哪一条',
    ],
  ];
  it.each(mine)('%s', (_, parts, rows, told) => {
    const result = next(parts);
    expect(result.rows).toEqual(rows);
    expect(result.left.join()).toContain(told);
    expect(result.kept).toBe(told === '' ? 1 : 0);
  });
});

it('keeps the cap of a block that was set by hand', () => {
  const parts: readonly Part[] = [
    ...FIRST,
    ['三、加分项（最高加10分）', '序号 | 评分项目 | 评分标准 | 分值', '1 | 表彰 | 获市级表彰的加5分 | '],
  ];
  const was = before(parts);
  expect(was.state.draft?.bonusCap).toBe(1000);
  const state = changed(was.tables, was.state, { kind: 'setCap', side: 'bonus', cap: 600 });
  const taken = takenOver(was.tables, begun(was.tables), { ...was, state })!;
  expect([taken.state.draft?.bonusCap, taken.kept, taken.left]).toEqual([600, 2, []]);
});

it('names what was put right in rows that read alike where they stand in another section now', () => {
  const twins = ['^ | 会议 | 每少1次扣1分 | 10', '^ | 会议 | 每少1次扣1分 | 10'];
  const table = (...rows: string[]) => [
    parseTable(['一级指标 | 考核内容 | 评分标准 | 分值', ...rows].join('\n')),
  ];
  const [plan, count] = ['方案 | 未制定的扣3分 | 30', '次数 | 每少1次扣2分 | 30'];
  const was = table(
    `组织领导（50分） | ${plan}`,
    ...twins,
    `培训（50分） | ${count}`,
    '^ | 案例 | 每少1篇扣1分 | 20',
  );
  const read = changed(was, begun(was), { kind: 'readAnew' });
  const [, twin] = allNodes(read.draft!.nodes).filter(({ criterion }) => criterion.includes('扣1分'));
  const state = changed(was, read, { kind: 'typeOver', id: twin!.id, fields: { fullScore: 1200 } });
  const carried = (tables: SourceTable[]) => takenOver(tables, begun(tables), { tables: was, state })!;
  expect(carried(was)).toMatchObject({ kept: 1, left: [] });
  const moved = carried(table(`组织领导（50分） | ${plan}`, `培训（50分） | ${count}`, ...twins));
  expect([moved.kept, moved.left]).toEqual([0, [expect.stringContaining('分不清是哪一条')]]);
});

describe('what is set of the whole', () => {
  const SAID = '总分100分，90分以上为合格。';
  const file = (said = SAID) =>
    fileOf(FIRST).map((table, at) => (at === 0 ? { ...table, before: [...table.before!, said] } : table));
  const set: Partial<IdentityDraft>[] = [
    { title: '某市评定标准' },
    { issuer: '某市司法局' },
    { fullScore: 12_000 },
    { passScore: 8500 },
    { notApplicable: { rule: 'redistribute', scope: 'any' } },
    { unitCategories: [{ code: 'a', title: '乡镇' }] },
    { facts: [{ code: 'a', title: '有执法权' }] },
    { starBands: [{ stars: 1, from: 6000 }] },
  ] as Partial<IdentityDraft>[];
  const was = before();
  const withSet = (tables: SourceTable[], state: ImportState, identity: Partial<IdentityDraft>) =>
    changed(tables, state, { kind: 'setIdentity', identity });
  const mine = (identity: Partial<IdentityDraft>, said = SAID, typed: Partial<IdentityDraft> = {}) => {
    const tables = file();
    const read = changed(tables, begun(tables), { kind: 'readAnew' });
    const now = file(said);
    const begin = withSet(now, changed(now, begun(now), { kind: 'readAnew' }), typed);
    return takenOver(now, begin, { tables, state: withSet(tables, read, identity) })!;
  };

  it.each(set)('is carried over: %o', (identity) => {
    const { state, kept, left } = mine(identity);
    expect([kept, left]).toEqual([1, []]);
    expect(state.identity).toMatchObject(identity);
  });

  const GRADES = '90分以上为优秀，80分以上为良好。';
  it.each<[field: string, identity: Partial<IdentityDraft>, said: string, told: readonly string[]]>([
    ['a line', { passScore: 8000 }, GRADES, ['原文的推荐分数线没有读到，沿用了 80 分，请核对']],
    ['a line that is read', { passScore: 8000 }, SAID, []],
    ['a total', { fullScore: 12_000 }, SAID, []],
    ['an issuer', { issuer: '某局' }, SAID, ['原文的制定机关没有读到，沿用了“某局”，请核对']],
    ['stars', set.at(-1)!, SAID, ['原文的星级没有读到，沿用了上次填写的，请核对']],
  ])('is told where the original was not read to say it: %s', (_, identity, said, told) => {
    const [tables, now] = [file(said), file(said.replaceAll('8', '7'))];
    const read = changed(tables, begun(tables), { kind: 'readAnew' });
    const before = { tables, state: withSet(tables, read, identity) };
    const { state } = takenOver(now, begun(now), before)!;
    const found = state.draft!.warnings.filter(({ code }) => code === 'carriedUnread');
    expect(found.map(({ message }) => message)).toEqual(told);
    expect(state.identity).toMatchObject(identity);
    // It goes with another value, and keeps nothing from being carried once more.
    expect(
      found.filter((each) => isStillCarried(each, { ...state.identity, passScore: 1, issuer: '' })),
    ).toEqual('starBands' in identity ? found : []);
    expect(handworkOf(now, { ...state, edited: true })).toBeDefined();
  });

  it('or named where the original says it otherwise now, or somebody has typed it', () => {
    const other = mine({ passScore: 8500 }, '总分100分，80分以上为合格。');
    expect([other.state.identity.passScore, other.kept, other.left]).toEqual([
      8000,
      0,
      ['推荐分数线：原文改了，按新的读取'],
    ]);
    const typed = mine({ passScore: 8500 }, SAID, { passScore: 7000 });
    expect([typed.state.identity.passScore, typed.left]).toEqual([7000, ['推荐分数线：这次已经另外填写']]);
  });

  it('is nothing where nothing was set', () => {
    expect(mine({})).toMatchObject({ kept: 0, left: [] });
    expect(takenOver(was.tables, begun(was.tables), was)).toMatchObject({ kept: 1, left: [] });
  });
});

describe('whatever is changed by hand is carried over, or named', () => {
  const parts: readonly Part[] = [
    ...FIRST,
    ['三、加分项（最高加10分）', HEAD, '1 | 表彰 | 获市级表彰的加5分 | '],
  ];
  const other: readonly Part[] = [
    [LEAD, HEAD, '1 | 机构设置 | 未设置的扣5分 | 20', '2 | 队伍 | 每少1人扣2分 | 20'],
    [LAW, HEAD, '1 | 公示 | 每缺1项扣1分 | 60'],
    ['三、加分项（最高加8分）', HEAD, '1 | 创新 | 有创新的加2分 | '],
  ];
  const was = { tables: fileOf(parts), state: begun(fileOf(parts)) };
  const read = changed(was.tables, was.state, { kind: 'readAnew' });
  const nodes = allNodes(read.draft!.nodes);
  const { id } = nodes.find(({ title }) => title === '会议')!;
  const into = nodes.find(({ title }) => title === '资料归档')!.id;
  const rule = nodes.find(({ title }) => title === '行政指导')!.proposal!.rule;
  const law = read.draft!.nodes[1]!.id;
  /** Undefined: nothing that is put right in the draft, or of the whole. */
  const edits: Record<ImportEdit['kind'], ImportEdit | undefined> = {
    typeOver: { kind: 'typeOver', id, fields: { title: '例会' } },
    setFields: { kind: 'setFields', id, fields: { note: '看记录' } },
    changeKind: { kind: 'changeKind', id, to: 'veto' },
    setRule: { kind: 'setRule', id, rule },
    split: { kind: 'split', id, at: 4 },
    move: { kind: 'move', id, parent: law, index: 0 },
    addItem: { kind: 'addItem', parent: law, index: 0 },
    indent: { kind: 'indent', id },
    outdent: { kind: 'outdent', id },
    merge: { kind: 'merge', id, into },
    remove: { kind: 'remove', id },
    setCap: { kind: 'setCap', side: 'bonus', cap: 600 },
    setIdentity: { kind: 'setIdentity', identity: { passScore: 8500 } },
    ...{ acceptAllSure: undefined, readAnew: undefined, look: undefined, goTo: undefined },
    ...{ takeTable: undefined, lookAtTable: undefined, setColumns: undefined, setUnits: undefined },
  };
  const made = Object.values(edits).filter((each) => each !== undefined);
  it.each(made.map((each) => [each.kind, each] as const))('%s', (_, each) => {
    const state = changed(was.tables, read, each);
    const [same, next] = [was.tables, fileOf(other)].map((tables) =>
      takenOver(tables, begun(tables), { ...was, state })!,
    );
    expect(same!.left).toEqual([]);
    expect(same!.kept).toBeGreaterThan(0);
    // What was taken out, and is not there, needs no word.
    const isGone =
      each.kind === 'remove' && !allNodes(next!.state.draft!.nodes).some(({ title }) => title === '会议');
    expect(isGone || next!.kept + next!.left.length > 0).toBe(true);
  });
});
