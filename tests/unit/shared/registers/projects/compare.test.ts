import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archiveInSentence, archiveName, isDraft } from '../../../../../shared/assessment/archive-name.ts';
import {
  type Compared,
  compareAssessments,
  differencesOf,
} from '../../../../../shared/registers/projects/compare.ts';
import {
  basisText,
  differenceFields,
  notComparedWords,
  reservations,
} from '../../../../../shared/registers/projects/difference-words.ts';
import { placesOf } from '../../../../../shared/standard/places.ts';
import { type Assessment, unitSchema } from '../../../../../shared/assessment/schema.ts';
import { assessmentOf, entriesOf, item, officialOf, section, standardOf } from '../../scoring/fixtures.ts';

const CODES = ['1.1', '1.2', '1.3', '1.4'];
const DAY = '2026-11-30';
const option = { code: 'A', label: '获奖', points: '2' };
const standard = standardOf({
  sections: [
    section(
      '1',
      CODES.map((code) => item(code, '25')),
    ),
  ],
  bonus: {
    title: '加分项',
    entries: [{ code: 'J1', title: '创新', criterion: '', counting: 'sum', options: [option] }],
  },
  penalty: {
    title: '减分项',
    entries: [{ code: 'K1', title: '通报', criterion: '', counting: 'sum', options: [option] }],
  },
  vetoes: [{ code: 'V1', title: '弄虚作假', criterion: '有', effect: 'totalZero', own: true }],
});
type Scores = Parameters<typeof entriesOf>[0];
const of = (unit: string, scores: Scores, sample = false) => ({
  standard,
  isChanged: false,
  assessment: assessmentOf({ sample, unit: unitSchema.parse({ name: unit }), entries: entriesOf(scores) }),
});

const BASIS =
  '2026-11-30登记时按测试标准 1比较自评：对方是“示例甲局”，本单位是“示例乙局”；对方的自评是示例，不是真实单位的自评；按自定义标准自评，得分只供自查。';

describe('two assessments', () => {
  it('are held against each other item by item', () => {
    const ours = of('示例乙局', { '1.1': 1000, '1.2': 2500, '1.4': 'na' });
    const theirs = of('示例甲局', { '1.1': 2000, '1.2': 2500, '1.3': 500, '1.4': 2500 }, true);
    const found = compareAssessments(ours, theirs, DAY);
    expect(found).toMatchObject({ isSameStandard: true, alike: 2, unscored: 0, notApplicable: 1 });
    expect(found.theirs).toMatchObject({ unit: '示例甲局', by: '按自定义标准', isSample: true });
    expect(differencesOf(found.items, 'theirs').map((each) => differenceFields(each, found))).toEqual([
      {
        item: '1.1 项目1.1',
        theirs: '理由',
        ours: '理由',
        gap: '对方自评 20 分，本单位自评 10 分（满分 25 分）',
        basis: BASIS,
      },
      {
        ...{ item: '1.3 项目1.3', theirs: '理由', ours: '', basis: BASIS },
        gap: '对方自评 5 分，本单位还没有评（满分 25 分）',
      },
    ]);
    expect(differencesOf(found.items, 'ours')).toEqual([]);
    const turned = compareAssessments(theirs, ours, DAY);
    expect(differencesOf(turned.items, 'ours').map(({ code }) => code)).toEqual(['1.1']);
    expect(turned).toMatchObject({ unscored: 1, notApplicable: 1 });
  });

  it('are the same standard by its content, and nothing is compared by another one', () => {
    const ours = of('示例乙局', { '1.1': 1000 });
    const theirs = of('示例甲局', { '1.1': 2000 });
    const renamed = { ...theirs, standard: { ...standard, id: 'copy', title: '抄本', edition: '2' } };
    expect(compareAssessments(ours, renamed, DAY)).toMatchObject({
      isSameStandard: true,
      items: [{ code: '1.1' }],
    });
    const other = standardOf({
      sections: [
        section(
          '1',
          CODES.map((code) => item(code, '25', { criterion: '另一种' })),
        ),
      ],
    });
    expect(compareAssessments(ours, { ...theirs, standard: other }, DAY)).toMatchObject({
      ...{ isSameStandard: false, items: [], alike: 0, unscored: 0, notApplicable: 0 },
    });
  });

  it('have every place of the standard in exactly one list', () => {
    const score = fc.oneof(fc.constant('na' as const), fc.constant(0), fc.integer({ min: 0, max: 2500 }));
    const claims = fc.integer({ min: 0, max: 2 }).map((A) => ({ kind: 'claims' as const, counts: { A } }));
    const items = fc.dictionary(fc.constantFrom(...CODES), score, { noNullPrototype: true });
    const more = fc.dictionary(fc.constantFrom('J1', 'K1'), claims, { noNullPrototype: true });
    const scores = fc.tuple(items, more).map(([a, b]) => ({ ...a, ...b }));
    fc.assert(
      fc.property(scores, scores, (a, b) => {
        const found = compareAssessments(of('甲', a), of('乙', b), DAY);
        const [theirs, ours] = [differencesOf(found.items, 'theirs'), differencesOf(found.items, 'ours')];
        const { alike, unscored, notApplicable, penalties, vetoes } = found;
        const counted = alike + unscored + notApplicable + penalties + vetoes;
        expect(theirs.length + ours.length + counted).toBe(placesOf(standard).length);
        for (const each of theirs) expect(each.theirs.score).toBeGreaterThan(each.ours.score);
        for (const each of ours) expect(each.ours.score).toBeGreaterThan(each.theirs.score);
        for (const each of found.items) expect(each.theirs.state).toBe('scored');
      }),
    );
  });

  it.each<[string, Scores, Scores, object]>([
    ['neither has scored', {}, {}, { unscored: 4 }],
    ['the partner has 0 for what the unit has not scored', {}, { '1.1': 0 }, { unscored: 4, items: [] }],
    ['both have 0', { '1.1': 0 }, { '1.1': 0 }, { alike: 2, unscored: 3 }],
  ])('count where %s', (_, a, b, counts) => {
    expect(compareAssessments(of('甲', a), of('乙', b), DAY)).toMatchObject(counts);
  });

  it('compare 加分项 by what is claimed, and say that 减分项 and vetoes are not compared', () => {
    const claimed = { kind: 'claims' as const, counts: { A: 1 } };
    const theirs = of('示例甲局', { J1: claimed, K1: claimed });
    const found = compareAssessments(of('示例乙局', {}), theirs, DAY);
    expect(found.items.map((each) => differenceFields(each, found)['gap'])).toEqual([
      '对方自评加 2 分，本单位自评加 0 分（加分项）',
    ]);
    const bare = {
      ...theirs.assessment,
      entries: { J1: { ...theirs.assessment.entries['J1']!, reason: '' } },
    };
    const [unsaid] = compareAssessments(of('示例乙局', {}), { ...theirs, assessment: bare }, DAY).items;
    expect(unsaid?.theirs.reason).toBe('获奖1次×2分，计2分');
    expect(notComparedWords(found)).toBe(
      '得分相同的 0 项没有列出；有一方还没有评、比不出高低的 4 项，有一方不适用的 0 项没有比；减分项 1 项、一票否决 1 项不作比较',
    );
  });
});

