import { type Entry, fieldOf } from '../entry.ts';
import { textKey } from '../text-key.ts';
import { isWhollyBefore, whenOf } from '../when.ts';
import { filledEntries } from '../year/entries.ts';
import type { Year } from '../year/schema.ts';
import { CULTIVATED, isSiteLevel, MODEL, type SiteYear } from './confirmed.ts';
import { toldCode, toldOf } from './told-codes.ts';
import { apartWords, shownName, unitsOf } from './units.ts';

/** A unit beside a notice. */
export interface ToldLine {
  /** Of the entry in 示范点名录. */
  readonly id: string;
  readonly name: string;
  /** What tells it from others of its name; ''. */
  readonly apart: string;
  readonly level: string;
  /** On which day it was told, as typed; '' : it was not. */
  readonly day: string;
  readonly way: string;
  /** Why its day does not count; ''. */
  readonly problem: string;
  /**
   * `asked`: a 示范点 or 标兵 is to be told; `free`: by its level it is none; `twin`: a further row of a unit, by which it was told; `gone`:
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
  /** Of which no level says what they are; they are not asked. */
  readonly unknown: number;
  /** Further rows of units that are in the list already; they are counted with them. */
  readonly again: number;
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

/** Its day counts where it has come, in the year of the list, and the notice had come by then. */
function dayProblem(day: string, received: string, { today, year }: SiteYear): string {
  if (day === '') return '';
  const when = whenOf(day);
  if (!when) return '不是日期，没有算';
  if (Number(when.month.slice(0, 4)) !== year) return `不是${year}年的，没有算`;
  if ((when.day ?? when.last) > today) return '还没有到，没有算';
  if (textKey(received) === undefined) return '';
  if (!whenOf(received)) return `收到日期（${shownName(received)}）看不出是哪一天，没有算`;
  return isWhollyBefore(day, received) ? `早于收到日期（${received}），没有算` : '';
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
  const received = fieldOf(notice, 'received').trim();
  const of = { today, year: year.year };
  const apart = apartWords(sites);
  const lineOf = ({
    id,
    name,
    ...more
  }: Pick<ToldLine, 'id' | 'name' | 'apart' | 'level' | 'is'>): ToldLine => {
    const day = fieldOf(notice, toldCode('told', id));
    const way = fieldOf(notice, toldCode('way', id));
    return { id, name, ...more, day, way, problem: dayProblem(day, received, of) };
  };
  const here = sites
    .map((site) => {
      const level = fieldOf(site, 'level');
      const name = fieldOf(site, 'name').trim() || '（没有填单位名称）';
      const isAsked = isSiteLevel(level) || level.trim() === MODEL;
      const is = again.has(site) ? 'twin' : isAsked ? 'asked' : 'free';
      return lineOf({ id: site.id, name, apart: apart(site), level, is });
    })
    .filter(({ is, day }) => is !== 'twin' || day !== '');
  const gone = Object.keys(notice.fields).flatMap((code) => {
    const { part, site = '' } = toldOf(code) ?? {};
    if (part !== 'told' || ids.has(site) || fieldOf(notice, code) === '') return [];
    const name = fieldOf(notice, toldCode('name', site));
    return [lineOf({ id: site, name, apart: '', level: '', is: 'gone' })];
  });
  const asked = here.filter(({ is }) => is === 'asked');
  return {
    lines: inOrder([...here, ...gone]),
    ...{ told: asked.filter(isTold).length, asked: asked.length },
    uncounted: asked.filter(({ problem }) => problem !== '').length,
    unknown: here.filter(({ is, level }) => is === 'free' && level !== CULTIVATED).length,
    again: again.size,
  };
}

function inOrder(lines: readonly ToldLine[]): ToldLine[] {
  return [...lines].sort((a, b) => ORDER.indexOf(a.is) - ORDER.indexOf(b.is));
}

/** “已传达 3/5 个示范点”. */
export function toldWords({ told, asked, uncounted, unknown, again }: Omit<Told, 'lines'>): string {
  const more = [
    ...(unknown === 0 ? [] : [`；另有 ${unknown} 个没有填级别或者级别不是示范点、标兵，不算在内`]),
    ...(again === 0 ? [] : [`；另有 ${again} 行与前面的行是同一单位，没有算`]),
  ].join('');
  if (asked === 0) return `名录里还没有示范点${more}`;
  const rest = uncounted === 0 ? '' : `（${uncounted} 个的传达日期没有算，原因见各行）`;
  return `已传达 ${told}/${asked} 个示范点${rest}${more}`;
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
  const names = open.slice(0, NAMED).map(({ name, apart }) => shownName(name + apart));
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
      ...{ id: line.id, name: line.name + line.apart, level: levelWords(line) },
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
