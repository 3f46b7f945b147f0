import { type Entry, fieldOf } from '../entry.ts';
import { CULTIVATED } from '../kinds/sites.ts';
import { filledEntries } from '../year/entries.ts';
import type { Year } from '../year/schema.ts';
import { toldCode, toldOf } from './told-codes.ts';

/** A unit beside a notice. */
export interface ToldLine {
  /** Of the entry in 示范点名录. */
  readonly id: string;
  readonly name: string;
  readonly level: string;
  /** On which day it was told, as typed; '' : it was not. */
  readonly day: string;
  readonly way: string;
  /** `asked`: a 示范点 is to be told; `free`: a 培育对象 is none yet; `gone`: no longer in the list, and was told. */
  readonly is: 'asked' | 'free' | 'gone';
}

export interface Told {
  readonly lines: readonly ToldLine[];
  /** Of those that are to be told. */
  readonly told: number;
  readonly asked: number;
}

/** To whom a notice was passed on: the list as it is now, and behind it who was told and is not in it any more. */
export function toldIn(year: Year, notice: Entry): Told {
  const sites = filledEntries(year, 'sites');
  const ids = new Set(sites.map(({ id }) => id));
  const lineOf = (id: string, name: string, level: string, is: ToldLine['is']): ToldLine => ({
    ...{ id, name, level, is },
    ...{ day: fieldOf(notice, toldCode('told', id)), way: fieldOf(notice, toldCode('way', id)) },
  });
  const here = sites.map((site) => {
    const level = fieldOf(site, 'level');
    const name = fieldOf(site, 'name').trim() || '（没有填单位名称）';
    return lineOf(site.id, name, level, level === CULTIVATED ? 'free' : 'asked');
  });
  const gone = Object.keys(notice.fields).flatMap((code) => {
    const { part, site = '' } = toldOf(code) ?? {};
    if (part !== 'told' || ids.has(site) || fieldOf(notice, code) === '') return [];
    return [lineOf(site, fieldOf(notice, toldCode('name', site)), '', 'gone')];
  });
  const asked = here.filter(({ is }) => is === 'asked');
  const isFree = ({ is }: ToldLine) => is === 'free';
  return {
    lines: [...asked, ...here.filter(isFree), ...gone],
    ...{ told: asked.filter(({ day }) => day !== '').length, asked: asked.length },
  };
}

/** “已传达 3/5 个示范点”. */
export function toldWords({ told, asked }: Pick<Told, 'told' | 'asked'>): string {
  return asked === 0 ? '名录里还没有示范点' : `已传达 ${told}/${asked} 个示范点`;
}

/** What a notice says then of these: told on a day, or with '' not told. Of one that was told already nothing changes. */
export function tickFields(lines: readonly ToldLine[], day: string): Entry['fields'] {
  const changed = lines.filter((line) => (line.day === '') !== (day === ''));
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
export function noticeDue(year: Year, notice: Entry): string {
  const open = toldIn(year, notice).lines.filter(({ is, day }) => is === 'asked' && day === '');
  if (open.length === 0) return '';
  const names = open.slice(0, NAMED).map(({ name }) => name);
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

export function toldMatrix(year: Year): ToldMatrix {
  const all = filledEntries(year, 'notices').map((notice) => ({ notice, told: toldIn(year, notice) }));
  const units = new Map(all.flatMap(({ told }) => told.lines).map((line) => [line.id, line]));
  // In the order of the list; those that are gone come last.
  const order = ['asked', 'free', 'gone'];
  const lines = [...units.values()].sort((a, b) => order.indexOf(a.is) - order.indexOf(b.is));
  return {
    notices: all.map(({ notice, told }) => ({
      ...{ id: notice.id, title: noticeTitle(notice), words: toldWords(told) },
    })),
    rows: lines.map(({ id, name, level, is }) => ({
      ...{ id, name, level: is === 'gone' ? '已不在名录' : level },
      cells: all.map(({ told }) => cellWords(told.lines.find((line) => line.id === id))),
    })),
  };
}

/** As it is called beside others: its title, else its 文号. */
export function noticeTitle(notice: Entry): string {
  return (
    ['title', 'number'].map((code) => fieldOf(notice, code).trim()).find((text) => text !== '') ??
    '（没有填标题）'
  );
}

function cellWords(line: ToldLine | undefined): string {
  if (!line || (line.day === '' && line.is !== 'asked')) return '—';
  return line.day === '' ? '未传达' : [line.day, line.way].filter((text) => text !== '').join('　');
}
