import { CHEAT, saidBeside } from '../contest/cheat-words.ts';
import { namesSimulation, namesTheory, whyNoCheat } from '../contest/headings.ts';
import { judgedRows } from '../contest/judged-rows.ts';
import { saidAround } from '../contest/said-around.ts';
import { CONTEST_SOURCE } from '../contest/score.ts';
import { fieldOf } from '../entry.ts';
import { total } from '../figure.ts';
import { dayHeadings } from '../headings.ts';
import type { RegisterKind } from '../kind.ts';

/** 比武: one row a person for the theory test, one a team for the simulation. The columns are ours. */
export const contest: RegisterKind = {
  label: '比武成绩',
  group: '本地本系统',
  unit: '行',
  about: '比武活动的成绩：理论测试一人一行，模拟执法一队一行；在“名次”里看得分和名次。',
  sources: [CONTEST_SOURCE],
  sameBy: [['team', 'name']],
  month: 'day',
  isOfTheYear: true,
  reads: { team: '名次', name: '名次', theory: '名次', simulation: '名次', cheat: '名次' },
  fixed: ['team', 'name', 'theory', 'simulation', 'cheat'],
  columns: [
    {
      ...{ code: 'team', label: '队伍', kind: 'text', listed: true },
      headings: ['参赛队伍', '代表队', '参赛队', '队名', '队伍名称', '参赛单位', '单位', '单位名称'],
    },
    {
      ...{ code: 'name', label: '姓名', kind: 'text', listed: true },
      headings: ['参赛人员', '选手', '选手姓名', '参加人员', '人员', '考生', '队员', '参赛队员', '参赛人'],
    },
    {
      ...{ code: 'theory', label: '理论成绩', kind: 'text', listed: true },
      named: namesTheory,
    },
    {
      ...{ code: 'simulation', label: '模拟执法成绩', kind: 'text', listed: true },
      named: namesSimulation,
    },
    {
      ...{
        code: 'cheat',
        label: '作弊',
        kind: 'choice',
        listed: true,
        headings: [
          ...['是否作弊', '弄虚作假', '违纪', '舞弊', '有无作弊', '有无弄虚作假', '有无舞弊', '有无违纪'],
          ...['有无作弊行为', '有无弄虚作假行为', '有无舞弊行为', '有无违纪行为', '有无作弊情形'],
          ...['有无弄虚作假情形', '有无作弊情况', '有无弄虚作假情况', '有无违纪情况'],
        ],
        akin: CHEAT,
        saidBeside,
        besideIn: 'note',
        saidAround,
        whyNot: whyNoCheat,
      },
      choices: ['否', '是', '理论成绩', '模拟执法成绩'],
    },
    { code: 'day', label: '日期', kind: 'day', headings: dayHeadings('测试', '比赛', '考试') },
    { code: 'note', label: '备注', kind: 'long', headings: ['说明'] },
  ],
  judged: judgedRows,
  figures: (rows) => [
    total(
      rows.filter((entry) => fieldOf(entry, 'theory') !== ''),
      '参加比武理论测试',
      '人',
    ),
  ],
};
