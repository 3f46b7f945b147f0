import { describe, expect, it } from 'vitest';
import { buildInwardWorkbook, buildWorkbook } from '../../../../../electron/services/workbook/build.ts';
import { ledgerOf } from '../../../../../shared/scoring/ledger.ts';
import { scoreAssessment } from '../../../../../shared/scoring/report.ts';
import type { Assessment } from '../../../../../shared/assessment/schema.ts';
import type { Standard } from '../../../../../shared/standard/schema.ts';
import { officialOf } from '../../../shared/scoring/fixtures.ts';
import { assessmentWith, CASES, inputFor, standardWith } from './fixture.ts';
import { cellsOf, find, reopen, SCORE, scoreCell, sheetOf } from './read.ts';

/** The unit's own file. */
async function inwardOf(standard: Standard, assessment: Assessment) {
  return reopen(await buildInwardWorkbook(inputFor(standard, assessment)));
}

async function bookOf(standard: Standard, assessment: Assessment) {
  return reopen(await buildWorkbook(inputFor(standard, assessment)));
}
type Book = Awaited<ReturnType<typeof bookOf>>;

function textsOf(book: Book, name: string): string[] {
  return cellsOf(sheetOf(book, name)).map(({ cell }) => String(cell.v ?? ''));
}

/** The numbers of 差距分析 in the row of a section. */
function gapRow(book: Book, title: string): Record<string, unknown> {
  const sheet = sheetOf(book, '差距分析');
  const { row } = cellsOf(sheet).filter(({ cell }) => cell.v === title)[0]!;
  return Object.fromEntries(
    ['分值', '适用满分', '得分', '失分', '未评分值'].map((head) => {
      const column = find(sheet, head).address.replace(/\d+/, '');
      return [head, (sheet[`${column}${row}`] as { v?: unknown } | undefined)?.v];
    }),
  );
}

const scored = (input: object) => ({ state: 'scored', input });
const claims = (count: number) => scored({ kind: 'claims', counts: { a: count } });

describe('the lines of 自评打分表', () => {
  it.each(CASES)('$name: add up to the total, cached and by formula', async ({ standard, assessment }) => {
    const report = scoreAssessment(standard, assessment);
    const book = await bookOf(standard, assessment);
    const sheet = sheetOf(book, SCORE);
    const column = find(sheet, '自评分').address.replace(/\d+/, '');
    const first = find(sheet, '总分核算：以下各行相加为总分').row + 1;
    const last = find(sheet, '总分').row - 1;
    const lines = cellsOf(sheet).filter(
      ({ address, row }) => address === `${column}${row}` && row >= first && row <= last,
    );
    expect(lines.every(({ cell }) => cell.f !== undefined)).toBe(true);
    const sum = lines.reduce((all, { cell }) => all + Math.round(Number(cell.v) * 100), 0);
    expect(sum).toBe(report.total);

    const expected = ledgerOf(report).filter(({ kind }) => kind !== 'total');
    const shown = lines.map(({ cell }) => Math.round(Number(cell.v) * 100)).filter((points) => points !== 0);
    expect(shown).toEqual(expected.map(({ points }) => points).filter((points) => points !== 0));
  });

  it('give a section with 合理缺项 one full score and one 适用满分, in every sheet', async () => {
    const standard = standardWith({ notApplicable: { rule: 'renormalise', scope: 'all' } });
    const assessment = assessmentWith({ '1.3': { state: 'notApplicable', reason: '没有', evidence: [] } });
    const book = await bookOf(standard, assessment);
    expect(scoreCell(book, '组织领导 小计', '分值').cell.v).toBe(7);
    expect(scoreCell(book, '组织领导 小计', '材料号').cell.v).toBe('适用满分4.00分');
    expect(scoreCell(book, '1 组织领导', '分值').cell.v).toBe(7);
    expect(gapRow(await inwardOf(standard, assessment), '组织领导')).toMatchObject({
      分值: 7,
      适用满分: 4,
      得分: 3.65,
    });
    expect(textsOf(book, '封面')).toContain('合理缺项3分（1项）');
  });

  it.each(CASES)('$name: 得分, 失分 and 未评 make a section’s 适用满分', async ({ standard, assessment }) => {
    const book = await inwardOf(standard, assessment);
    for (const { title } of scoreAssessment(standard, assessment).sections) {
      const row = gapRow(book, title);
      const sum = Number(row['得分']) + Number(row['失分']) + Number(row['未评分值']);
      expect(Math.round(sum * 100)).toBe(Math.round(Number(row['适用满分']) * 100));
    }
  });
});

