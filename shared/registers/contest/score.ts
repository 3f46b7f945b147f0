import { sourceWords } from '../../standard/source-words.ts';
import { add, compare, type Fraction, fraction, roundHalfUp } from '../../values/fraction.ts';
import { groupBy, plainText } from '../../values/pair.ts';
import type { Points } from '../../values/points.ts';
import { isNoCheat } from './cheat-words.ts';
import { type ContestRow, type ReadRow, noteWords, readRow, type RowWords } from './rows.ts';
import { askForSimulation, loneSimulations, namesPersons, summaryRows } from './summary-rows.ts';

/** A team and its place. All marks in hundredths. */
export interface Team {
  readonly name: string;
  /** Whose theory marks were averaged. */
  readonly people: number;
  /** The average, with two decimals. */
  readonly theory: Points;
  /** Absent: it sat theory only. */
  readonly simulation?: Points;
  readonly score: Points;
  /** Equal scores share it, and the next one is left out: 1, 2, 2, 4. */
  readonly rank: number;
  readonly note: string;
}

export interface Contest {
  /** By rank, equal ones in the order of the table. Empty where there is a fault: an average would be wrong. */
  readonly teams: readonly Team[];
  readonly faults: readonly RowWords[];
  /** What was left out, and what may be a slip. */
  readonly remarks: readonly RowWords[];
}

export const CONTEST_SOURCE = { document: '2022年度全省推进服务型行政执法建设工作要点', clause: '附件1 三' };
/** What the document says. */
const RULE =
  '只参加理论测试的，得分=理论测试平均得分×100%；参加理论测试、模拟执法的，得分=理论测试平均得分×40%+模拟执法×60%；作弊的，相关成绩按零分计算。';
/** What it does not say, and somebody must decide. */
const OURS =
  '文件没有写、按本软件的理解：按零分计算的仍计入平均；平均分、模拟执法成绩各四舍五入到两位小数，得分用这两个数算，再四舍五入到两位小数；所有队一起排，得分相同的名次并列。';

/** How the places are made, with the source of what a document says. */
export const CONTEST_WORDS = `${RULE}（${sourceWords({ sources: [] }, [CONTEST_SOURCE]).join('；')}）${OURS}`;

/** Theory average × 40 % + simulation × 60 %, or theory alone (工作要点 附件1 三); each rounded half up to 0.01: the average, and the score that is made of it as it is shown. */
export function scoreContest(rows: readonly ContestRow[]): Contest {
  const faults: RowWords[] = [];
  const feet: string[] = [];
  const good: ReadRow[] = [];
  const isSummary = summaryRows(rows);
  const hasNames = namesPersons(rows, isSummary);
  const lone = loneSimulations(rows, isSummary);
  const notes: RowWords[] = [];
  const unasked: ContestRow[] = [];
  for (const [at, row] of rows.entries()) {
    if (isSummary[at]) {
      const team = lone[at] ?? '';
      if (team === '') feet.push(row.at);
      else faults.push({ at: [row.at], message: askForSimulation(team) });
      continue;
    }
    const noted = noteWords(row);
    if (noted) (noted.isFault ? faults : notes).push({ at: [row.at], message: noted.message });
    else if (!isNoCheat(row.note)) unasked.push(row);
    const read = readRow(row, hasNames);
    if ('problem' in read) faults.push({ at: [row.at], message: read.problem });
    else good.push(read);
  }
  const teams = groupBy(good, ({ key }) => key);
  const scored = [...teams.values()].flatMap((team) => {
    const made = teamOf(team);
    if (!('message' in made)) return [made];
    faults.push(made);
    return [];
  });
  const remarks = [
    ...(feet.length > 0 ? [{ at: feet, message: '合计、平均等行不是成绩，没有计入' }] : []),
    ...notes,
    ...(unasked.length > 0 ? [uncountedNotes(unasked)] : []),
    ...[...teams.values()].flatMap(twiceNamed),
    ...alikeTeams([...teams]),
  ];
  return { teams: faults.length > 0 ? [] : ranked(scored), faults, remarks };
}

