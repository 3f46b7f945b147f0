import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ContestRow } from '../../../../../shared/registers/contest/rows.ts';
import { scoreContest, type Team } from '../../../../../shared/registers/contest/score.ts';
import { formatPoints } from '../../../../../shared/values/points.ts';

/** [队伍, 姓名, 理论成绩, 模拟执法成绩, 作弊], in the order of their rows. */
type Cells = readonly [
  team: string,
  name?: string,
  theory?: string,
  simulation?: string,
  cheat?: string,
  note?: string,
];

const rowsOf = (cells: readonly Cells[]): ContestRow[] =>
  cells.map(([team, name = '', theory = '', simulation = '', cheat = '', note = ''], at) => ({
    ...{ at: String(at + 1), team, name, theory, simulation, cheat, note },
  }));
const contest = (...cells: Cells[]) => scoreContest(rowsOf(cells));
const told = ({ rank, name, theory, simulation, score }: Team): string =>
  [
    rank,
    name,
    formatPoints(theory),
    simulation === undefined ? '-' : formatPoints(simulation),
    formatPoints(score),
  ].join(' ');
const places = (...cells: Cells[]): string[] => contest(...cells).teams.map(told);
const faults = (...cells: Cells[]): string[] =>
  contest(...cells).faults.map(({ at, message }) => `${at.join('、')} ${message}`);

describe('a contest', () => {
  it('is theory × 40 % and simulation × 60 %, theory alone where a team sat nothing else', () => {
    expect(
      places(
        ['甲队', '王一', '88'],
        ['甲队', '王二', '88.5'],
        ['甲队', '', '', '90'],
        ['乙局', '李一', '89.3'],
        ['丙队', '赵一', '100'],
        ['丙队', '', '', '60'],
      ),
    ).toEqual(['1 甲队 88.25 90.00 89.30', '1 乙局 89.30 - 89.30', '3 丙队 100.00 60.00 76.00']);
  });

  it.each<[string, readonly string[], string]>([
    ['a third goes down', ['100', '100', '99'], '99.67'],
    ['a half goes up', ['90', '90.01'], '90.01'],
    ['just below a half goes down', ['90', '90.00999'], '90.00'],
    ['nothing is lost of many decimals', ['0.005'], '0.01'],
    ['no float is in it', ['1.005'], '1.01'],
    ['zero counts', ['0', '100'], '50.00'],
    ['full width, units and signs of an input method', ['８８', '88分', '88。0'], '88.00'],
  ])('rounds the average half up, once: %s', (_, marks, average) => {
    const { teams } = contest(...marks.map((mark, at): Cells => ['甲队', `人${at}`, mark]));
    expect(teams.map(({ theory }) => formatPoints(theory))).toEqual([average]);
  });

  it('is made of the two figures as they are shown, so that anybody who adds up gets the same', () => {
    // By the exact average it would be 33.3333 × 0.4 + 60.01 × 0.6 = 49.3393; by 33.33 it is 49.338.
    expect(places(['甲队', '一', '33.3333'], ['甲队', '', '', '60.01'])).toEqual([
      '1 甲队 33.33 60.01 49.34',
    ]);
    expect(places(['甲队', '一', '90'], ['甲队', '', '', '91.3333333'])).toEqual([
      '1 甲队 90.00 91.33 90.80',
    ]);
  });

  it('gives equal scores one rank and leaves out the next', () => {
    const cells: Cells[] = ['80', '90', '90', '70'].map((mark, at) => [`${at + 1}队`, '一', mark]);
    expect(places(...cells)).toEqual([
      '1 2队 90.00 - 90.00',
      '1 3队 90.00 - 90.00',
      '3 1队 80.00 - 80.00',
      '4 4队 70.00 - 70.00',
    ]);
  });

  it('knows a team however it is spaced', () => {
    expect(places(['甲 队', '一', '80'], ['甲队', '二', '90'], ['甲　队', '', '', '100'])).toEqual([
      '1 甲 队 85.00 100.00 94.00',
    ]);
  });

  it('takes one mark of a simulation that stands in every row of its team', () => {
    expect(places(['甲队', '一', '80', '100'], ['甲队', '二', '90', '100.0'])).toEqual([
      '1 甲队 85.00 100.00 94.00',
    ]);
  });
});

