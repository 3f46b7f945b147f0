import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { describeDiff, diffStandards, standardDiffSchema } from '../../../../shared/edition/diff.ts';
import type { Standard } from '../../../../shared/standard/schema.ts';
import { allCodes } from '../../../../shared/standard/places.ts';
import { item, section, standardOf } from '../scoring/fixtures.ts';

type Json = Record<string, unknown>;

const PLAN = { title: '制定年度工作方案', criterion: '方案以正式文件印发，任务明确，责任到人' };
const TRAIN = { title: '组织执法人员培训', criterion: '每年培训不少于四十学时，查看签到表和试卷' };
const FILES = { title: '执法案卷规范', criterion: '抽查案卷，文书每处错误扣半分，扣完为止' };
const VISIT = { title: '事后回访', criterion: '对当事人回访的比例不低于三成，查看回访记录' };

const of = (...items: Json[]): Standard => standardOf({ sections: [section('1', items)] });
const changesOf = (a: Standard, b: Standard) =>
  diffStandards(a, b).items.map(({ code, formerCode, changes }) => [formerCode, code, changes.join('+')]);

const tiers = (...options: [string, string, string][]): Json => ({
  kind: 'tiers',
  options: options.map(([code, label, points]) => ({ code, label, points })),
});

describe('diffStandards', () => {
  const old = of(item('1.1', '50', PLAN), item('1.2', '50', TRAIN));

  it('finds nothing between a standard and itself, also where only spaces and width differ', () => {
    const spaced = { ...PLAN, criterion: '方案以正式文件印发,任务明确 ,责任到人' };
    expect(changesOf(old, of(item('1.1', '50', spaced), item('1.2', '50', TRAIN)))).toEqual([
      ['1.1', '1.1', 'same'],
      ['1.2', '1.2', 'same'],
    ]);
  });

  it('follows items that were numbered anew because one was inserted above', () => {
    const fresh = of(item('1.1', '30', VISIT), item('1.2', '50', PLAN), item('1.3', '20', TRAIN));
    expect(changesOf(old, fresh)).toEqual([
      [undefined, '1.1', 'new'],
      ['1.1', '1.2', 'moved'],
      ['1.2', '1.3', 'rescored+moved'],
    ]);
  });

  it('names a reworded item by its code, or, numbered anew, by how alike the texts are', () => {
    const reworded = { ...PLAN, criterion: '方案以正式文件印发，任务明确，责任到人、到岗' };
    expect(changesOf(old, of(item('1.1', '50', reworded), item('1.2', '50', TRAIN)))[0]).toEqual([
      '1.1',
      '1.1',
      'reworded',
    ]);
    expect(changesOf(old, of(item('9', '50', { ...reworded, title: '制定工作方案' })))).toEqual([
      ['1.1', '9', 'reworded+moved'],
      ['1.2', '1.2', 'gone'],
    ]);
  });

  it('does not take one item for another because it has got its number', () => {
    expect(changesOf(old, of(item('1.1', '50', PLAN), item('1.2', '50', VISIT)))).toEqual([
      ['1.1', '1.1', 'same'],
      [undefined, '1.2', 'new'],
      ['1.2', '1.2', 'gone'],
    ]);
  });

  it('among items of one title, goes by the criterion before the number', () => {
    const [a, b] = [PLAN, TRAIN].map(({ criterion }) => ({ title: '工作要求', criterion }));
    const fresh = of(
      item('1.1', '10', { ...a, criterion: `${a?.criterion ?? ''}，并公开` }),
      item('1.2', '10', { title: '工作要求', criterion: VISIT.criterion }),
      item('1.3', '10', { ...b, criterion: `${b?.criterion ?? ''}，并讲评` }),
    );
    expect(changesOf(of(item('1.1', '10', a), item('1.2', '10', b)), fresh)).toEqual([
      ['1.1', '1.1', 'reworded'],
      [undefined, '1.2', 'new'],
      ['1.2', '1.3', 'reworded+moved'],
    ]);
  });

  it('follows a title that only one item on each side has, though its criterion is new', () => {
    const fresh = of(item('3', '50', { title: PLAN.title, criterion: '另作要求' }));
    expect(changesOf(old, fresh)[0]).toEqual(['1.1', '3', 'reworded+moved']);
  });

  it('never matches two to one: equal texts are paired in their order', () => {
    const twice = of(item('1', '10', PLAN), item('2', '10', PLAN), item('3', '10', PLAN));
    expect(changesOf(twice, of(item('7', '10', PLAN), item('8', '10', PLAN)))).toEqual([
      ['1', '7', 'moved'],
      ['2', '8', 'moved'],
      ['3', '3', 'gone'],
    ]);
  });

  it('calls an item moved when its section is another one, not when the section was renamed', () => {
    const sections = (first: string, second: string): Standard =>
      standardOf({
        sections: [
          section('1', [item('a', '50', PLAN)], { title: first }),
          section('2', [item('b', '50', TRAIN)], { title: second }),
        ],
      });
    expect(changesOf(sections('组织', '培训'), sections('组织领导', '培训'))).toEqual([
      ['a', 'a', 'same'],
      ['b', 'b', 'same'],
    ]);
    const swapped = diffStandards(sections('组织', '培训'), sections('培训', '组织'));
    expect(swapped.items.map(({ change, details }) => [change, details])).toEqual([
      ['moved', ['由“组织”移到“培训”']],
      ['moved', ['由“培训”移到“组织”']],
    ]);
  });

  it.each<[string, Json, Json, string, string[]]>([
    ['full score', {}, { fullScore: '8' }, 'rescored', ['分值由“5分”改为“8分”']],
    [
      'kind of rule',
      {},
      { rule: { kind: 'ratio', numerator: '甲', denominator: '乙', target: '30' } },
      'rescored',
      ['评分方式由“按情况给分”改为“按比例给分”'],
    ],
    [
      'points of a tier',
      { rule: tiers(['a', '好', '5'], ['b', '差', '1']) },
      { rule: tiers(['a', '好', '5'], ['b', '差', '0']) },
      'rescored',
      ['“差”由1分改为0分'],
    ],
    [
      'a tier more, one less',
      { rule: tiers(['a', '好', '5'], ['b', '差', '1']) },
      { rule: tiers(['a', '好', '5'], ['c', '一般', '3']) },
      'rescored',
      ['取消“差”（1分）', '新增“一般”（3分）'],
    ],
    [
      'codes of the tiers given anew',
      { rule: tiers(['a', '好', '5'], ['b', '差', '1']) },
      { rule: tiers(['b', '好', '5'], ['a', '差', '1']) },
      'same',
      [],
    ],
    [
      'label of a tier',
      { rule: tiers(['a', '好', '5'], ['b', '差', '1']) },
      { rule: tiers(['a', '优秀', '5'], ['b', '差', '1']) },
      'reworded',
      ['“好”改为“优秀”'],
    ],
    [
      'cap of a fault',
      { rule: { kind: 'deduct', faults: [{ code: 'a', label: '错字', points: '0.5' }] } },
      { rule: { kind: 'deduct', faults: [{ code: 'a', label: '错字', points: '0.5', cap: '2' }] } },
      'rescored',
      ['“错字”由每处扣0.5分改为每处扣0.5分，最多扣2分'],
    ],
    [
      'what a ratio counts',
      { rule: { kind: 'ratio', numerator: '甲', denominator: '乙', target: '30' } },
      { rule: { kind: 'ratio', numerator: '丙', denominator: '乙', target: '30' } },
      'reworded',
      ['分子由“甲”改为“丙”'],
    ],
    ['evidence asked for', {}, { evidence: [{ title: '签到表' }] }, 'reworded', ['新增佐证要求：签到表']],
    [
      'who is responsible',
      { department: '甲科' },
      { department: '乙科' },
      'same',
      ['责任部门由“甲科”改为“乙科”'],
    ],
  ])('%s', (_what, before, after, change, details) => {
    const diff = diffStandards(
      of(item('1', '5', { ...FILES, ...before })),
      of(item('1', '5', { ...FILES, ...after })),
    );
    expect(diff.items[0]).toMatchObject({ change, details });
  });

  it('compares bonus, penalty and vetoes too, and never across kinds', () => {
    const entry = (code: string, points: string): Json => ({
      code,
      ...VISIT,
      options: [{ code: 'x', label: '一次', points }],
      counting: 'sum',
    });
    const veto = (effect: string): Json[] => [{ code: 'V', ...FILES, effect }];
    const a = standardOf({
      bonus: { title: '加分', cap: '5', entries: [entry('B', '1')] },
      vetoes: veto('totalZero'),
    });
    const b = standardOf({
      penalty: { title: '扣分', entries: [entry('B', '1')] },
      vetoes: veto('notEligible'),
    });
    expect(changesOf(a, b).slice(2)).toEqual([
      [undefined, 'B', 'new'],
      ['V', 'V', 'rescored'],
      ['B', 'B', 'gone'],
    ]);
  });

  it('says what differs in the standard as a whole', () => {
    const { general } = diffStandards(
      old,
      standardOf({ fullScore: '1000', notApplicable: { rule: 'forbidden' } }),
    );
    expect(general).toEqual([
      '满分由“100分”改为“1000分”',
      '不适用由“按比例折算，任何一项”改为“不设不适用，标明的项”',
    ]);
  });

  it('reads back from what it is written as, points as decimal strings', () => {
    const diff = diffStandards(old, of(item('1.1', '30', PLAN)));
    const written = z.encode(standardDiffSchema, diff);
    expect(written.items[0]).toMatchObject({ fullScore: '30.00', formerFullScore: '50.00' });
    expect(standardDiffSchema.parse(JSON.parse(JSON.stringify(written)))).toEqual(diff);
  });
});

