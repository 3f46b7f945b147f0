import { contestRows } from '../../shared/registers/contest/from-tables.ts';
import { rowWords } from '../../shared/registers/contest/entries.ts';
import { CONTEST_WORDS, scoreContest, type Team } from '../../shared/registers/contest/score.ts';
import { formatPoints } from '../../shared/values/points.ts';
import { readSourceTables } from '../services/import/read-source.ts';
import { type CommandContext, EXIT, onePath, UsageError } from './context.ts';

/** `contest score FILE`: what each team of a 比武 has, and its rank. Exit 1 where a row keeps that from being said. */
export async function contestCommand(context: CommandContext): Promise<number> {
  const [action, ...positionals] = context.positionals;
  if (action !== 'score') throw new UsageError('contest 后面请写 score');
  const path = onePath({ ...context, positionals }, '成绩表');
  const { rows, used, notes, problems } = contestRows(await readSourceTables(path, context));
  const { teams: scored, faults, remarks } = scoreContest(rows);
  const teams = problems.length > 0 ? [] : scored;
  for (const words of used) context.say(words);
  for (const note of notes) context.say(`【提醒事项】${note}`);
  for (const remark of remarks) context.say(`【提醒事项】${rowWords(remark.at, remark.message)}`);
  for (const problem of problems) context.say(`【错误】${problem}`);
  for (const fault of faults) context.say(`【错误】${rowWords(fault.at, fault.message)}`);
  if (context.json) context.print(JSON.stringify({ teams: teams.map(teamInJson) }));
  else for (const team of teams) context.say(teamWords(team));
  context.say(endWords({ teams: teams.length, rows: rows.length, faults: problems.length + faults.length }));
  return teams.length > 0 ? EXIT.done : EXIT.contentFails;
}

function endWords({ teams, rows, faults }: { teams: number; rows: number; faults: number }): string {
  if (faults > 0) return `错误 ${faults} 处，没有排名次。请改好成绩表后再算`;
  if (teams === 0) return '没有读到成绩。表格要有“队伍”“姓名”“理论成绩”“模拟执法成绩”“作弊”栏目';
  return `${teams} 个队，${rows} 行成绩。${CONTEST_WORDS}`;
}

function teamWords({ rank, name, people, theory, simulation, score, note }: Team): string {
  const marks = `理论平均 ${formatPoints(theory)}（${people} 人）`;
  const both = simulation === undefined ? marks : `${marks}，模拟执法 ${formatPoints(simulation)}`;
  return `第 ${rank} 名　${name}　得分 ${formatPoints(score)}：${both}${note === '' ? '' : `；${note}`}`;
}

/** Two decimals always; `simulation` null where the team sat theory only. */
function teamInJson({ name, theory, simulation, score, rank, note }: Team) {
  return {
    name,
    theory: formatPoints(theory),
    simulation: simulation === undefined ? null : formatPoints(simulation),
    score: formatPoints(score),
    ...{ rank, note },
  };
}
