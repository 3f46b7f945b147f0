import { withProposals } from '../../../../../shared/tables/draft/node-edits.ts';
import { describe, expect, it } from 'vitest';
import { checkStandard } from '../../../../../shared/standard/check.ts';
import { guessColumns } from '../../../../../shared/tables/cells/columns.ts';
import { checkDraft, itemSum } from '../../../../../shared/tables/draft/check-draft.ts';
import { allNodes, find } from '../../../../../shared/tables/draft/nodes.ts';
import * as edits from '../../../../../shared/tables/draft/draft-edits.ts';
import { draftToStandard } from '../../../../../shared/tables/draft/draft-to-standard.ts';
import { readTables } from '../../../../../shared/tables/reading/read-table.ts';
import type { StandardDraft } from '../../../../../shared/tables/standard-draft.ts';
import { allItems } from '../../../../../shared/standard/places.ts';
import { IDENTITY } from './identity.ts';
import { parseTable, tableFixture } from '../table-fixture.ts';

function draftOf(name: string): StandardDraft {
  const table = tableFixture(name);
  return readTables([{ table, map: guessColumns(table) }]);
}
const outline = (draft: StandardDraft) => allNodes(draft.nodes).map(({ title }) => title);
const idOf = (draft: StandardDraft, title: string) =>
  allNodes(draft.nodes).find((node) => node.title === title)?.id ?? '';