describe('cheating in a contest', () => {
  const simulated: Cells = ['甲队', '', '', '90'];
  it.each<[string, readonly Cells[], string, string]>([
    [
      'a person’s mark is 0 and counts',
      [['甲队', '一', '80', '', '是'], ['甲队', '二', '90'], simulated],
      '1 甲队 45.00 90.00 72.00',
      '1 人作弊，理论成绩按零分计算',
    ],
    [
      'a person who was given no mark',
      [['甲队', '一', '', '', '作弊'], ['甲队', '二', '90'], simulated],
      '1 甲队 45.00 90.00 72.00',
      '1 人作弊，理论成绩按零分计算',
    ],
    [
      'a team’s simulation is 0',
      [
        ['甲队', '一', '80'],
        ['甲队', '', '', '90', '√'],
      ],
      '1 甲队 80.00 0.00 32.00',
      '模拟执法作弊，成绩按零分计算',
    ],
    [
      'said by name, beside both marks',
      [['甲队', '一', '80', '90', '模拟执法']],
      '1 甲队 80.00 0.00 32.00',
      '模拟执法作弊，成绩按零分计算',
    ],
    [
      'in both',
      [['甲队', '一', '80', '90', '理论和模拟执法']],
      '1 甲队 0.00 0.00 0.00',
      '1 人作弊，理论成绩按零分计算；模拟执法作弊，成绩按零分计算',
    ],
    ...['理论作弊', '理论测试成绩', '作弊（理论成绩）', '作弊：理论', '理论作弊 '].map(
      (cheat): [string, readonly Cells[], string, string] => [
        `said as ${cheat}`,
        [['甲队', '一', '80', '90', cheat]],
        '1 甲队 0.00 90.00 54.00',
        '1 人作弊，理论成绩按零分计算',
      ],
    ),
    [
      'of a row without a name',
      [
        ['甲', '', '95', '', '是'],
        ['甲', '', '85'],
      ],
      '1 甲 42.50 - 42.50',
      '只参加理论测试；1 人作弊，理论成绩按零分计算',
    ],
    [
      'of a team that sat theory only',
      [['甲局', '一', '80', '', '是']],
      '1 甲局 0.00 - 0.00',
      '只参加理论测试；1 人作弊，理论成绩按零分计算',
    ],
    [
      '否, 无, × and 0 are none',
      ['否', '无', '×', '0', '－'].map((no) => ['甲局', `选手${no}`, '80', '', no]),
      '1 甲局 80.00 - 80.00',
      '只参加理论测试',
    ],
  ])('%s', (_, cells, place, note) => {
    const { teams, faults } = contest(...cells);
    expect(faults).toEqual([]);
    expect(teams.map(told)).toEqual([place]);
    expect(teams[0]?.note).toBe(note);
  });
});

