import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BookType, utils, type WorkSheet, write } from 'xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contestSheet, HEAD } from '../../shared/registers/contest/contest-sheet.ts';
import { cli } from './terminal.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'biaobing-contest-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Cell = string | number;

const sheet = (rows: readonly (readonly Cell[])[]): WorkSheet =>
  utils.aoa_to_sheet(rows.map((row) => [...row]));

async function file(sheets: Readonly<Record<string, WorkSheet>>, ending: BookType = 'xlsx'): Promise<string> {
  const book = utils.book_new();
  for (const [name, each] of Object.entries(sheets)) utils.book_append_sheet(book, each, name);
  const path = join(folder, `成绩.${ending}`);
  await writeFile(path, write(book, { type: 'buffer', bookType: ending }) as Uint8Array);
  return path;
}

const score = async (...rows: (readonly Cell[])[]) =>
  cli('contest', 'score', await file({ 成绩: sheet(rows) }), '--json');

interface Answer {
  readonly teams: readonly { readonly name: string; readonly rank: number; readonly score: string }[];
}
const placesIn = (out: string): string[] =>
  (JSON.parse(out) as Answer).teams.map(({ rank, name, score }) => `${rank} ${name} ${score}`);

describe('contest score', () => {
  it('answers in this form, and nothing else on stdout', async () => {
    const { code, out } = await score(
      ['第二届比武成绩'],
      ['作弊', '模拟执法成绩', '理论成绩', '姓名', '队伍'],
      ['', '', 88, '王一', '甲队'],
      ['', '', 88.5, '王二', '甲队'],
      ['', 90, '', '', '甲队'],
      ['是', '', 90, '李一', '乙局'],
      ['', '', 89, '李二', '乙局'],
    );
    expect(code).toBe(0);
    expect(out).toBe(
      '{"teams":[{"name":"甲队","theory":"88.25","simulation":"90.00","score":"89.30","rank":1,"note":""},{"name":"乙局","theory":"44.50","simulation":null,"score":"44.50","rank":2,"note":"只参加理论测试；1 人作弊，理论成绩按零分计算"}]}\n',
    );
  });

  it('ranks 300 names with ties, one cheat and one office that sat theory only', async () => {
    const { rows, places } = contestSheet();
    const { code, out, err } = await score(...rows);
    expect(code).toBe(0);
    expect(placesIn(out)).toEqual(places);
    expect(err).toContain('6 个队，305 行成绩');
    expect(err).toContain('四舍五入到两位小数');
  });

  it('tells people the places on stderr', async () => {
    const { code, out, err } = await cli(
      'contest',
      'score',
      await file({ 成绩: sheet([HEAD, ['甲队', '一', 90], ['甲队', '', '', 80]]) }),
    );
    expect({ code, out }).toStrictEqual({ code: 0, out: '' });
    expect(err.split('\n')[1]).toBe('第 1 名　甲队　得分 84.00：理论平均 90.00（1 人），模拟执法 80.00');
  });

  it.each<BookType>(['xlsx', 'xls', 'csv', 'ods'])('reads a .%s', async (ending) => {
    const path = await file({ 成绩: sheet([HEAD, ['甲队', '一', 90.5]]) }, ending);
    expect(placesIn((await cli('contest', 'score', path, '--json')).out)).toEqual(['1 甲队 90.50']);
  });

  it('takes theory and simulation from two sheets, and tells of others', async () => {
    const path = await file({
      理论: sheet([
        ['序号', '队伍', '姓名', '理论成绩'],
        [1, '甲队', '一', 90],
        [2, '乙队', '一', 80],
      ]),
      模拟: sheet([
        ['队伍', '模拟执法成绩'],
        ['乙队', 100],
        ['甲队', 70],
      ]),
      通知: sheet([['各队：'], ['请按时参加']]),
    });
    const { code, out, err } = await cli('contest', 'score', path, '--json');
    expect(code).toBe(0);
    expect(placesIn(out)).toEqual(['1 乙队 92.00', '2 甲队 78.00']);
    expect(err).toContain('“通知”没有“队伍”和“理论成绩”“模拟执法成绩”栏目，没有读取');
  });

  it('carries a team that is merged downwards, and one mark over all of its rows', async () => {
    const merged = sheet([HEAD, ['甲队', '一', 90, 80], ['', '二', 100, '']]);
    merged['!merges'] = [
      { s: { r: 1, c: 0 }, e: { r: 2, c: 0 } },
      { s: { r: 1, c: 3 }, e: { r: 2, c: 3 } },
    ];
    const { out } = await cli('contest', 'score', await file({ 成绩: merged }), '--json');
    expect(placesIn(out)).toEqual(['1 甲队 86.00']);
  });

  it('says of every row why it is not counted', async () => {
    const { code, err, out } = await score(
      HEAD,
      ['甲队', '一', 90],
      ['合计', '', 90],
      ['', '平均分', 90],
      HEAD,
      ['乙队', '一', 80],
      ['制表人：', '', ''],
    );
    expect(code).toBe(0);
    expect(placesIn(out)).toEqual(['1 甲队 90.00', '2 乙队 80.00']);
    expect(err).toContain('第 3 行没有计入：合计行');
    expect(err).toContain('第 4 行没有计入：合计、平均等行');
    expect(err).toContain('第 5 行没有计入：重复的表头');
    expect(err).toContain('第 7 行没有计入：表格下面的落款、说明');
  });

  it('leaves out what Excel’s 分类汇总 adds, and says so', async () => {
    const { code, out, err } = await score(
      ['队伍', '姓名', '理论成绩', '备注'],
      ['甲局', '张三', 88, '最高分'],
      ['甲局', '李四', 90, ''],
      ['甲局 平均值', '', 89, ''],
      ['乙局', '王五', 70, ''],
      ['乙局 计数', '', 1, ''],
      ['总计平均值', '', 79, ''],
    );
    expect(code).toBe(0);
    expect(placesIn(out)).toEqual(['1 甲局 89.00', '2 乙局 70.00']);
    for (const row of [4, 6, 7]) expect(err).toContain(`第 ${row} 行没有计入：合计、平均等行`);
  });

  it('ranks nobody where one of two tables with names has a mark without one', async () => {
    const named = sheet([HEAD, ['甲队', '一', 90], ['乙队', '', 80]]);
    const nameless = sheet([
      ['队伍', '理论成绩'],
      ['丙队', 70],
    ]);
    const { code, err } = await cli('contest', 'score', await file({ 一: named, 二: nameless }));
    expect(code).toBe(1);
    expect(err).toContain('【错误】“一”第 3 行：有理论成绩，没有填姓名');
    expect(err).toContain('【错误】“二”没有“姓名”一栏，却有理论成绩');
    expect(err).toContain('错误 2 处');
  });

  it('says what each column was read as, and what was left', async () => {
    const { err } = await score(['序号', '参赛单位', '考生', '笔试成绩', '排名'], [1, '甲队', '一', 90, 1]);
    expect(err).toContain(
      '读取的栏目：队伍（“参赛单位”）、姓名（“考生”）、理论成绩（“笔试成绩”）；没有用到：序号、排名',
    );
    expect(err).toContain('没有“作弊”一栏，按没有作弊计算');
  });

  it.each<[string, readonly Cell[], string]>([
    [
      'two judges',
      ['队伍', '模拟执法评委1', '模拟执法评委2'],
      '“模拟执法评委1”“模拟执法评委2”都像模拟执法成绩，请只留一栏',
    ],
    ['two rounds', ['队伍', '理论初赛成绩', '理论决赛成绩'], '“理论初赛成绩”“理论决赛成绩”都像理论成绩'],
    ['one name twice', ['队伍', '理论成绩', '理论成绩'], '“理论成绩”“理论成绩”都像理论成绩'],
    ['a part of the mark', ['队伍', '理论成绩×40%', '备注'], '是折算过的，请给出原始的理论成绩'],
    ['another part of it', ['队伍', '理论折算分', '备注'], '是折算过的，请给出原始的理论成绩'],
  ])('ranks nobody where the mark may be another one: %s', async (_, head, words) => {
    const { code, out, err } = await score(head, ['甲', 60, 90], ['乙', 70, 80]);
    expect({ code, out }).toStrictEqual({ code: 1, out: '{"teams":[]}\n' });
    expect(err).toContain(words);
  });

  it.each<[heading: string, why: string]>([
    ...['理论成绩名次', '理论扣分', '模拟执法等次', '模拟执法排序'].map((heading): [string, string] => [
      heading,
      '不是分数，请给出原始的',
    ]),
    ...['理论成绩（40分）', '模拟执法成绩（满分60）', '理论成绩（150分制）', '理论满分'].map(
      (heading): [string, string] => [heading, '不是满分100分的，请给出原始的'],
    ),
    ...['理论成绩(占40%)', '模拟执法加权成绩', '理论成绩折合'].map((heading): [string, string] => [
      heading,
      '是折算过的，请给出原始的',
    ]),
  ])('ranks nobody by what is no mark out of 100: %s', async (heading, why) => {
    const { code, out, err } = await score(['队伍', '姓名', heading], ['甲', '一', 35], ['乙', '二', 30]);
    expect({ code, out }).toStrictEqual({ code: 1, out: '{"teams":[]}\n' });
    expect(err).toContain(`“${heading.replaceAll(/[（）()]/gu, '')}”${why}`);
    expect(err).toContain('错误 1 处');
  });

  it.each([
    '理论成绩（满分100分）',
    '理论成绩（100分）',
    '理论成绩（满分：100）',
    '理论答题成绩',
    '理论成绩（百分制）',
    '理论成绩（满分100分，60分合格）',
    '理论成绩（60分及格）',
    '理论成绩（保留两位小数）',
    '理论成绩(精确到0.01分)',
    '理论成绩（折算前）',
    '理论测试成绩（未折算）',
    '理论成绩（百分制，未加权）',
    '理论原始成绩',
    '理论笔试分',
    '2026年选手法律知识理论考试最终得分（满分均为100）',
    '笔试',
    '理论成绩（占30%）',
    ...['理论闭卷考试成绩', '理论上机考试成绩', '理论线上考试成绩', '线上理论考试成绩', '理论成绩（个人）'],
    ...['法律法规理论知识测试', '法律法规理论知识测试成绩', '服务型行政执法理论考试'],
    ...['服务型行政执法理论考试成绩', '公共法律知识理论成绩'],
  ])('takes %s for a mark out of 100', async (heading) => {
    const { out } = await score(['队伍', '姓名', heading, '理论名次'], ['甲', '一', 35, 1]);
    expect(placesIn(out)).toEqual(['1 甲 35.00']);
  });

  it.each<[heading: string, text: string]>([
    ['处理结果', '因作弊取消成绩'],
    ['考试状态', '作弊'],
    ['违规情况', '夹带'],
    ['考场纪律情况', '请人替考'],
    ['处理意见', '成绩作废'],
  ])('ranks nobody beside a cell that says who cheated: %s, %s', async (heading, text) => {
    const { code, err } = await score(
      ['队伍', '姓名', '理论成绩', heading],
      ['甲', '一', 88, text],
      ['乙', '二', 80, ''],
    );
    expect(code).toBe(1);
    expect(err).toContain(`第 2 行“作弊”空着，旁边写着“${text}”，请核对：作弊的请写进“作弊”一栏`);
  });

  it.each(['无作弊', '未发现作弊、违纪', '没有违规', '正常', ''])(
    'ranks beside what denies it: %s',
    async (text) => {
      const { out } = await score(['队伍', '姓名', '理论成绩', '考场情况'], ['甲', '一', 88, text]);
      expect(placesIn(out)).toEqual(['1 甲 88.00']);
    },
  );

  it.each<[heading: string, text: string]>([
    ['是否违规', '是'],
    ['违规记录', '有'],
    ['违规记录', '1次'],
    ['有无替考', '√'],
    ['监考员', '张三（作弊）'],
    ['部门', '因作弊取消成绩'],
    ['考试情况', '由他人代考'],
    ['处理', '按零分计'],
    ['违规情况', '未按规定入场'],
    ['替考人员', '赵某'],
    ...['是', '有', '√'].map((text): [string, string] => ['是否取消成绩', text]),
  ])('ranks nobody beside what says of him that he did: %s, %s', async (heading, text) => {
    const { code, err } = await score(
      ['队伍', '姓名', '理论成绩', heading],
      ['甲', '一', 88, text],
      ['乙', '二', 80, '无'],
    );
    expect(code).toBe(1);
    expect(err).toContain(`第 2 行“作弊”空着，旁边写着“${text}”，请核对`);
    expect(err).toContain('错误 1 处');
  });

  it.each<[heading: string, text: string]>([
    ['是否违规', '否'],
    ['违规记录', '未发现'],
    ['违规情况', '无违规行为'],
    ['考试情况', '缺考，按零分计'],
    ['部门', '违规建设查处科'],
    ['执法领域', '违规建设查处'],
    ['职务', '反作弊办公室主任'],
    ['工作单位', '考试舞弊查处中心'],
    ['是否取消成绩', '否'],
    ['考试纪律', '有'],
    ['加分', '0分'],
  ])('ranks beside what says it of nobody: %s, %s', async (heading, text) => {
    const { out } = await score(['队伍', '姓名', '理论成绩', heading], ['甲', '一', 88, text]);
    expect(placesIn(out)).toEqual(['1 甲 88.00']);
  });

  it('takes 否 for an answer to the remarks', async () => {
    const said = (cheat: string) =>
      score(['队伍', '姓名', '理论成绩', '作弊', '备注'], ['甲', '一', 88, cheat, '按零分计']);
    expect((await said('')).code).toBe(1);
    expect((await said('/')).code).toBe(1);
    expect(placesIn((await said('否')).out)).toEqual(['1 甲 88.00']);
  });

  const noted = async (note: string, { isAbove = false, cheat = '' } = {}) => {
    const lines: Cell[][] = [HEAD.slice(), ['甲局', '张三', 88, '', cheat], ['乙局', '王五', 85, '', '']];
    const across: Cell[] = [note, '', '', '', ''];
    const marks = sheet(isAbove ? [across, ...lines] : [...lines, across]);
    marks['!merges'] = [utils.decode_range(isAbove ? 'A1:E1' : 'A4:E4')];
    return cli('contest', 'score', await file({ 成绩: marks }), '--json');
  };

  it.each([
    ...['说明：乙局王五理论考试作弊', '注：张三作弊，成绩按零分计算', '备注：张三替考的，按零分计'],
    ...['经查实，张三存在作弊行为的，取消成绩', '作弊的按零分计，其中王五按零分计', '乙局有1人作弊'],
    ...['注：赵某作弊的按零分计', '作弊', '注：*为作弊', '发现2名选手作弊的，已取消成绩', '作弊人员：赵某'],
    '有作弊行为的取消成绩。甲局1人违纪',
    ...[
      '注：除甲局张三外，其他人员未发现作弊',
      '注：其余人员未发现作弊（甲局张三除外）',
      '除赵某外未发现违纪作弊',
    ],
    ...[
      '无作弊情况，张三除外',
      '未发现作弊。王五除外',
      '唯赵某违反纪律，其余无舞弊',
      '乙局王五理论成绩为零分',
    ],
    ...['注：张三成绩清零', '张三取消参赛资格', '注：张三冒名顶替', '注：张三违反考场纪律', '注：张三按0计'],
  ])('ranks nobody where a text around the rows says who cheated: %s', async (note) => {
    for (const isAbove of [false, true]) {
      const { code, err } = await noted(note, { isAbove });
      expect(code).toBe(1);
      expect(err).toContain(`【错误】第 ${isAbove ? 1 : 4} 行写着“${note}”，请核对“作弊”一栏：作弊的请写进`);
    }
  });

  it.each([
    ...['注：作弊的按零分计', '注：作弊的，成绩按零分计算。', '有作弊行为的取消成绩', '如有作弊，成绩作废'],
    ...['凡作弊者，一律取消成绩', '2.考试中如发现作弊、替考等行为的，取消本人成绩并通报', '注：作弊按零分计'],
    ...['比武成绩表（严禁作弊）', '说明：参赛人员弄虚作假的，将相关成绩按零分计算', '本次考试未发现作弊'],
    ...['注：缺考的，一律按零分计', '试验市违法违规建设执法比武成绩表', '张三缺考，按零分计'],
    ...['一经发现作弊，成绩无效', '考场纪律：不准夹带、抄袭、替考', '说明：“作弊”一栏填是或否'],
    ...['试验市2026年比武成绩（作弊的按零分计）', '对违反考场纪律、有作弊行为的选手，取消成绩'],
    ...[
      '注：作弊0人',
      '作弊人数：0',
      '违纪情况：无',
      '注：违纪、作弊情况：无',
      '全体未发现作弊',
      '满分按100分计',
    ],
    ...[
      '注：发现作弊的，相关人员理论成绩、所在队模拟执法成绩按零分计算',
      '作弊的取消比赛资格',
      '乙局作弊0人',
    ],
    ...[
      '填表说明：有作弊行为的在“作弊”栏填写“理论作弊”或“模拟执法作弊”',
      '除缺考按零分计的外，其余按实际成绩计',
    ],
    ...['王五在反作弊培训中表现突出', '缺考的，不计成绩', '弃权的成绩为零分', '无作弊及其他违纪行为'],
  ])('ranks below and above a rule: %s', async (note) => {
    for (const isAbove of [false, true])
      expect(placesIn((await noted(note, { isAbove })).out)).toEqual(['1 甲局 88.00', '2 乙局 85.00']);
  });

  it('ranks where all who are named around the rows are in the column for it', async () => {
    const note = '注：甲局张三作弊，成绩按零分计算';
    expect(placesIn((await noted(note, { cheat: '是' })).out)).toEqual(['1 乙局 85.00', '2 甲局 0.00']);
    expect((await noted('注：张三、王五作弊', { cheat: '是' })).code).toBe(1);
  });

  it.each<[note: string, cells: readonly [person: string, team: string], isAnswered: boolean]>([
    ['注：甲局在模拟执法中作弊', ['是', ''], false],
    ['注：甲局在模拟执法中作弊', ['理论和模拟执法', ''], true],
    ['注：甲局在模拟执法中作弊', ['', '是'], true],
    ['注：甲局张三理论考试作弊', ['', '是'], false],
    ['注：甲局张三理论考试作弊', ['是', ''], true],
    ['注：甲局张三理论作弊，甲局模拟执法也作弊', ['理论作弊', ''], false],
    ['注：甲局张三理论作弊，甲局模拟执法也作弊', ['理论作弊', '是'], true],
    ['注：理论考试和模拟执法中，甲局张三作弊', ['是', ''], false],
    ['注：甲局张三作弊，乙局王五作弊，理论成绩均按零分计', ['是', ''], false],
    ['注：甲局张三、乙局王五作弊', ['是', ''], false],
    ['注：甲局张三、乙局作弊', ['是', ''], false],
    ['注：甲局张三、乙局张三作弊', ['是', ''], false],
    ['注：除甲局张三外，其他人员未发现作弊', ['是', ''], true],
  ])('asks until the mark that is named is void: %s %j', async (note, [person, team], isAnswered) => {
    const { code } = await score(
      HEAD,
      ...[
        ['甲局', '张三', 88, '', person],
        ['甲局', '', '', 60, team],
      ],
      ...[
        ['乙局', '王五', 85, ''],
        ['乙局', '张三', 80],
        ['乙局', '', '', 95],
      ],
      [note],
    );
    expect(code).toBe(isAnswered ? 0 : 1);
  });

  it.each<[text: string, cheat: string, code: number, words: string]>([
    ['作弊', '否', 0, '备注写着“作弊”，作弊一栏填的是“否”，没有按作弊计算'],
    ['试卷作废', '', 1, '备注写着“试卷作废”，作弊一栏空着'],
    ['特邀队', '否', 0, '备注没有计入成绩，影响成绩、名次的请另行处理：“特邀队”'],
  ])('reads what stands beside a row without a heading: %s', async (text, cheat, code, words) => {
    const head = ['队伍', '姓名', '理论成绩', '模拟执法成绩', '作弊'];
    const said = await score(head, ['甲', '一', 88, '', cheat, text], ['乙', '二', 80, '', '否']);
    expect(said.code).toBe(code);
    expect(said.err).toContain(words);
  });

  it.each(['作弊人数：0', '违纪情况：无', '监考人：李某某　核分人：王某'])(
    'takes what is said of nobody for no team: %s',
    async (text) => {
      const { code, err } = await score(HEAD, ['甲', '一', 88], [text]);
      expect(code).toBe(0);
      expect(err).toContain('第 3 行没有计入：表格下面的落款、说明');
    },
  );

  it.each([...['团体成绩', '现场执法成绩', '实操得分', '执法模拟', '演练分数', '模拟执法分值']])(
    'asks whether %s is the simulation where no column is',
    async (heading) => {
      const head = ['队伍', '姓名', '理论成绩', heading];
      const { code, err } = await score(head, ['甲', '一', 88, 60], ['乙', '二', 80, 95]);
      expect(code).toBe(1);
      expect(err).toContain(`【错误】“${heading}”是不是模拟执法成绩：是的请改叫“模拟执法成绩”，不是的请删去`);
      expect((await score([...head, '模拟执法成绩'], ['甲', '一', 88, 60, ''])).code).toBe(1);
      expect((await score([...head, '模拟执法成绩'], ['甲', '一', 88, 60, 70])).code).toBe(0);
      expect((await score(head, ['甲', '一', 88, '良好'])).code).toBe(0);
    },
  );

  it.each([
    '总成绩',
    '综合得分',
    '理论平均分',
    '折算分',
    '附加分',
    '扣分',
    '年度学分',
    '平均成绩',
    '模拟序号',
  ])('asks nothing of %s', async (heading) => {
    expect((await score(['队伍', '姓名', '理论成绩', heading], ['甲', '一', 88, 60])).code).toBe(0);
  });

  it('asks about a sheet that says what it is and is not read', async () => {
    const named = (rows: Cell[][], name = '模拟执法') =>
      file({ 理论: sheet([HEAD.slice(0, 3), ['甲', '一', 88], ['乙', '二', 80]]), [name]: sheet(rows) });
    const told = async (path: string) => {
      const { code, err } = await cli('contest', 'score', path);
      return { code, err };
    };
    const marks = [
      ['甲', 60],
      ['乙', 95],
    ];
    const column = await told(await named([['队伍', '得分'], ...marks]));
    expect(column.code).toBe(1);
    expect(column.err).toContain('【错误】“模拟执法”“得分”是不是模拟执法成绩');
    for (const path of [
      await named([['队伍', '表现'], ...marks]),
      await named([['模拟执法情况', ''], ['队伍', '表现'], ...marks], '第二张'),
    ]) {
      const { code, err } = await told(path);
      expect(code).toBe(1);
      expect(err).toContain(
        '像是模拟执法成绩，没有读取：是的请把成绩一栏改叫“模拟执法成绩”，不是的请删去这张表',
      );
    }
    expect((await told(await named([['队伍', '电话'], ...marks], '联系表'))).code).toBe(0);
  });

  it('ranks nobody by a summary beside the marks of persons', async () => {
    const path = await file({
      理论: sheet([HEAD.slice(0, 3), ['甲', '一', 88], ['甲', '二', 81], ['乙', '三', 60]]),
      排名: sheet([
        ['名次', '队伍', '理论成绩'],
        [1, '甲', 84.5],
        [2, '乙', 60],
      ]),
    });
    const { code, err } = await cli('contest', 'score', path);
    expect(code).toBe(1);
    expect(err).toContain(
      '【错误】“排名”没有“姓名”一栏，却有理论成绩，别的表是逐人的：像是汇总，请删去这张表；是逐人成绩的请加“姓名”一栏',
    );
    const alone = await score(['名次', '队伍', '理论成绩', '总成绩'], [1, '甲', 84.5, 84.5]);
    expect(placesIn(alone.out)).toEqual(['1 甲 84.50']);
  });

  it('keeps a simulation that stands in a row with another name for its team', async () => {
    const named = (name: string) =>
      score(HEAD, ['甲局', '张三', 88], ['甲局', name, '', 60], ['乙局', '王五', 85], ['乙局', '', '', 95]);
    const own = ['1 乙局 91.00', '2 甲局 71.20'];
    for (const name of ['团体', '全队', '第一组']) expect(placesIn((await named(name)).out)).toEqual(own);
    const { code, err } = await named('合计');
    expect(code).toBe(1);
    expect(err).toContain('【错误】第 3 行：甲局的模拟执法成绩只写在合计、平均等行');
  });

  it.each([
    ...['模拟执法团体成绩', '模拟执法（团体）', '情景模拟执法', '情景模拟执法成绩', '模拟执法最后得分'],
    ...['模拟执法最终得分', '模拟执法成绩（去掉最高最低分后平均）', '团体模拟执法成绩'],
    ...['模拟执法成绩（去掉一个最高分和一个最低分后取平均分）', '模拟执法得分（去掉最高、最低分后平均）'],
  ])('takes %s for the simulation', async (heading) => {
    const { out } = await score(['队伍', '姓名', '理论成绩', heading], ['甲', '一', 80, 90]);
    expect(placesIn(out)).toEqual(['1 甲 86.00']);
  });

  it.each(['模拟考试成绩', '理论模拟考试成绩', '模拟测试', '模拟答题得分', '模拟笔试成绩', '模拟机考'])(
    'asks what %s is, alone and beside the marks',
    async (heading) => {
      for (const others of [[], ['理论成绩']] as const) {
        const head = ['队伍', '姓名', ...others, heading];
        const { code, out } = await score(head, ['甲', '一', 80, 90], ['乙', '二', 70, 99]);
        expect({ code, out }).toStrictEqual({ code: 1, out: '{"teams":[]}\n' });
      }
    },
  );

  it('says how a column is to be called that is the mark', async () => {
    const { err } = await score(['队伍', '姓名', '理论决赛成绩'], ['甲', '一', 80]);
    expect(err).toContain('这一栏就是100分制的理论成绩的，请改叫“理论成绩”');
  });

  it('reads who cheated in which part below a heading of each, and a cell that says neither keeps all from being ranked', async () => {
    const head = ['队伍', '姓名', '理论成绩', '模拟执法成绩', '理论作弊', '模拟执法作弊'];
    const rows = [
      ['甲', '一', 88, '', '是', ''],
      ['甲', '', '', 90, '', '否'],
      ['乙', '二', 80, '', '无', ''],
      ['乙', '', '', 70, '', '有'],
    ];
    const { out } = await score(head, ...rows);
    expect(placesIn(out)).toEqual(['1 甲 54.00', '2 乙 32.00']);
    const { code, err } = await score(head, ...rows, ['丙', '三', 60, '', '待定', '']);
    expect({ code, isSaid: err.includes('作弊“待定”看不出是不是作弊') }).toEqual({ code: 1, isSaid: true });
  });

  it('asks for one column where several say who cheated', async () => {
    const { code, err } = await score(
      ['队伍', '姓名', '理论成绩', '作弊', '作弊'],
      ['甲', '一', 88, '', '是'],
    );
    expect(code).toBe(1);
    expect(err).toContain('“作弊”以外还有“作弊”：请合成“作弊”一栏');
  });

  it.each([
    '理论加分',
    '理论成绩（含加分）',
    '理论进步分',
    '理论标准分',
    '模拟执法2',
    '模拟执法得分40',
    '模拟执法评委1',
    '模拟执法决赛',
  ])('ranks nobody by what nobody can tell: %s', async (heading) => {
    const { code, err } = await score(['队伍', '姓名', heading], ['甲', '一', 35], ['乙', '二', 30]);
    expect(code).toBe(1);
    expect(err).toContain('看不出是不是满分100分的成绩，请给出原始的');
  });

  it.each([
    ...['理论座位号', '理论考场', '理论准考证号', '模拟执法抽签号', '模拟执法场次', '模拟执法组别'],
    ...[
      '模拟执法台号',
      '模拟执法工位',
      '理论用时',
      '理论考试日期',
      '理论及格线',
      '理论名次',
      '理论客观题得分',
    ],
    '总成绩（理论×40%+模拟执法×60%）',
  ])('ranks beside what is no mark: %s', async (heading) => {
    const { out } = await score(
      ['队伍', '姓名', heading, '理论成绩'],
      ['甲', '一', 3, 88],
      ['乙', '二', 9, 80],
    );
    expect(placesIn(out)).toEqual(['1 甲 88.00', '2 乙 80.00']);
  });

  it('reads marks below their groups, and none whose group says that they are others', async () => {
    const grouped = async (theory: string, group = '模拟执法'): Promise<string[]> => {
      const marks = sheet([
        ['队伍', '姓名', theory, '', group, ''],
        ['', '', '成绩', '名次', '成绩', '抽签号'],
        ['甲', '一', 90, 1, 80, 7],
      ]);
      marks['!merges'] = ['A1:A2', 'B1:B2', 'C1:D1', 'E1:F1'].map((each) => utils.decode_range(each));
      return placesIn((await cli('contest', 'score', await file({ 成绩: marks }), '--json')).out);
    };
    expect(await grouped('理论测试')).toEqual(['1 甲 84.00']);
    expect(await grouped('理论（占40%）', '模拟执法（占60%）')).toEqual(['1 甲 84.00']);
    expect(await grouped('理论（40分）')).toEqual([]);
    expect(await grouped('理论（折算）')).toEqual([]);
  });

  it('leaves out an average beside marks of the same sheet, and nothing else', async () => {
    const path = await file({
      理论: sheet([HEAD.slice(0, 3), ['甲局', '张三', 88], ['甲局', '李四', 86], ['乙局', '王五', 89]]),
      汇总: sheet([
        ['队伍', '理论平均分', '模拟执法成绩'],
        ['甲局', 87, 95],
        ['乙局', 89, 60],
      ]),
    });
    const { out, err } = await cli('contest', 'score', path, '--json');
    expect(placesIn(out)).toEqual(['1 甲局 91.80', '2 乙局 71.60']);
    expect(err).toContain('“汇总”“理论平均分”是算好的平均分，不是每个人的成绩，没有读取');
  });

  it.each(['未作弊', '无作弊承诺书', '作弊处理结果', '不存在弄虚作假', '没有作弊', '作弊人数'])(
    'ranks nobody beside what may say who cheated: %s',
    async (heading) => {
      const { code, out, err } = await score([...HEAD.slice(0, 4), heading], ['甲', '一', 88, '', '有']);
      expect({ code, out }).toStrictEqual({ code: 1, out: '{"teams":[]}\n' });
      expect(err).toContain(`“${heading}”看不出是不是“作弊”`);
      expect(err).not.toContain('没有“作弊”一栏');
    },
  );

  it.each([
    '有无弄虚作假行为',
    '是否有作弊情形',
    '违纪情况',
    '是否舞弊',
    '有无违纪',
    '是否作弊（是/否）',
    '考试作弊',
  ])('reads who cheated below %s', async (heading) => {
    const { out, err } = await score(
      [...HEAD.slice(0, 3), heading],
      ['甲', '一', 88, '有'],
      ['乙', '二', 80, '无'],
      ['丙', '三', 70, '是'],
      ['丁', '四', 60, '否'],
    );
    expect(placesIn(out)).toEqual(['1 乙 80.00', '2 丁 60.00', '3 甲 0.00', '3 丙 0.00']);
    expect(err).not.toContain('没有“作弊”一栏');
  });

  it('ranks nobody by the left one of two tables side by side', async () => {
    const { code, err } = await score(
      ['队伍', '理论成绩', '', '队伍', '理论成绩'],
      ['甲', 60, '', '丙', 90],
      ['乙', 70, '', '丁', 80],
    );
    expect(code).toBe(1);
    expect(err).toContain('有几栏都叫“队伍”，像是左右并排的几张表');
  });

  it('takes columns that are made of the marks for what they are', async () => {
    const { out } = await score(
      ['队伍', '姓名', '理论排名', '理论折算分', '理论成绩', '理论平均分'],
      ['甲', '一', 2, 24, 60, 60],
      ['乙', '二', 1, 28, 70, 70],
    );
    expect(placesIn(out)).toEqual(['1 乙 70.00', '2 甲 60.00']);
  });

  it('reads neither a sheet of averages nor a hidden one, and says so', async () => {
    const marks = sheet([HEAD, ['甲', '一', 90], ['甲', '二', 80], ['乙', '三', 84]]);
    const averages = sheet([
      ['名次', '队伍', '理论平均分', '得分'],
      [1, '甲', 85, 85],
      [2, '乙', 84, 84],
    ]);
    const old = sheet([HEAD, ['丙', '一', 99]]);
    const book = utils.book_new();
    for (const [name, each] of Object.entries({ 成绩: marks, 名次: averages, 去年: old }))
      utils.book_append_sheet(book, each, name);
    book.Workbook = { Sheets: [{}, {}, { Hidden: 1 }] };
    const path = join(folder, '三张.xlsx');
    await writeFile(path, write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array);
    const { out, err } = await cli('contest', 'score', path, '--json');
    expect(placesIn(out)).toEqual(['1 甲 85.00', '2 乙 84.00']);
    expect(err).toContain('“理论平均分”是算好的平均分，不是每个人的成绩，没有读取');
    expect(err).toContain('是隐藏的工作表，没有读取');
  });

  it('ranks nobody where a row cannot be read, and names each', async () => {
    const { code, out, err } = await score(HEAD, ['甲队', '一', 90], ['甲队', '二', '缺考'], ['', '三', 80]);
    expect({ code, out }).toStrictEqual({ code: 1, out: '{"teams":[]}\n' });
    expect(err).toContain('【错误】第 3 行：理论成绩“缺考”：没有成绩的怎样计算，文件没有写明');
    expect(err).toContain('【错误】第 4 行：没有填队伍');
    expect(err).toContain('错误 2 处，没有排名次');
  });

  it('says what a table must have where it has none of it', async () => {
    const { code, out, err } = await score(['单位', '电话'], ['甲队', '123']);
    expect({ code, out }).toStrictEqual({ code: 1, out: '{"teams":[]}\n' });
    expect(err).toContain('没有读到成绩。表格要有“队伍”“姓名”“理论成绩”“模拟执法成绩”“作弊”栏目');
  });

  it.each<[string, readonly string[], number]>([
    ['no action', ['contest'], 2],
    ['another action', ['contest', 'rank', 'a.xlsx'], 2],
    ['no file', ['contest', 'score'], 2],
    ['two files', ['contest', 'score', 'a.xlsx', 'b.xlsx'], 2],
    ['an option of another command', ['contest', 'score', 'a.xlsx', '--out', 'b'], 2],
    ['a file that is not there', ['contest', 'score', '/nowhere/a.xlsx', '--json'], 3],
  ])('%s: exit code', async (_, line, expected) => {
    const { code, out, err } = await cli(...line);
    expect({ code, out }).toStrictEqual({ code: expected, out: '' });
    expect(err).not.toBe('');
  });

  it('says in words what is no table', async () => {
    const path = join(folder, 'a.xlsx');
    await writeFile(path, 'PK\u0003\u0004 broken');
    const { code, out, err } = await cli('contest', 'score', path, '--json');
    expect({ code, out }).toStrictEqual({ code: 1, out: '' });
    expect(err).not.toContain('Error');
  });
});