it('tells people the counts and what is not the same', () => {
  const fresh = of(
    item('1.1', '40', { ...PLAN, criterion: `${PLAN.criterion}，按时报送` }),
    item('1.3', '60', FILES),
  );
  expect(describeDiff(diffStandards(of(item('1.1', '50', PLAN), item('1.2', '50', TRAIN)), fresh))).toEqual([
    '由“测试标准”（1）到“测试标准”（1）：未变0项，改文字0项，改分值1项，移动0项，新增1项，删除1项',
    '【改分值、改文字】1.1 制定年度工作方案',
    '    分值由“50分”改为“40分”',
    '    评分标准的文字有改动',
    `    原文：${PLAN.criterion}`,
    `    新文：${PLAN.criterion}，按时报送`,
    '【新增】1.3 执法案卷规范（60分）',
    '【删除】1.2 组织执法人员培训（50分）',
  ]);
});

it('names what became of each tier, by its words', () => {
  const [before, after] = [
    { ...PLAN, rule: tiers(['a', '好', '50'], ['b', '中', '30'], ['c', '差', '0'], ['e', '很差', '10']) },
    { ...PLAN, rule: tiers(['a', '好', '50'], ['b', '中等', '30'], ['d', '较好', '40'], ['e', '很差', '5']) },
  ];
  const lines = describeDiff(diffStandards(of(item('1.1', '50', before)), of(item('1.1', '50', after))));
  expect(lines.slice(1)).toEqual([
    '【改分值、改文字】1.1 制定年度工作方案',
    '    取消“差”（0分）',
    '    “很差”由10分改为5分',
    '    新增“较好”（40分）',
    '    “中”改为“中等”',
  ]);
});