describe('what is wrong in the table of a contest', () => {
  const good: Cells = ['乙队', '一', '80'];
  it.each<[string, readonly Cells[], string]>([
    ['no team', [['', '一', '80']], '没有填队伍'],
    ['no number', [['甲队', '一', '良好']], '理论成绩“良好”读不出来：请输入数字，例如 2.5'],
    ['another sign', [['甲队', '一', '8①']], '理论成绩“8①”读不出来'],
    ['below 0', [['甲队', '一', '−1']], '不能小于 0'],
    ['above 100', [['甲队', '', '', '100.01']], '模拟执法成绩“100.01”大于 100：本软件按 0 至 100 分计算'],
    ['no mark', [['甲队', '一']], '没有填成绩。没有成绩的怎样计算，文件没有写明'],
    ['not there', [['甲队', '一', '缺考']], '理论成绩“缺考”：没有成绩的怎样计算，文件没有写明'],
    ['a team and nothing else', [['甲队']], '没有填成绩'],
    [
      'two simulations',
      [
        ['甲队', '一', '80', '90'],
        ['甲队', '二', '80', '91'],
      ],
      '甲队有几个不同的模拟执法成绩',
    ],
    ['no theory', [['甲队', '', '', '90']], '甲队有模拟执法成绩，没有理论成绩，算不出得分'],
    ['whose cheating', [['甲队', '一', '80', '90', '是']], '请写明是“理论成绩”还是“模拟执法成绩”'],
    ['cheating perhaps', [['甲队', '一', '80', '', '疑似']], '作弊“疑似”看不出是不是作弊'],
    ['cheating in what it has not', [['甲队', '', '', '80', '理论']], '这一行没有姓名和理论成绩'],
    ...[
      '疑似理论作弊',
      '理论未作弊',
      '理论：否',
      '理论无，模拟有',
      '理论、模拟均无',
      '模拟执法无作弊',
      '理论待查',
    ].map((cheat): [string, readonly Cells[], string] => [
      `whether: ${cheat}`,
      [['甲队', '一', '80', '', cheat]],
      `作弊“${cheat}”看不出是不是作弊`,
    ]),
    ['who was not there', [['甲队', '', '', '缺席']], '没有参加模拟执法的请空着'],
  ])('is told, and nobody is ranked: %s', (_, cells, words) => {
    expect(faults(good, ...cells).join('\n')).toContain(words);
    expect(contest(good, ...cells).teams).toEqual([]);
    expect(contest(good).teams).toHaveLength(1);
  });

  it('is told all at once', () => {
    expect(faults(['甲队', '一', '缺考'], ['', '二', '80'], good, ['丙队', '', '', '90'])).toHaveLength(3);
  });

  it.each(['合计', '平均分', '最高分'])('leaves out %s, and says so', (foot) => {
    const { teams, faults, remarks } = contest(good, [foot, '', '80'], ['乙队', foot, '80']);
    expect(faults).toEqual([]);
    expect(teams.map(told)).toEqual(['1 乙队 80.00 - 80.00']);
    expect(remarks).toEqual([{ at: ['2', '3'], message: '合计、平均等行不是成绩，没有计入' }]);
  });

  it.each<[string, readonly Cells[]]>([
    ...['甲局 平均值', '甲局 计数', '甲局平均分', '甲局（平均）', '甲局得分', '甲局汇总'].map(
      (team): [string, readonly Cells[]] => [team, [[team, '', '89']]],
    ),
    ...['总计平均值', '全市平均', '参赛人数', '及格率', '满分', '权重', '标准差', '总计数'].map(
      (team): [string, readonly Cells[]] => [team, [[team, '', '89', '60']]],
    ),
    ...[
      ...['市直平均', '各县区平均', '县区平均', '本次平均', '各单位平均', '总均分', '及格线', '优秀线'],
      ...['分数线', '合格率', '满分值', '小组小计', '平均成绩（分）', 'AVERAGE', '甲局最好成绩'],
    ].map((team): [string, readonly Cells[]] => [team, [[team, '', '89', '95']]]),
    ...[
      ...['本队平均', '队平均分', '人均', '队均', '平均（本队）', '平 均', '三人平均'],
      ...['团体总分', '队伍成绩', '理论得分', '参赛人数', '分数线', '及格', '满分', '本队小计', 'average'],
    ].map((name): [string, readonly Cells[]] => [`${name} for a name`, [['甲局', name, '89', '95']]]),
    ['甲局平均 for a name', [['甲局', '甲局平均', '89']]],
    ['甲局平均 of —', [['甲局平均', '—', '89']]],
  ])('leaves out what is made of marks, and says so: %s', (_, cells) => {
    for (const name of ['一', '']) {
      const { teams, faults, remarks } = contest(['甲局', name, '90'], ['甲局', '', '', '60'], ...cells);
      expect(faults).toEqual([]);
      expect(teams.map(told)).toEqual(['1 甲局 90.00 60.00 72.00']);
      expect(remarks).toEqual([{ at: ['3'], message: '合计、平均等行不是成绩，没有计入' }]);
    }
  });

  it.each([
    ...[
      '团体',
      '全队',
      '集体',
      '团队',
      '小组',
      '第一组',
      '2组',
      '团体赛',
      '全体队员',
      '第一小组',
      '团体成绩',
    ],
    ...['模拟执法成绩', '甲局代表队'],
  ])('takes a simulation of %s for that of the team, and a theory mark for nobody’s', (name) => {
    for (const person of ['一', ''])
      expect(places(['甲局', person, '90'], ['甲局', name, '', '60'])).toEqual(['1 甲局 90.00 60.00 72.00']);
    for (const theory of ['89', '0'])
      expect(faults(['甲局', '一', '90'], ['甲局', name, theory, '95'])).toEqual([
        '2 姓名一栏写的不是一个人，却有理论成绩：是一个人的请填姓名；是全队的，理论成绩请逐人填写，这一行只留模拟执法成绩',
      ]);
    for (const no of ['', '否'])
      expect(places(['甲局', '一', '90'], ['甲局', name, '', '', no])).toEqual(['1 甲局 90.00 - 90.00']);
    expect(faults(['甲局', '一', '90'], ['甲局', name, '', '', '是'])).toHaveLength(1);
  });

  it.each<[team: string, name: string]>([
    ...['平均', '队平均分', '合计', '总分', '得分', '理论得分', '团体总分', '小计'].map(
      (name): [string, string] => ['甲局', name],
    ),
    ...['甲局 平均值', '甲局小计', '甲局最好成绩'].map((team): [string, string] => [team, '']),
  ])('leaves no simulation out that its team has nowhere else: %s %s', (team, name) => {
    const cells: Cells[] = [
      ['甲局', '一', '90'],
      ['乙局', '二', '80'],
    ];
    for (const theory of ['', '89'])
      expect(faults(...cells, [team, name, theory, '95'])).toEqual([
        '3 甲局的模拟执法成绩只写在合计、平均等行：是这个队的成绩，请另写一行，只填队伍和模拟执法成绩；不是的请删去',
      ]);
    expect(faults(...cells, [team, name, '89', '0'])).toEqual([]);
    expect(faults(...cells, ['甲局', '', '', '60'], [team, name, '89', '95'])).toEqual([]);
  });

  it.each(['全市', '', '合计', '全市平均'])('leaves out an average of %s that no team has', (team) => {
    expect(faults(['甲局', '一', '90'], [team, '平均', '89', '95'])).toEqual([]);
  });

  it.each<[note: string, mark: string, isFault: boolean]>([
    ...['按零分计', '成绩取消', '成绩无效', '成绩作废', '由他人代考', '替考', '作弊，成绩按零分计算'].map(
      (note): [string, string, boolean] => [note, '88', true],
    ),
    ...[
      ...[
        '零分',
        '0分',
        '０分',
        '成绩为零分',
        '0分处理',
        '按0计',
        '成绩按零计算',
        '成绩清零',
        '取消参赛资格',
      ],
      ...['取消比赛资格', '取消考试资格', '冒名顶替', '违反考场纪律', '他人代答', '不计成绩', '作弊'],
      ...['理论作弊', '夹带', '违规', '抄袭', '违规情况：是', '是否取消成绩：是'],
      ...['作废', '试卷作废', '答题卡作废', '判为无效', '视为无效', '考试无效', '无效', '取消', '成绩不算'],
      ...['不计入团体成绩', '不予计分', '撤销成绩', '成绩不予认可', '废卷', '扣除成绩', '雷同卷'],
      ...['不参与排名', '取消名次', '不计名次', '成绩归零', '成绩剔除', '抄答案'],
    ].map((note): [string, string, boolean] => [note, '88', true]),
    ['缺考，按零分计', '0', false],
    ...[
      '缺考，零分',
      '弃权，成绩为0分',
      '缺考，不计成绩',
      '得分为100分',
      '满分100分计',
      '未违反考场纪律',
    ].map((note): [string, string, boolean] => [note, '88', false]),
    ['作弊', '0', false],
    ['不存在替考', '88', false],
    ['未作废', '88', false],
  ])('ranks nobody where the remarks make a mark void: %s, %s', (note, mark, isFault) => {
    const message = `1 备注写着“${note}”，作弊一栏空着：作弊的请在作弊一栏填“是”，不是的填“否”`;
    expect(faults(['甲局', '一', mark, '', '', note])).toEqual(isFault ? [message] : []);
    for (const cheat of ['是', '否']) expect(faults(['甲局', '一', mark, '', cheat, note])).toEqual([]);
  });

  it.each<[name: string, isFault: boolean]>([
    ['张三（作弊）', true],
    ['张三(违纪)', true],
    ['张三（零分）', true],
    ['张三（替考）', true],
    ['张三', false],
  ])('reads what stands with a name: %s', (name, isFault) => {
    const message = `1 名称写着“${name}”，作弊一栏空着：作弊的请在作弊一栏填“是”，不是的填“否”`;
    expect(faults(['甲局', name, '88'])).toEqual(isFault ? [message] : []);
    expect(faults([name.replace('张三', '甲局'), '一', '88'])).toHaveLength(isFault ? 1 : 0);
  });

  it('says of all other remarks that no score is made of them, the five first in their words', () => {
    const notes = ['不代表本市', '东道主', '特邀', '特邀', '补报', '借调', '迟到'];
    const rows = notes.map((note, at) => ['甲局', `选手${at}`, '88', '', '', note] as const);
    const { faults, remarks } = contest(...rows);
    expect(faults).toEqual([]);
    expect(remarks.map(({ message }) => message)).toEqual([
      '备注没有计入成绩，影响成绩、名次的请另行处理：“不代表本市”“东道主”“特邀”“补报”“借调”等 6 种',
    ]);
  });

  it('says what 否 stands against', () => {
    const { faults, remarks } = contest(['甲局', '一', '88', '', '否', '作弊']);
    expect(faults).toEqual([]);
    expect(remarks.map(({ message }) => message)).toEqual([
      '备注写着“作弊”，作弊一栏填的是“否”，没有按作弊计算',
    ]);
  });

  it.each<[string, RegExp]>([['携带手机', /^备注里写有违反考场纪律的事/u]])(
    'reminds of remarks that may say so: %s',
    (note, words) => {
      const { faults, remarks } = contest(['甲局', '一', '88', '', '', note]);
      expect({ faults, words: remarks.map(({ message }) => message) }).toEqual({
        faults: [],
        words: [expect.stringMatching(words)],
      });
    },
  );

  it.each(['甲局', '丙局', '甲局丙所', '折后'])(
    'ranks no mark of nobody where others have names: %s',
    (team) => {
      expect(faults(['甲局', '一', '90'], [team, '', '80'])).toEqual([
        '2 有理论成绩，没有填姓名：是一个人的请填姓名，是平均、合计等的请删去这一行',
      ]);
      expect(faults(['甲局', '', '90'], [team, '', '80'])).toEqual([]);
    },
  );

  it.each(['平均县', '合计县局', '最高院', '总计市代表队'])('takes %s for the team that it is', (team) => {
    expect(places([team, '一', '80'])).toEqual([`1 ${team} 80.00 - 80.00`]);
  });

  it('takes a dash for an empty cell', () => {
    expect(places(['甲局', '一', '80', '/'], ['乙局', '一', '70', '——', '/'])).toEqual([
      '1 甲局 80.00 - 80.00',
      '2 乙局 70.00 - 70.00',
    ]);
  });

  it('says where 作弊 stands among the remarks alone, and which teams may be one', () => {
    const { remarks } = contest(
      ['郑州', '一', '0', '', '', '作弊'],
      ['郑州市代表队', '二', '80'],
      ['郑重市', '三', '80'],
    );
    expect(remarks.map(({ at, message }) => `${at.join('、')} ${message}`)).toEqual([
      '1 备注里写有作弊，作弊一栏空着，没有按作弊计算；是的请在作弊一栏填写',
      '1、2 “郑州”“郑州市代表队”按两个队计算；是一个队的请改成一样的名称',
    ]);
  });

  it('counts two of one name, and says so', () => {
    const { teams, remarks } = contest(good, ['乙队', '一', '90']);
    expect(teams.map(({ people }) => people)).toEqual([2]);
    expect(remarks[0]).toMatchObject({ at: ['1', '2'] });
    expect(contest(good, ['丙队', '一', '90']).remarks).toEqual([]);
  });
});

