import { describe, expect, it } from 'vitest';
import { allNodes } from '../../../../../shared/tables/draft/nodes.ts';
import { byHand, byHandWords, isAsRead } from '../../../../../shared/tables/import/by-hand.ts';
import type { ImportEdit } from '../../../../../shared/tables/import/edits.ts';
import { parseTable, tableFixture } from '../table-fixture.ts';
import { edit, readIn } from './import-fixture.ts';

const TABLE = parseTable(`
一级指标 | 评分项 | 评分标准 | 分值
组织领导 | 成立领导小组 | 未成立的扣3分 | 3
^ | 制定方案 | 未制定的扣2分 | 2
执法服务 | 开展回访 | 未开展的扣5分 | 5
^ | 普法宣传 | 未开展的扣4分 | 4
`);

const read = readIn(TABLE);
const nodes = allNodes(read.draft!.nodes);
const idOf = (title: string) => nodes.find((node) => node.title === title)!.id;
const after = (...edits: ImportEdit[]) => byHand(read.draft!, edit(TABLE, read, ...edits).draft!);

describe('what a clerk made of a reading', () => {
  it('is nothing where rules were found right, or rows moved', () => {
    const hand = after(
      { kind: 'setFields', id: idOf('制定方案'), fields: { accepted: true } },
      { kind: 'move', id: idOf('制定方案'), parent: idOf('执法服务'), index: 0 },
    );
    expect(isAsRead(hand)).toBe(true);
  });

  it.each<[name: string, edits: ImportEdit[], fields: string[]]>([
    ['a score', [{ kind: 'setFields', id: idOf('制定方案'), fields: { fullScore: 300 } }], ['fullScore']],
    [
      'words',
      [{ kind: 'typeOver', id: idOf('制定方案'), fields: { criterion: '缺一份扣1分' } }],
      ['criterion'],
    ],
    ['a name', [{ kind: 'typeOver', id: idOf('制定方案'), fields: { title: '方案' } }], ['title']],
    ['a rule', [{ kind: 'setRule', id: idOf('制定方案'), rule: { kind: 'award', step: 50 } }], ['proposal']],
    [
      'what is as it was again',
      [
        { kind: 'setFields', id: idOf('制定方案'), fields: { fullScore: 300 } },
        { kind: 'setFields', id: idOf('制定方案'), fields: { fullScore: 200 } },
      ],
      [],
    ],
  ])('names %s', (_, edits, fields) => {
    const { changed, added, removed } = after(...edits);
    expect(changed.get(idOf('制定方案'))?.fields ?? []).toEqual(fields);
    expect([...changed.keys()]).toHaveLength(fields.length > 0 ? 1 : 0);
    expect([added.size, removed.length]).toEqual([0, 0]);
  });

  it('tells what was added, and what was deleted with all that was below it', () => {
    const hand = after(
      { kind: 'addItem', parent: idOf('组织领导'), index: 0 },
      { kind: 'remove', id: idOf('执法服务') },
    );
    expect(hand.added.size).toBe(1);
    expect(hand.removed.map(({ title }) => title)).toEqual(['执法服务', '开展回访', '普法宣传']);
    expect(byHandWords(hand)).toBe('加了 1 条、删了 3 条');
  });

  it('names the cap of a block, as it was read', () => {
    const hand = after({ kind: 'setCap', side: 'bonus', cap: 500 });
    expect([...hand.caps]).toEqual([['bonus', undefined]]);
    expect([byHandWords(hand), isAsRead(hand)]).toEqual(['改了加分上限', false]);
    expect(isAsRead(after({ kind: 'setCap', side: 'bonus', cap: null }))).toBe(true);
  });

  it('does not call deleted what was merged into another row', () => {
    const hand = after({ kind: 'merge', id: idOf('制定方案'), into: idOf('成立领导小组') });
    expect(hand.removed).toEqual([]);
    expect([...hand.changed.keys()]).toEqual([idOf('成立领导小组')]);
  });

  it('is nothing of any table that was only read', () => {
    for (const name of ['01-five-levels', '05-units-a', '06-weights', '10-veto', '12-bonus-penalty']) {
      const table = tableFixture(name);
      const [one, other] = [readIn(table), readIn(table)];
      expect(isAsRead(byHand(one.draft!, other.draft!))).toBe(true);
    }
  });
});

it('names the line that was set by hand', () => {
  const none = { nodes: [], bonusCap: undefined, penaltyCap: undefined };
  const set = byHand(none, none, { read: undefined, mine: 8000 });
  expect([isAsRead(set), byHandWords(set), set.line]).toEqual([false, '改了推荐分数线', { was: undefined }]);
  expect(isAsRead(byHand(none, none, { read: 8000, mine: 8000 }))).toBe(true);
});