describe('edits of a draft', () => {
  const draft = draftOf('06-weights');

  it('never change the draft that they are given', () => {
    const before = JSON.stringify(draft);
    edits.remove(draft, idOf(draft, '计划编制'));
    edits.move(draft, idOf(draft, '计划编制'), undefined, 0);
    expect(JSON.stringify(draft)).toBe(before);
  });

  it('move a node to another place, but not below itself', () => {
    const moved = edits.move(draft, idOf(draft, '用户评价'), idOf(draft, '过程管理'), 1);
    expect(outline(moved)).toEqual(['过程管理', '计划编制', '用户评价', '进度控制', '质量效果', '一次合格']);
    expect(edits.move(draft, idOf(draft, '过程管理'), idOf(draft, '计划编制'), 0)).toBe(draft);
  });

  it('indent and outdent are each other undone', () => {
    const inner = edits.indent(draft, idOf(draft, '质量效果'));
    expect(inner.nodes.map(({ title }) => title)).toEqual(['过程管理']);
    expect(outline(edits.outdent(inner, idOf(draft, '质量效果')))).toEqual(outline(draft));
    // Right behind what it was below, before what comes after that.
    expect(outline(edits.outdent(draft, idOf(draft, '进度控制')))).toEqual([
      ...['过程管理', '计划编制', '进度控制', '质量效果', '一次合格', '用户评价'],
    ]);
  });

  it('merge keeps a name that stands nowhere else, and says none twice', () => {
    const [one, two] = [idOf(draft, '进度控制'), idOf(draft, '计划编制')];
    const merged = (title: string, criterion: string) =>
      find(
        edits.mergeInto(edits.update(draft, one, { title, criterion, fullScore: null }), one, two).nodes,
        two,
      )?.criterion;
    expect(merged('进度控制', '')).toBe('未编制计划扣50分\n进度控制');
    expect(merged('进度控制', '1.进度 控制：不力扣2分')).toBe('未编制计划扣50分\n1.进度 控制：不力扣2分');
    expect(merged('进度控制', '每滞后1天扣2分，进度控制（含返工）')).toMatch(/^未编制计划扣50分\n每滞后/);
    expect(merged('每滞后1天', '每滞后1天（2分）。逐天')).toBe('未编制计划扣50分\n每滞后1天（2分）。逐天');
    expect(merged('计划编制', '每滞后1天扣2分')).toBe('未编制计划扣50分\n每滞后1天扣2分');
  });

  it.each([
    ['记录', '检查有记录的得5分'],
    ['（三）记录', '记录完整得5分'],
    ['扣50分', '每滞后1天扣2分'],
  ])('merge keeps the name %s, which stands only inside other words', (title, criterion) => {
    const [one, two] = [idOf(draft, '进度控制'), idOf(draft, '计划编制')];
    const merged = edits.mergeInto(edits.update(draft, one, { title, criterion, fullScore: null }), one, two);
    expect(find(merged.nodes, two)?.criterion).toBe(`未编制计划扣50分\n${title}\n${criterion}`);
  });

  it('merge who is responsible for both, and until when', () => {
    const [one, two] = [idOf(draft, '进度控制'), idOf(draft, '计划编制')];
    const first = edits.update(draft, one, { department: '法制科', deadline: '6月底' });
    const both = edits.update(first, two, { department: '办公室', deadline: '6月底' });
    expect(find(edits.mergeInto(both, one, two).nodes, two)).toMatchObject({
      department: '办公室、法制科',
      deadline: '6月底',
    });
  });

  it('merge what proves both items, each once, and their notes', () => {
    const [one, two] = [idOf(draft, '进度控制'), idOf(draft, '计划编制')];
    const first = edits.update(draft, one, { evidence: ['签到表', '照片'], methods: ['查资料'], note: '甲' });
    const both = edits.update(first, two, { evidence: ['照片', '方案'], methods: ['查资料'], note: '乙' });
    const merged = find(edits.mergeInto(both, one, two).nodes, two);
    expect(merged).toMatchObject({
      evidence: ['照片', '方案', '签到表'],
      methods: ['查资料'],
      note: '乙\n甲',
    });
    expect(merged?.sourceRows).toHaveLength(2);
  });

  it('merge two items: text joined, scores added, proposal dropped', () => {
    const merged = edits.mergeInto(draft, idOf(draft, '进度控制'), idOf(draft, '计划编制'));
    const node = find(merged.nodes, idOf(draft, '计划编制'));
    expect(node).toMatchObject({
      fullScore: 10_000,
      criterion: '未编制计划扣50分（50分）\n进度控制\n每滞后1天扣2分（50分）',
      proposal: undefined,
    });
    expect(node?.sourceRows.map(({ row }) => row)).toEqual([2, 3]);
  });

  it.each([
    ['每缺一项制度扣2分，扣完为止', '每发现一次脱岗扣5分，扣完为止', '（50分）'],
    ['有制度（20分），有人员（30分）', '每少一次扣2分', ''],
    ['制度健全。50分', '每少一次扣2分', ''],
  ])(
    'merge two items with points of their own: %s keeps its limit, and no rule is sure of both',
    (first, second, said) => {
      const [one, two] = [idOf(draft, '进度控制'), idOf(draft, '计划编制')];
      const told = edits.update(edits.update(draft, two, { criterion: first }), one, {
        title: '',
        criterion: second,
      });
      const merged = withProposals(edits.mergeInto(told, one, two));
      const node = find(merged.nodes, two);
      expect(node?.criterion).toBe(`${first}${said}\n${second}（50分）`);
      expect(node?.fullScore).toBe(10_000);
      expect(node?.proposal?.confidence).not.toBe('sure');
    },
  );

  it('split an item at an offset; a new code and id, nothing of the text lost', () => {
    const split = edits.split(draft, idOf(draft, '计划编制'), 5);
    const nodes = allNodes(split.nodes);
    expect(nodes.map(({ criterion }) => criterion)).toEqual(expect.arrayContaining(['未编制计划', '扣50分']));
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
    expect(new Set(nodes.map(({ code }) => code)).size).toBe(nodes.length);
  });

  it('split a bonus entry: each part gives what its own words say', () => {
    const table = parseTable(
      '项目 | 内容 | 分值\n台账 | 缺一份扣5分 | 100\n加分项 | < | <\n宣传 | 国家级加5分，省级加3分 | 5',
    );
    const read = readTables([{ table, map: guessColumns(table) }]);
    const entry = allNodes(read.nodes).find(({ kind }) => kind === 'bonus');
    const parts = allNodes(edits.split(read, entry?.id ?? '', entry?.criterion.indexOf('省') ?? 0).nodes);
    const points = parts.flatMap(({ adjustment }) =>
      adjustment ? [adjustment.options.map((option) => option.points)] : [],
    );
    expect(points).toEqual([[500], [300]]);
  });

  it('add an empty item with the next free code, in its place', () => {
    const top = edits.addItem(draft, undefined, 1);
    const [, made] = top.nodes;
    expect(made).toMatchObject({
      kind: 'item',
      title: '',
      criterion: '',
      fullScore: undefined,
      children: [],
    });
    expect(allNodes(draft.nodes).map(({ id }) => id)).not.toContain(made?.id);
    const codes = (from: StandardDraft) => allNodes(from.nodes).map(({ code }) => code);
    const into = (index: number) => edits.addItem(draft, idOf(draft, '过程管理'), index);
    expect(codes(draft)).toEqual(['1', '1.1', '1.2', '2', '2.1', '2.2']);
    expect(codes(top)).toEqual(['1', '1.1', '1.2', '3', '2', '2.1', '2.2']);
    expect(codes(into(2))).toEqual(['1', '1.1', '1.2', '1.3', '2', '2.1', '2.2']);
    expect(codes(into(1))).toEqual(['1', '1.1', '1.3', '1.2', '2', '2.1', '2.2']);
    const bare = edits.update({ ...draft, nodes: [] }, '', {});
    expect(codes(edits.addItem(bare, undefined, 0))).toEqual(['1']);
    const lettered = edits.update(draft, idOf(draft, '过程管理'), { code: '甲' });
    expect(codes(edits.addItem(lettered, undefined, 1))).toContain('甲-2');
    expect(edits.addItem(draft, 'gone', 0)).toBe(draft);
  });

  it('remove a section and keep what it held', () => {
    const kept = edits.remove(draft, idOf(draft, '过程管理'), 'keep');
    expect(kept.nodes.map(({ title }) => title)).toEqual(['计划编制', '进度控制', '质量效果']);
  });

  it('accept all sure proposals, and a rule by hand', () => {
    const accepted = edits.acceptAllSure(draft);
    expect(allNodes(accepted.nodes).filter(({ accepted: taken }) => taken)).toHaveLength(4);
    const byHand = edits.setRule(draft, idOf(draft, '一次合格'), { kind: 'award', step: 100 });
    expect(find(byHand.nodes, idOf(draft, '一次合格'))?.proposal?.rule).toEqual({
      kind: 'award',
      step: 100,
    });
  });
});

