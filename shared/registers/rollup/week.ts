import { rankCases } from './collect/ranking.ts';
import { caseDayWords, casesByUnit, isCollecting, type UnitCases } from './collect/standing.ts';
import type { Plan } from '../plan.ts';
import { doubtsOf, type UnitDoubts } from './doubts.ts';
import type { Rollup, RollupUnit, UnitTask } from './schema.ts';
import { taskStanding } from './standing.ts';
import { uncountedWords } from './uncounted.ts';
import { taskNames } from './task-name.ts';

type Tone = 'late' | 'soon' | 'calm';

/** What a unit or the office has to do, and where that is seen. */
export interface WeekLine {
  readonly tone: Tone;
  /** 过期 3 项：材料1（过期3天）等. */
  readonly words: string;
  /** Of which kind it is, for those who only count. */
  readonly about: 'late' | 'soon' | 'unsent' | 'doubt' | 'cases' | 'office';
  readonly place: 'tasks' | 'units' | 'caseUnits' | 'caseList' | 'noUnit' | 'disc';
}

interface WeekUnit {
  readonly unit: RollupUnit;
  /** Tasks whose day has passed. */
  readonly late: number;
  readonly lines: readonly WeekLine[];
}

export interface Week {
  /** What nobody but the office can do. */
  readonly office: readonly WeekLine[];
  /** Units that have something to do, most that is late first. */
  readonly units: readonly WeekUnit[];
}

/** What is late, due within a week or missing, unit by unit: by the same standing as every other screen. */
export function rollupWeek(rollup: Rollup, today: string, plans: readonly Plan[]): Week {
  const cases = new Map(casesByUnit(rollup).map((each) => [each.unit.id, each]));
  const asked = isCollecting(rollup);
  const units = rollup.units
    .map((unit): WeekUnit => {
      const { counted, lines } = doubtsOf(unit, { plans, year: rollup.year, today });
      const tasks = tasksOf(unit, counted, today);
      const own = cases.get(unit.id);
      return {
        unit,
        late: tasks.late,
        lines: [...tasks.lines, ...doubtLines(lines), ...(asked && own ? caseLines(rollup, own, today) : [])],
      };
    })
    .filter(({ lines }) => lines.length > 0)
    .sort((a, b) => b.late - a.late);
  return { office: officeLines(rollup), units };
}

function tasksOf(
  unit: RollupUnit,
  tasks: readonly UnitTask[],
  today: string,
): { late: number; lines: WeekLine[] } {
  const nameOf = taskNames(tasks);
  const all = tasks.map((task) => ({ task, at: taskStanding(unit, task, today) }));
  const of = (wanted: 'late' | 'soon') =>
    all
      .filter(({ at }) => at.standing === wanted)
      .sort((a, b) => (a.at.days ?? 0) - (b.at.days ?? 0))
      .map(({ task, at }) => `${nameOf(task)}（${at.short}）`);
  const [late, soon] = [of('late'), of('soon')];
  const bare = all.filter(({ at }) => at.lacksFormal).map(({ task }) => nameOf(task));
  const overtaken = all.filter(({ at }) => at.isOvertaken).map(({ task }) => nameOf(task));
  const line = (about: 'late' | 'soon' | 'doubt', what: string, names: readonly string[]): WeekLine[] => {
    const tone = about === 'late' ? 'late' : 'soon';
    const words = `${what} ${names.length} 项：${shortened(names)}`;
    return names.length === 0 ? [] : [{ tone, about, words, place: 'tasks' }];
  };
  return {
    late: late.length,
    lines: [
      ...line('late', '过期', late),
      ...line('soon', '7天内到期', soon),
      ...line('doubt', '已完成、没有PDF正式文件', bare),
      ...line('doubt', '更正后单位改报，请核对', overtaken),
      ...(unit.received
        ? []
        : [{ tone: 'soon', about: 'unsent', words: '没有报送进度表', place: 'units' } as const]),
    ],
  };
}

/** What counts as fine by the unit's own file alone. */
function doubtLines(lines: UnitDoubts['lines']): WeekLine[] {
  return lines.map(({ words, names }) => ({
    ...{ tone: 'soon', about: 'doubt', place: 'tasks' },
    words: `${words}，请核实${names.length > 0 ? `：${shortened(names)}` : ''}`,
  }));
}

/** Names that are told of one line. */
const SHOWN = 3;

function shortened(names: readonly string[]): string {
  return `${names.slice(0, SHOWN).join('、')}${names.length > SHOWN ? '等' : ''}`;
}

function caseLines(
  { caseDay }: Pick<Rollup, 'caseDay'>,
  { short, alike }: UnitCases,
  today: string,
): WeekLine[] {
  const day = caseDayWords(caseDay, today);
  const lines: WeekLine[] = [];
  if (short > 0) {
    const tone = day.startsWith('已过') ? 'late' : 'soon';
    const words = `典型案例还差 ${short} 篇${day && `，${day}`}`;
    lines.push({ tone, about: 'cases', words, place: 'caseUnits' });
  }
  if (alike > 0) {
    const words = `${alike} 篇案例同名或同题，请核对`;
    lines.push({ tone: 'soon', about: 'cases', words, place: 'caseList' });
  }
  return lines;
}

function officeLines(rollup: Rollup): WeekLine[] {
  const uncounted = uncountedWords(rollup);
  const all: WeekLine[] = uncounted
    ? [{ tone: 'soon', about: 'office', words: uncounted, place: 'units' }]
    : [];
  return isCollecting(rollup) ? [...all, ...collectingLines(rollup)] : all;
}

function collectingLines(rollup: Rollup): WeekLine[] {
  const { cases, attachments, caseTop, caseDay } = rollup;
  const ranked = rankCases(cases);
  const count = (one: (line: (typeof ranked)[number]) => boolean) => ranked.filter(one).length;
  const unmarked = count((line) => line.case.mark === undefined);
  const passed = count((line) => line.isPassedOver && line.case.reason === '');
  const noUnit = cases.filter(({ unit }) => unit === '').length;
  const loose = attachments.filter((each) => each.case === '').length;
  const unsaid = casesByUnit(rollup).filter(({ duty }) => duty === undefined).length;
  const lines: readonly (readonly [number | boolean, string, WeekLine['place']])[] = [
    [noUnit, `${noUnit} 篇案例没有选单位`, 'noUnit'],
    [loose, `${loose} 个附件没有归到案例`, 'disc'],
    [caseDay === '', '典型案例没有填截止日期', 'caseUnits'],
    [unsaid, `${unsaid} 个单位没有选应当推选还是积极推选`, 'caseUnits'],
    [unmarked > 0 && caseTop === undefined, '典型案例没有填满分，还不能评分', 'caseList'],
    [caseTop === undefined ? 0 : unmarked, `${unmarked} 篇案例未评分`, 'caseList'],
    [passed, `${passed} 篇案例得分更高没有入选，没有写理由`, 'caseList'],
  ];
  return lines
    .filter(([is]) => Boolean(is))
    .map(([, words, place]) => ({
      ...{ tone: 'soon', about: 'office', words, place },
    }));
}