describe('the maximum of a bonus entry', () => {
  const option = { code: 'a', label: '省级', points: '1.50' };
  const entry = { code: 'B1', title: '获奖', criterion: '', options: [option], counting: 'sum' };
  it.each([
    ['its cap', { ...entry, cap: '1.00' }, { cap: '2.00' }, 1],
    ['its highest option', { ...entry, counting: 'highest' }, { cap: '2.00' }, 1.5],
    ['the cap of the block', entry, { cap: '2.00' }, 2],
    ['no more than the block', { ...entry, counting: 'highest' }, { cap: '1.20' }, 1.2],
    ['each time, where nothing bounds it', entry, {}, '每次1.5'],
  ])('is %s', async (_, only, cap, most) => {
    const standard = standardWith({ bonus: { title: '加分项', ...cap, entries: [only] } });
    const book = await bookOf(standard, assessmentWith({ B1: claims(1) }));
    expect(scoreCell(book, 'B1', '分值').cell.v).toBe(most);
    expect(textsOf(book, SCORE).join()).not.toContain('不限');
  });
});

describe('what nobody may claim', () => {
  const UNEARNED = /(?<!不)达标|是否达标|(?<!不)通过|(?<!不|正式推荐须按正式验收标准评分.*)符合推荐条件/u;

  it.each(CASES)(
    '$name: no verdict by a reference standard, in any sheet',
    async ({ standard, assessment }) => {
      const book = await bookOf(standard, assessment);
      const inward = await inwardOf(standard, assessment);
      for (const [of, name] of [book, inward].flatMap((each) =>
        each.SheetNames.map((name) => [each, name] as const),
      )) {
        expect(textsOf(of, name).filter((text) => UNEARNED.test(text))).toEqual([]);
      }
      const cover = textsOf(book, '封面');
      expect(cover).toEqual(expect.arrayContaining(['自查材料', '自查参考线']));
      expect(textsOf(inward, '申报条件自查').join('\n')).toContain(
        '结论：按参考标准，正式推荐须按正式验收标准评分',
      );
    },
  );

  it('gives the verdict of an official standard in its own words', async () => {
    const standard = officialOf(standardWith({ statement: '' }));
    const book = await bookOf(standard, assessmentWith({ V2: scored({ kind: 'veto', applies: true }) }));
    expect(textsOf(book, '封面')).toEqual(
      expect.arrayContaining(['推荐材料', '推荐分数线', expect.stringContaining('不得推荐')]),
    );
    const vetoed = assessmentWith({ V2: scored({ kind: 'veto', applies: true }) });
    expect(textsOf(await inwardOf(standard, vetoed), '申报条件自查').join('\n')).toContain(
      '结论：不符合推荐条件',
    );
  });

  it.each([
    ['recommendation', '推荐材料', '推荐分数线'],
    ['acceptance', '验收材料', '验收分数线'],
    ['practice', '自评材料', '自查参考线'],
  ] as const)(
    'calls papers and line of an official standard by the kind of campaign: %s',
    async (kind, title, line) => {
      const official = officialOf(standardWith({ statement: '' }));
      const assessment = assessmentWith();
      const of = { ...assessment, campaign: { ...assessment.campaign, kind } };
      expect(textsOf(await bookOf(official, of), '封面')).toEqual(expect.arrayContaining([title, line]));
      expect(textsOf(await bookOf(standardWith(), of), '封面')).toEqual(
        expect.arrayContaining(['自查材料', '自查参考线']),
      );
    },
  );

  it('names the body above the unit and a category by hand, never who recommends it', async () => {
    const assessment = assessmentWith();
    const unit = { ...assessment.unit, category: '', otherCategory: '中央驻豫单位' };
    const cover = textsOf(await bookOf(standardWith(), { ...assessment, unit }), '封面');
    expect(cover).toEqual(expect.arrayContaining(['上级主管部门', '测试市办公室', '中央驻豫单位']));
    expect(cover).not.toContain('推荐单位');
  });

  it('says how a line is reached by the bonus alone, with both scores', async () => {
    const standard = standardWith();
    const assessment = assessmentWith({ '2.1': scored({ kind: 'award', points: '5.00' }), B1: claims(1) });
    const report = scoreAssessment(standard, assessment);
    expect(report.onlyBy).toEqual(['bonus']);
    const book = await bookOf(standard, assessment);
    expect(textsOf(book, '封面').join('\n')).toMatch(/靠加分达到：基础分17\.43分，加分1\.5分，总分18\.93分/u);
    const cover = sheetOf(book, '封面');
    const base = cellsOf(cover).find(
      ({ cell }) => cell.f === `'${SCORE}'!${scoreCell(book, '基础分（各项得分合计）', '自评分').address}`,
    );
    expect(base?.cell.v).toBe(report.base / 100);
  });
});

