import { type Entry, fieldOf } from '../entry.ts';
import { whenOf } from '../when.ts';
import { filledEntries } from '../year/entries.ts';
import type { Year } from '../year/schema.ts';
import { CULTIVATED } from './confirmed.ts';
import { toldCode, toldOf } from './told-codes.ts';
import { shownName, unitsOf } from './units.ts';

/** A unit beside a notice. */
export interface ToldLine {
  /** Of the entry in 示范点名录. */
  readonly id: string;
  readonly name: string;
  readonly level: string;
  /** On which day it was told, as typed; '' : it was not. */
  readonly day: string;
  readonly way: string;
  /** Why its day does not count; ''. */
  readonly problem: string;
  /**
   * `asked`: a 示范点 is to be told; `free`: a 培育对象 is none yet; `twin`: a further row of a unit, by which it was told; `gone`:
   * no longer in the list, and was told.
   */
  readonly is: 'asked' | 'free' | 'twin' | 'gone';
}

export interface Told {
  readonly lines: readonly ToldLine[];
  /** Of those that are to be told. */
  readonly told: number;
  readonly asked: number;
  /** Of them: with a day that does not count. */
  readonly uncounted: number;
}

const ORDER: readonly ToldLine['is'][] = ['asked', 'free', 'twin', 'gone'];

/** In the place of the level of one that is not asked for itself. */
const STANDING: Readonly<Partial<Record<ToldLine['is'], string>>> = {
  twin: '与另一行是同一单位',
  gone: '已不在名录',
};

export function levelWords({ is, level }: Pick<ToldLine, 'is' | 'level'>): string {
  return STANDING[is] ?? level;
}

function dayProblem(day: string, today: string): string {
  if (day === '') return '';
  const when = whenOf(day);
  if (!when) return '不是日期，没有算';
  return (when.day ?? when.last) > today ? '还没有到，没有算' : '';
}

const isTold = ({ day, problem }: ToldLine): boolean => day !== '' && problem === '';

/**
 * To whom a notice was passed on by today (ISO 8601): the list as it is now, each unit once, and behind it who was told and is not
 * in it any more.
 */
export function toldIn(year: Year, notice: Entry, today: string): Told {
  const sites = filledEntries(year, 'sites');
  const { again } = unitsOf(sites);
  const ids = new Set(sites.map(({ id }) => id));
  const lineOf = (id: string, name: string, level: string, is: ToldLine['is']): ToldLine => {
    const day = fieldOf(notice, toldCode('told', id));
    const way = fieldOf(notice, toldCode('way', id));
    return { id, name, level, is, day, way, problem: dayProblem(day, today) };
  };
  const here = sites
    .map((site) => {
      const level = fieldOf(site, 'level');
      const name = fieldOf(site, 'name').trim() || '（没有填单位名称）';
      const is = again.has(site) ? 'twin' : level === CULTIVATED ? 'free' : 'asked';
      return lineOf(site.id, name, level, is);
    })
    .filter(({ is, day }) => is !== 'twin' || day !== '');
  const gone = Object.keys(notice.fields).flatMap((code) => {
    const { part, site = '' } = toldOf(code) ?? {};
    if (part !== 'told' || ids.has(site) || fieldOf(notice, code) === '') return [];
    return [lineOf(site, fieldOf(notice, toldCode('name', site)), '', 'gone')];
  });
  const asked = here.filter(({ is }) => is === 'asked');
  return {
    lines: inOrder([...here, ...gone]),
    ...{ told: asked.filter(isTold).length, asked: asked.length },
    uncounted: asked.filter(({ problem }) => problem !== '').length,
  };
}

function inOrder(lines: readonly ToldLine[]): ToldLine[] {
  return [...lines].sort((a, b) => ORDER.indexOf(a.is) - ORDER.indexOf(b.is));
}

/** “已传达 3/5 个示范点”. */
export function toldWords({ told, asked, uncounted }: Omit<Told, 'lines'>): string {
  if (asked === 0) return '名录里还没有示范点';
  const rest = uncounted === 0 ? '' : `（${uncounted} 个的传达日期还没有到或者不是日期，没有算）`;
  return `已传达 ${told}/${asked} 个示范点${rest}`;
}

/** What a notice says then of these: told on a day, or with '' not told. Of one that was told already nothing changes. */
export function tickFields(lines: readonly ToldLine[], day: string): Entry['fields'] {
  const changed = lines.filter((line) => (day === '' ? line.day !== '' : !isTold(line)));
  return Object.fromEntries(
    changed.flatMap(({ id, name }) => [
      [toldCode('told', id), day],
      [toldCode('name', id), day === '' ? '' : name],
      ...(day === '' ? [[toldCode('way', id), '']] : []),
    ]),
  ) as Entry['fields'];
}

/** So many are named of those who were not told. */
const NAMED = 3;

/** What a notice asks for: to be passed on to those who were not told. '' for nothing. */
export function noticeDue(year: Year, notice: Entry, today: string): string {
  const open = toldIn(year, notice, today).lines.filter((line) => line.is === 'asked' && !isTold(line));
  if (open.length === 0) return '';
  const names = open.slice(0, NAMED).map(({ name }) => shownName(name));
  return `还有${open.length}个示范点没有传达：${names.join('、')}${open.length > NAMED ? '等' : ''}`;
}

/** Every notice beside every unit, for a sheet and for paper. */
export interface ToldMatrix {
  readonly notices: readonly { readonly id: string; readonly title: string; readonly words: string }[];
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly level: string;
    /** In the order of the notices: the day and the way, or that it was not told. */
    readonly cells: readonly string[];
  }[];
}

export function toldMatrix(year: Year, today: string): ToldMatrix {
  const all = filledEntries(year, 'notices').map((notice) => ({ notice, told: toldIn(year, notice, today) }));
  const units = new Map(all.flatMap(({ told }) => told.lines).map((line) => [line.id, line]));
  return {
    notices: all.map(({ notice, told }) => ({
      ...{ id: notice.id, title: noticeTitle(notice), words: toldWords(told) },
    })),
    rows: inOrder([...units.values()]).map((line) => ({
      ...{ id: line.id, name: line.name, level: levelWords(line) },
      cells: all.map(({ told }) => cellWords(told.lines.find(({ id }) => id === line.id))),
    })),
  };
}

/** As it is told from others, which may have the same title: with its 文号 and when it came. */
export function noticeTitle(notice: Entry): string {
  const [title, number, received] = ['title', 'number', 'received'].map((code) =>
    fieldOf(notice, code).trim(),
  );
  const more = [number, received && `${received}收到`].filter(Boolean).join('，');
  return `${title || '（没有填标题）'}${more === '' ? '' : `（${more}）`}`;
}

function cellWords(line: ToldLine | undefined): string {
  if (!line || (line.day === '' && line.is !== 'asked')) return '—';
  const { day, problem, way } = line;
  if (day === '') return '未传达';
  return [problem === '' ? day : `${day}（${problem}）`, way].filter((text) => text !== '').join('　');
}