describe('any two standards', () => {
  // Few titles and like criteria, so that many entries of one standard could be the same one of the other.
  const title = fc.constantFrom('方案', '培训', '回访');
  const end = fc.string({ unit: fc.constantFrom(...'执法记录'), maxLength: 8 });
  const criterion = fc
    .tuple(fc.constantFrom(PLAN.criterion, TRAIN.criterion), end)
    .map(([start, rest]) => start + rest);
  const anyStandard = fc
    .uniqueArray(
      fc.record({
        code: fc.constantFrom('1', '2', '3', '4', '5', '6'),
        title,
        criterion,
        points: fc.nat(9),
      }),
      { selector: ({ code }) => code, minLength: 1 },
    )
    .map((items) => of(...items.map(({ code, points, ...text }) => item(code, String(points), text))));

  it('every entry of both is accounted for once, and the counts add up', () => {
    fc.assert(
      fc.property(anyStandard, anyStandard, (a, b) => {
        const { items, counts } = diffStandards(a, b);
        const fresh = items.filter(({ change }) => change !== 'gone').map(({ code }) => code);
        const former = items.flatMap(({ formerCode }) => formerCode ?? []);
        expect(fresh).toEqual(allCodes(b));
        expect(former.sort()).toEqual(allCodes(a).sort());
        expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(items.length);
      }),
    );
  });

  it('a standard is the same as itself', () => {
    fc.assert(
      fc.property(anyStandard, (a) => {
        expect(diffStandards(a, a).counts.same).toBe(allCodes(a).length);
      }),
    );
  });
});