describe('whose a rule is', () => {
  const source = { document: '郑依法行政领办〔2017〕36号', clause: '三（一）' };
  const item = {
    ...{ code: '2.1', title: '事前提示', criterion: '按情况。', fullScore: '7.00' },
    rule: { kind: 'award', step: '0.01' },
    basis: [source],
    own: '分档为自行编制',
    needs: ['punish'],
  };
  const standard = standardWith({
    notApplicable: { rule: 'renormalise', scope: 'marked' },
    facts: [{ code: 'punish', title: '行政处罚职能' }],
    sources: [{ document: source.document, title: '意见', tier: 'city' }],
    sections: [{ code: '2', title: '行政指导', items: [item] }],
    penalty: {
      title: '减分',
      entries: [
        {
          ...{ code: 'P1', title: '通报', criterion: '每次0.75分。', counting: 'sum' },
          options: [{ code: 'a', label: '通报', points: '0.75' }],
          consequence: '建议有关单位依纪依法追究责任',
        },
      ],
    },
    vetoes: [
      { code: 'V1', title: '弄虚作假', criterion: '有。', effect: 'totalZero', basis: [source] },
      { code: 'V2', title: '违法', criterion: '有。', effect: 'notRated', own: true },
    ],
  });

  it('stands beside it: document and tier, own parts, exemption, consequence, veto', async () => {
    const texts = textsOf(await bookOf(standard, assessmentWith()), SCORE).join('\n');
    for (const words of [
      '郑依法行政领办〔2017〕36号 三（一）（市级）',
      '本软件自拟：分档为自行编制',
      '合理缺项：没有行政处罚职能的单位（本软件推断，文件没有写明）',
      '文件另有规定：建议有关单位依纪依法追究责任',
      '参考标准的否决事项（非通知规定）',
      '存在“弄虚作假”，总分计零。\n出处：郑依法行政领办〔2017〕36号 三（一）',
      '存在“违法”，不得评优；是否影响推荐由推荐单位认定。\n出处：本软件自拟，非通知规定',
    ]) {
      expect(texts).toContain(words);
    }
  });

  it('an own veto zeroes no total by an official standard, in the formula neither', async () => {
    const official = officialOf({
      ...standardWith({ statement: '' }),
      vetoes: [{ code: 'V1', title: '自拟', criterion: '', effect: 'totalZero', own: true, basis: [] }],
    });
    const assessment = assessmentWith({ V1: scored({ kind: 'veto', applies: true }) });
    const report = scoreAssessment(official, assessment);
    expect(report.total).toBeGreaterThan(0);
    const total = scoreCell(await bookOf(official, assessment), '总分', '自评分').cell;
    expect(total.v).toBe(report.total / 100);
    expect(total.f).not.toContain('存在');
  });
});
