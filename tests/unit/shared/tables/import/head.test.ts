import { describe, expect, it } from 'vitest';
import { importStandard } from '../../../../../electron/services/import/import-standard.ts';
import { passScoreOf } from '../../../../../shared/tables/import/pass-score.ts';
import { parseTable } from '../table-fixture.ts';

const ROWS = '项目 | 分值 | 评分标准\n地面 | 50 | 不洁一处扣1分\n门窗 | 50 | 不洁一处扣1分';

function imported(rows: string, around: { before?: string[]; after?: string[] } = {}) {
  const { standard, warnings } = importStandard([{ ...parseTable(rows), ...around }], '考核.docx');
  return { standard, codes: warnings.map(({ code }) => code), warnings };
}

describe('the score that has to be reached', () => {
  it.each([
    ['80分以上为合格', 80],
    ['备注：80分以上为合格，80分以下为不合格。', 80],
    ['备注：80分及以上为合格，80分以下为不合格。', 80],
    ['得分80分（含）以上为合格，不足80分的为不合格', 80],
    ['考核得分低于75分的为不合格。', 75],
    ['说明：1.附加分计入总分；2.总分75分以下的为不合格；3.发生重大命案的实行一票否决。', 75],
    ['年度考核得分不满70分的，不予命名', 70],
    ['说明：85分以上为文明科室。', 85],
    ['得分在90分以上的，评为先进集体', 90],
    ['总分100分，80分以上合格，60分以下责令整改。', 80],
    ['综合得分不得低于85分，方可推荐', 85],
    ['考核达标线为80分。', 80],
    ['合格线：80分', 80],
    ['及格线80分。', 80],
    ['推荐分数线为80分。', 80],
    ['80分为合格线。', 80],
    ['满分100分，合格分数线85分。', 85],
    ['验收合格分数为85分', 85],
    ['合格线为80分，优秀线为90分。', 80],
    ['达到90分的，确定为示范单位。', 90],
  ])('is the bound of %s', (text, points) => {
    expect(passScoreOf([text])).toBe(points * 100);
  });

  it.each([
    ['grades of several bounds', '90分以上为优秀，75分以上为良好，60分以上为合格'],
    ['one grade of several', '85分以上为优秀科室'],
    ['classes of units', '90分以上为一类单位'],
    ['what lies between two bounds', '80分以上为合格，60分以下为不合格'],
    ['one item alone', '单项得分低于60分的，不予命名'],
    ['several years', '连续两年低于60分的，不予推荐'],
    ['two lines', '总分85分以上（含85分）为优秀，可推荐为省级示范点；75分以上为合格。'],
    ['two lines by their names', '市级合格线80分；省级合格线90分。'],
    ['where failing begins', '基本合格线60分，不合格线50分'],
    ['a use of the result', '得分低于60分的，扣发当月绩效'],
  ])('is not read of %s', (_, text) => {
    expect(passScoreOf([text])).toBeUndefined();
  });

  it('is no lowest grade of several', () => {
    expect(passScoreOf(['90分以上为优秀', '60分以下为不合格'])).toBeUndefined();
  });

  it('is assumed without saying that the table tells nothing', () => {
    const { standard, warnings } = imported(ROWS, { after: ['90分以上为优秀，60分以下为不合格。'] });
    expect(standard.passScore).toBe(9000);
    expect(warnings.find(({ code }) => code === 'passScoreAssumed')?.message).toBe(
      '没有读到自查参考线，暂按总分的 90%（90分）填写，请核对',
    );
  });
});

describe('the full score', () => {
  const HEAD = '部门 | 项目 | 分值 | 标准\n';
  const UNITS = `${HEAD}生产部 | 产量 | 50 | 每少1吨扣1分\n生产部 | 质量 | 50 | 次品1件扣1分\n销售部 | 销量 | 60 | 少1单扣1分\n`;

  it.each(['注：各部门满分均为100分。', '每个部门总分100分'])('is that of each department: %s', (note) => {
    const { standard, codes } = imported(`${UNITS}销售部 | 回款 | 40 | 逾期1笔扣2分`, { after: [note] });
    expect(standard.fullScore).toBe(100_00);
    expect(standard.unitCategories.map(({ title }) => title)).toEqual(['生产部', '销售部']);
    expect(codes).toContain('blocksByUnit');
    expect(codes).not.toContain('totalUnstated');
  });

  it('is asked where the departments do not make it, by what the file says', () => {
    const { warnings } = imported(`${UNITS}销售部 | 回款 | 30 | 逾期1笔扣2分`, {
      after: ['注：各部门满分均为100分。'],
    });
    expect(warnings.find(({ code }) => code === 'totalUnstated')?.message).toMatch(
      /^文件写明的总分是100分，各项分值相加是190分/,
    );
  });

  it.each([
    ['a row', '项目 | 分值 | 标准\n党建 | 100 | 少一次扣2分\n附加分 | 10 | 被报道1篇加3分\n合计 | 110 | '],
    ...['附加（10分）', '附加部分', '附加项'].map((name) => [
      name,
      `主项 | 考核项目 | 分值 | 标准\n基础 | 党建 | 100 | 少一次扣2分\n${name} | 创新 | 10 | 被报道1篇加3分\n合计 | | 110 | `,
    ]),
  ])('leaves a bonus out that 合计 counts: %s', (_, rows) => {
    const { standard, codes } = imported(rows);
    expect(standard.fullScore).toBe(100_00);
    expect(standard.bonus?.entries).toHaveLength(1);
    expect(codes).toEqual(['passScoreAssumed']);
  });
});

describe('a number alone in the last row', () => {
  it.each([
    ['is a sum where the rows make it', 100, { sums: 1, notes: [] }],
    ['is a remark where they do not', 90, { sums: 0, notes: ['90'] }],
  ])('%s', (_, number, { sums, notes }) => {
    const table = parseTable(`${ROWS}\n | ${number} | `);
    const { rows, standard } = importStandard([table], '考核.csv');
    expect(rows.filter(({ fate }) => fate === 'sum')).toHaveLength(sums);
    expect(standard.notes).toEqual(notes);
  });
});

describe('the title', () => {
  it('stands above a form that is left out', () => {
    const form = { ...parseTable('姓名： | 部门： | 月份：'), before: ['公司文件', '绩效考核表'] };
    const { standard } = importStandard([form, parseTable(ROWS, '2')], 'd22.docx');
    expect(standard.title).toBe('绩效考核表');
  });
});