/** 0 to 100 by hundredths. */
const mark = fc.integer({ min: 0, max: 10_000 });
const aTeam = fc.record({
  theory: fc.array(mark, { minLength: 1, maxLength: 30 }),
  simulation: fc.option(mark, { nil: undefined }),
});

describe('any contest', () => {
  it('has the score that paper and pencil have, and ranks that only scores decide', () => {
    fc.assert(
      fc.property(fc.array(aTeam, { minLength: 1, maxLength: 12 }), (teams) => {
        const cells = teams.flatMap(({ theory, simulation }, team): Cells[] => [
          ...theory.map((each, at): Cells => [`${team}队`, `人${at}`, formatPoints(each)]),
          ...(simulation === undefined ? [] : [[`${team}队`, '', '', formatPoints(simulation)] as const]),
        ]);
        const { teams: scored, faults } = contest(...cells);
        expect(faults).toEqual([]);
        expect(scored).toHaveLength(teams.length);
        for (const { name, people, theory, simulation, score, rank } of scored) {
          const given = teams[Number.parseInt(name, 10)];
          const sum = given?.theory.reduce((total, each) => total + each, 0) ?? 0;
          expect(people).toBe(given?.theory.length);
          expect(theory).toBe(Math.floor((2 * sum + people) / (2 * people)));
          expect(simulation).toBe(given?.simulation);
          expect(score).toBe(
            simulation === undefined ? theory : Math.floor((theory * 40 + simulation * 60 + 50) / 100),
          );
          expect(rank).toBe(1 + scored.filter((other) => other.score > score).length);
        }
        expect(scored.map(({ score }) => score)).toEqual(
          [...scored.map(({ score }) => score)].sort((a, b) => b - a),
        );
      }),
    );
  });

  it('is the same in whatever order its rows come, but for equal ones', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.tuple(fc.constantFrom('甲', '乙', '丙'), mark), { minLength: 1, maxLength: 40 })
          .chain((rows) =>
            fc.tuple(
              fc.constant(rows),
              fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
            ),
          ),
        ([rows, shuffled]) => {
          const of = (list: typeof rows): string[] =>
            places(...list.map(([team, each]): Cells => [team, '人', formatPoints(each)])).sort();
          expect(of(shuffled)).toEqual(of(rows));
        },
      ),
    );
  });
});