describe('checks of a draft', () => {
  it('name the section, the 总计 row and the full score that do not fit', () => {
    const codes = checkDraft(draftOf('11-wrong-sums'), 3600).map(({ code, row }) => [code, row]);
    expect(codes).toEqual([
      ['sectionSum', 2],
      ['declaredSum', 8],
      ['totalSum', 0],
    ]);
  });

  it('are silent where all fits', () =>
    expect(checkDraft(draftOf('02-thousand-points'), 100_000)).toEqual([]));

  it('find what is missing and what stands twice', () => {
    const draft = draftOf('13-no-header');
    const [first] = draft.nodes;
    const twice = {
      ...draft,
      nodes: first
        ? [
            first,
            { ...first, id: 'n9' },
            { ...first, id: 'n10', title: '空', criterion: '', fullScore: undefined },
          ]
        : [],
    };
    expect(checkDraft(twice, undefined).map(({ code }) => code)).toEqual([
      'noScore',
      'emptyCriterion',
      'duplicate',
    ]);
  });
});

describe('the standard of a draft', () => {
  it('keeps order, scores, weights and the whole text', () => {
    const standard = draftToStandard(draftOf('06-weights'), IDENTITY);
    expect(standard.sections.map(({ title, weight }) => [title, weight])).toEqual([
      ['过程管理', 4000],
      ['质量效果', 6000],
    ]);
    expect(allItems(standard).map(({ item }) => item.criterion)).toContain('每滞后1天扣2分');
    expect(checkStandard(standard).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('takes a likely proposal only once it is accepted', () => {
    const read = draftOf('14-level-scores');
    const proposal = allNodes(read.nodes).find(({ title }) => title === '经费')?.proposal;
    const draft = edits.update(read, idOf(read, '经费'), {
      proposal: proposal && { ...proposal, confidence: 'likely' },
    });
    const rule = (from: StandardDraft) =>
      allItems(draftToStandard(from, IDENTITY)).find(({ item }) => item.code === 'A2')?.item.rule.kind;
    expect(rule(draft)).toBe('award');
    expect(rule(edits.update(draft, idOf(draft, '经费'), { accepted: true }))).toBe('deduct');
  });

  it('puts bonus, penalty and veto entries outside the tree', () => {
    const bonus = draftToStandard(draftOf('12-bonus-penalty'), IDENTITY);
    expect(bonus.sections.map(({ title }) => title)).toEqual(['基础工作']);
    expect(bonus.bonus).toMatchObject({ cap: 1000, entries: [{ counting: 'highest' }, { cap: 600 }] });
    expect(bonus.penalty?.entries).toHaveLength(1);
    expect(draftToStandard(draftOf('10-veto'), IDENTITY).vetoes.map(({ effect }) => effect)).toEqual([
      'notEligible',
      'totalZero',
      'notEligible',
      'notEligible',
    ]);
  });

  it('gives items that stand beside sections a section of their own, in the order of the table', () => {
    const draft = draftOf('06-weights');
    const mixed = edits.move(draft, idOf(draft, '计划编制'), undefined, 1);
    expect(allItems(draftToStandard(mixed, IDENTITY)).map(({ item }) => item.title)).toEqual([
      '进度控制',
      '计划编制',
      '一次合格',
      '用户评价',
    ]);
  });

  it('lists the unit categories that a column names', () => {
    const standard = draftToStandard(draftOf('15-categories'), IDENTITY);
    expect(standard.unitCategories.map(({ code }) => code)).toEqual(['镇', '街道', '县直部门']);
    expect(itemSum(draftOf('15-categories').nodes)).toBe(3000);
  });
});