/** Whatever a remark says: no score is made of it. */
function uncountedNotes(rows: readonly ContestRow[]): RowWords {
  const said = [...new Set(rows.map(({ note }) => note.trim().slice(0, 30)))];
  const words = said.slice(0, 5).map((each) => `“${each}”`);
  const more = said.length > 5 ? `等 ${said.length} 种` : '';
  return {
    at: rows.map(({ at }) => at),
    message: `备注没有计入成绩，影响成绩、名次的请另行处理：${words.join('')}${more}`,
  };
}

/** What a team may be called besides: 郑州, 郑州市, 郑州市代表队. */
const BEHIND = /^(?:市|县|区|局|厅|委)?(?:(?:参赛|代表)?队|代表团)?$/u;

/** Teams whose names may be two of one. */
function alikeTeams(teams: readonly (readonly [key: string, rows: readonly ReadRow[]])[]): RowWords[] {
  const byKey = new Map(teams);
  return teams.flatMap(([key, rows]) => {
    const shorter = [...key]
      .map((_, at) => key.slice(0, at))
      .find((part) => BEHIND.test(key.slice(part.length)) && byKey.has(part));
    const [one, other] = [rows[0], byKey.get(shorter ?? '')?.[0]];
    if (!one || !other) return [];
    const message = `“${other.team}”“${one.team}”按两个队计算；是一个队的请改成一样的名称`;
    return [{ at: [other.at, one.at], message }];
  });
}

type Scored = Omit<Team, 'rank'>;

function teamOf(rows: readonly ReadRow[]): Scored | RowWords {
  const name = rows[0]?.team ?? '';
  const simulated = rows.filter(({ simulation, isSimulationVoid }) => simulation ?? isSimulationVoid);
  const marks = simulated.flatMap(({ simulation }) => simulation ?? []);
  const [first] = marks;
  if (first && marks.some((mark) => compare(mark, first) !== 0))
    return { at: simulated.map(({ at }) => at), message: `${name}有几个不同的模拟执法成绩，请只留一个` };
  const tested = rows.filter(({ theory, isTheoryVoid }) => theory ?? isTheoryVoid);
  if (tested.length === 0)
    return { at: rows.map(({ at }) => at), message: `${name}有模拟执法成绩，没有理论成绩，算不出得分` };
  const isVoid = simulated.some(({ isSimulationVoid }) => isSimulationVoid);
  const simulation = isVoid ? 0 : first && roundHalfUp(first);
  const theory = roundHalfUp(average(tested));
  const cheats = tested.filter(({ isTheoryVoid }) => isTheoryVoid).length;
  return {
    ...{ name, people: tested.length, theory },
    ...(simulation !== undefined && { simulation }),
    score: simulation === undefined ? theory : roundHalfUp(fraction(theory * 40 + simulation * 60, 100)),
    note: [
      ...(simulation === undefined ? ['只参加理论测试'] : []),
      ...(cheats > 0 ? [`${cheats} 人作弊，理论成绩按零分计算`] : []),
      ...(isVoid ? ['模拟执法作弊，成绩按零分计算'] : []),
    ].join('；'),
  };
}

const ZERO = fraction(0);

function average(rows: readonly ReadRow[]): Fraction {
  const total = rows.reduce(
    (sum, { theory, isTheoryVoid }) => add(sum, isTheoryVoid ? ZERO : (theory ?? ZERO)),
    ZERO,
  );
  return fraction(total.numerator, total.denominator * BigInt(rows.length));
}

function ranked(teams: readonly Scored[]): Team[] {
  const sorted = [...teams].sort((a, b) => b.score - a.score);
  return sorted.map((team) => ({ ...team, rank: 1 + sorted.findIndex(({ score }) => score === team.score) }));
}

/** Two of one name may be two persons; who was entered twice counts twice. */
function twiceNamed(rows: readonly ReadRow[]): RowWords[] {
  const byName = groupBy(
    rows.filter(({ name, theory }) => name !== '' && theory),
    ({ name }) => plainText(name),
  );
  return [...byName].flatMap(([name, same]) =>
    same.length > 1
      ? [
          {
            at: same.map(({ at }) => at),
            message: `${same[0]?.team ?? ''}的“${name}”有 ${same.length} 行，都计入了；是同一个人的请删去多的`,
          },
        ]
      : [],
  );
}
