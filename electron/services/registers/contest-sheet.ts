import type { Workbook } from '@cj-tech-master/excelts';
import { contestIn, contestWords } from '../../../shared/registers/contest/entries.ts';
import { CONTEST_WORDS, type Team } from '../../../shared/registers/contest/score.ts';
import type { Year } from '../../../shared/registers/year/schema.ts';
import type { Points } from '../../../shared/values/points.ts';
import { STYLES } from '../sheets/styles.ts';
import { Table, type TableColumn, titled } from '../sheets/table.ts';
import { addReferencePage } from './reference-page.ts';

const pointsIn = (title: string, of: (team: Team) => Points | undefined): TableColumn<Team> => ({
  ...{ title, width: 12 },
  cell: (team) => {
    const points = of(team);
    return points === undefined ? ['—', STYLES.centre] : [points / 100, STYLES.points];
  },
});

/** 名次 of a contest, or what keeps it from being made; nothing where nothing is registered. */
export function addRanks(workbook: Workbook, year: Year, today: string): void {
  const contest = contestIn(year);
  const { teams, faults } = contest;
  if (teams.length === 0 && faults.length === 0) return;
  const title = `${year.year}年比武成绩名次`;
  const table = new Table<Team>(
    {
      name: '名次',
      columns: [
        { title: '名次', width: 8, cell: ({ rank }) => [rank, STYLES.count] },
        { title: '队伍', width: 28, cell: ({ name }) => [name, STYLES.text] },
        { title: '理论测试人数', width: 10, cell: ({ people }) => [people, STYLES.count] },
        pointsIn('理论平均分', ({ theory }) => theory),
        pointsIn('模拟执法', ({ simulation }) => simulation),
        pointsIn('得分', ({ score }) => score),
        { title: '说明', width: 40, cell: ({ note }) => [note, STYLES.text] },
      ],
      above: titled(title, `单位：${year.unit}　　共 ${teams.length} 队　　制表日期：${today}`),
    },
    (page) => addReferencePage(workbook, page, { about: title, today }),
  );
  table.put(teams);
  const words = contestWords(year, contest);
  if (faults.length > 0) table.say(`登记的成绩有 ${faults.length} 处要改，改好才有名次：`, STYLES.note);
  for (const line of [...words.faults, ...words.remarks]) table.say(line, STYLES.note);
  table.say(CONTEST_WORDS, STYLES.note);
  table.end();
}