describe('what the dialog says of the two', () => {
  const revision = { number: 2, date: DAY, draft: true, packageId: 'P', contentSha256: 'a'.repeat(64) };
  const official = officialOf(standard);
  const AT = `${DAY}T00:00:00.000Z`;
  const opened = { fileName: 'f', unit: '示例甲局', revision: 3, at: AT, doubts: [] };
  /** As it is made after a package. */
  const model: Partial<Assessment> = {
    ...{ unit: unitSchema.parse({}), openedFrom: opened, createdAt: AT, updatedAt: AT },
    basedOn: { unit: '示例甲局', packageId: 'P', revision: 3 },
  };
  const compared = (changes: Partial<Assessment>, by = standard, isChanged = false): Compared => ({
    standard: by,
    isChanged,
    assessment: assessmentOf({ unit: unitSchema.parse({ name: '示例甲局' }), ...changes }),
  });

  it.each<[string, Compared, string[]]>([
    ['nothing by an official standard', compared({}, official), []],
    [
      'an official text that nobody has checked',
      compared({}, { ...standard, authority: 'official' }),
      ['按未核对的标准自评，得分只供自查'],
    ],
    [
      'a reference standard',
      compared({}, { ...standard, authority: 'reference' }),
      ['按参考标准自评，得分只供自查'],
    ],
    ['a draft', compared({ revisions: [revision] }, official), ['对方的自评是草稿']],
    [
      'a draft that was opened as a model',
      compared({ ...model, openedFrom: { ...opened, draft: true } }, official),
      ['对方的自评是草稿'],
    ],
    ['a model that is as it was opened', compared(model, official), []],
    [
      'a package that was 存疑 when it was opened',
      compared({ ...model, openedFrom: { ...opened, doubts: ['不符'] } }, official),
      ['对方的自评打开时核验为存疑'],
    ],
    [
      'a model that was changed after it was opened',
      compared({ ...model, updatedAt: `${DAY}T00:00:00.001Z` }, official),
      ['对方的自评打开后改动过'],
    ],
    [
      'a model that was carried over to another edition',
      compared({ ...model, createdAt: `${DAY}T01:00:00.000Z`, updatedAt: `${DAY}T01:00:00.000Z` }, official),
      ['对方的自评打开后改动过'],
    ],
    [
      'an archive that was changed after its final revision',
      compared({ revisions: [{ ...revision, draft: false }] }, official, true),
      ['对方的自评第2版之后又有改动'],
    ],
    [
      'a standard that the partner calls otherwise',
      compared({}, { ...official, title: '甲局”，已经省厅核验“\u202e' + '长'.repeat(300) }),
      [`这份标准对方称作“甲局’，已经省厅核验‘[U+202E]${'长'.repeat(100)}…”`],
    ],
  ])('%s: told in the dialog and kept with the difference', (_, theirs, words) => {
    const title = '测试标准';
    const ours = { ...of('示例乙局', { '1.1': 0 }), standard: { ...theirs.standard, title } };
    const entries = entriesOf({ '1.1': 100 });
    const found = compareAssessments(ours, { ...theirs, assessment: { ...theirs.assessment, entries } }, DAY);
    expect(reservations(found)).toEqual(words);
    const { basis } = differenceFields(found.items[0]!, found);
    for (const each of [...words, DAY, '示例乙局', '示例甲局', '测试标准 1']) expect(basis).toContain(each);
  });

  const after = (unit: string, name: string, revision: number) => ({
    ...{ unit, basis: 'official' as const, basedOn: { unit: name, packageId: '', revision } },
  });
  const FORGED = '甲局”第3版，本单位是“乙局';

  it.each<[Parameters<typeof archiveName>[0], string, string]>([
    [{ unit: '', basis: 'official' }, '未录入单位名称', '未录入单位名称的自评'],
    [{ unit: '甲\u202e局', basis: 'official' }, '甲[U+202E]局', '“甲[U+202E]局”'],
    [{ unit: FORGED, basis: 'official' }, FORGED, '“甲局’第3版，本单位是‘乙局”'],
    [after('', '乙局', 0), '以“乙局”的推荐包为蓝本', '以“乙局”的推荐包为蓝本的自评'],
    [
      { ...after('', FORGED, 1), basis: 'reference' },
      '以“甲局’第3版，本单位是‘乙局”的自查包第1版为蓝本',
      '以“甲局’第3版，本单位是‘乙局”的自查包第1版为蓝本的自评',
    ],
    [
      after('甲局', '乙局', 2),
      '甲局（以“乙局”的推荐包第2版为蓝本）',
      '“甲局”（以“乙局”的推荐包第2版为蓝本）',
    ],
  ])('%j: %s; in a sentence %s', (archive, name, inSentence) => {
    expect(archiveName(archive)).toBe(name);
    expect(archiveInSentence(archive)).toBe(inSentence);
  });

  it('both sides are told of, each by its own', () => {
    const changed = compared({ revisions: [{ ...revision, draft: false }] }, official, true);
    const found = compareAssessments(changed, compared({ ...model, sample: true }, official), DAY);
    expect(reservations(found)).toEqual([
      '本单位的自评第2版之后又有改动',
      '对方的自评是示例，不是真实单位的自评',
    ]);
    expect(basisText(found)).toBe(
      '2026-11-30登记时按测试标准 1比较自评：对方是以“示例甲局”的推荐包第3版为蓝本的自评，本单位是“示例甲局”；本单位的自评第2版之后又有改动；对方的自评是示例，不是真实单位的自评。',
    );
    const drafts = compared({ revisions: [revision] }, official);
    expect(reservations(compareAssessments(drafts, drafts, DAY))).toEqual(['两份自评都是草稿']);
  });

  it('a reason of a stranger shows what cannot be seen, and keeps its lines', () => {
    const reason = '第一行\n第\u202e二行';
    const theirs = of('示例甲局', { '1.1': 100 });
    const entries = { '1.1': { ...theirs.assessment.entries['1.1']!, reason } };
    const found = compareAssessments(
      of('示例乙局', {}),
      { ...theirs, assessment: { ...theirs.assessment, entries } },
      DAY,
    );
    expect(found.items[0]?.theirs.reason).toBe('第一行\n第[U+202E]二行');
  });

  it('a draft is what was exported here last, or else what was opened', () => {
    expect(isDraft({ revisions: [revision], openedFrom: opened })).toBe(true);
    expect(
      isDraft({ revisions: [{ ...revision, draft: false }], openedFrom: { ...opened, draft: true } }),
    ).toBe(false);
    expect(isDraft({ revisions: [], openedFrom: { ...opened, draft: true } })).toBe(true);
    expect(isDraft({ revisions: [], openedFrom: opened })).toBe(false);
  });
});
