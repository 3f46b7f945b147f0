import { type Entry, fieldOf } from '../entry.ts';
import { creditCodeProblem } from '../../values/credit-code.ts';
import { showable } from '../../values/text.ts';
import { codeKey, textKey } from '../text-key.ts';
import { documentKey } from './document-number.ts';

type Row = Pick<Entry, 'fields'>;

/** Whether two rows are of one unit; `doubt`: of one name, and only one has a code, one is mistyped, or they contradict each other. */
type Likeness = 'same' | 'doubt' | 'other';

const codeOf = (row: Row): string | undefined => codeKey(fieldOf(row, 'code'));
/** Something stands for its code, and is none. */
export const isMiscoded = (row: Row): boolean =>
  textKey(fieldOf(row, 'code')) !== undefined && codeOf(row) === undefined;
/** What may be filled in: nothing stands there, or a code that is none. */
export const isOpenIn = (row: Row, code: string): boolean =>
  fieldOf(row, code).trim() === '' || (code === 'code' && isMiscoded(row));
const isUncoded = (row: Row): boolean => codeOf(row) === undefined;
const nameOf = (row: Row): string | undefined => textKey(fieldOf(row, 'name'));

/** What tells units of one name apart where they have no code. */
const TELLING = ['region', 'industry', 'level', 'number', 'named', 'confirmNumber', 'confirmed'] as const;
const NUMBERS: readonly string[] = ['number', 'confirmNumber'];

const tellingOf = (row: Row): (string | undefined)[] =>
  TELLING.map((code) => (NUMBERS.includes(code) ? documentKey : textKey)(fieldOf(row, code)));

/** Both say something, and not the same. */
function contradicts(a: Row, b: Row): boolean {
  const theirs = tellingOf(b);
  return tellingOf(a).some((mine, at) => mine !== (theirs[at] ?? mine) && mine !== undefined);
}

/** They say, and leave open, the same. */
export const tellsTheSame = (a: Row, b: Row): boolean => tellingOf(a).join('\n') === tellingOf(b).join('\n');

/** Of two that have one code: what else would tell that they are two. A place that is only written in full is no other one. */
export function differsBesideCode(a: Row, b: Row): readonly string[] {
  if (codeOf(a) === undefined || codeOf(a) !== codeOf(b)) return [];
  return ['name', 'region', 'industry'].filter((code) => {
    const [mine, theirs] = [a, b].map((row) => textKey(fieldOf(row, code)));
    if (mine === undefined || theirs === undefined) return false;
    return code === 'name' ? mine !== theirs : !mine.includes(theirs) && !theirs.includes(mine);
  });
}

/** What is wrong with a code that is read as one; '' for nothing. */
export function codeProblem(row: Row): string {
  const code = codeOf(row);
  return (code === undefined ? undefined : creditCodeProblem(code)) ?? '';
}

/** A 统一社会信用代码 is one unit's alone; without one the name tells, where nothing contradicts it. */
export function likeness(a: Row, b: Row): Likeness {
  const [mine, theirs] = [codeOf(a), codeOf(b)];
  if (mine !== undefined && mine === theirs) return 'same';
  if (nameOf(a) === undefined || nameOf(a) !== nameOf(b)) return 'other';
  if (mine !== undefined && theirs !== undefined)
    // One figure wrong, two turned round, one left out: the check character tells.
    return [a, b].some((row) => codeProblem(row) !== '') ? 'doubt' : 'other';
  return mine === theirs && !contradicts(a, b) ? 'same' : 'doubt';
}

/** A stranger's name as it is shown, what cannot be seen written out. */
export const shownName = (name: string): string => showable(name, 200);

export const SAME_NAME = '同名，请核对是不是同一单位';

/** What tells rows of one name apart in a list, behind the name: wherein they differ, and the row in `all`. '' where nobody else has it. */
export function apartWords(rows: readonly Row[], all: readonly Row[] = rows): (row: Row) => string {
  const named = new Map<string | undefined, Row[]>();
  for (const row of rows) {
    const same = named.get(nameOf(row));
    if (same) same.push(row);
    else named.set(nameOf(row), [row]);
  }
  const many = [...named].filter(([, same]) => same.length > 1);
  const telling = new Map(many.map(([name, same]) => [name, differingIn(same)]));
  const places = placesIn(all);
  return (row) => {
    const codes = telling.get(nameOf(row));
    if (!codes) return '';
    const said = [...codes.map((code) => fieldOf(row, code).trim()), places(row)];
    return `（${said.filter(Boolean).join('，')}）`;
  };
}

/** 第9行. */
export function placesIn(all: readonly Row[]): (row: Row) => string {
  const places = new Map(all.map((row, at) => [row, `第${at + 1}行`]));
  return (row) => places.get(row) ?? '';
}

const differingIn = (rows: readonly Row[]): readonly string[] =>
  ['region', 'industry'].filter((code) => new Set(rows.map((row) => textKey(fieldOf(row, code)))).size > 1);

/** Rows by what they may be known by. */
export class RowIndex<Of extends Row> {
  readonly #byKey = new Map<string, Of[]>();

  constructor(rows: readonly Of[] = []) {
    for (const row of rows) this.add(row);
  }

  add(row: Of): void {
    for (const key of keysOf(row)) {
      const others = this.#byKey.get(key);
      if (others) others.push(row);
      else this.#byKey.set(key, [row]);
    }
  }

  /** Those with its code or its name, in the order in which they came. */
  near(row: Row): Of[] {
    return [...new Set(keysOf(row).flatMap((key) => this.#byKey.get(key) ?? []))];
  }

  /** Those that are like it in this way. */
  like(row: Row, ...how: readonly Likeness[]): Of[] {
    return this.near(row).filter((other) => other !== row && how.includes(likeness(other, row)));
  }
}

function keysOf(row: Row): string[] {
  const [code, name] = [codeOf(row), nameOf(row)];
  return [...(code === undefined ? [] : [`c${code}`]), ...(name === undefined ? [] : [`n${name}`])];
}

export interface Units<Of> {
  /** Each unit once: the first row of it, and every one that may be another unit's. */
  readonly kept: readonly Of[];
  /** The others, each with the row that counts for it. */
  readonly again: ReadonlyMap<Of, Of>;
  /** Of those that are kept: another one may be the same unit. */
  readonly doubtful: ReadonlySet<Of>;
}

/** Names of which rows without a code contradict each other. */
function tornNames(rows: readonly Row[]): ReadonlySet<string> {
  const said = new Map<string, string>();
  const torn = new Set<string>();
  for (const row of rows.filter(isUncoded)) {
    const name = nameOf(row) ?? '';
    for (const [at, text] of tellingOf(row).entries()) {
      const key = `${at}${name}`;
      if (text === undefined) continue;
      if ((said.get(key) ?? text) !== text) torn.add(name);
      said.set(key, text);
    }
  }
  return torn;
}

/** The same of what was made of each row. */
export function unitsAs<From, To>({ kept, again, doubtful }: Units<From>, of: (row: From) => To): Units<To> {
  return {
    kept: kept.map(of),
    again: new Map([...again].map(([row, first]) => [of(row), of(first)])),
    doubtful: new Set([...doubtful].map(of)),
  };
}

export function unitsOf<Of extends Row>(rows: readonly Of[]): Units<Of> {
  // Of one name, and not all of one unit: what says less than another may be of either.
  const torn = tornNames(rows);
  const index = new RowIndex<Of>();
  const kept: Of[] = [];
  const again = new Map<Of, Of>();
  for (const row of rows) {
    const likes = index.like(row, 'same');
    const isSure = likes.length === 0 || !isUncoded(row) || !torn.has(nameOf(row) ?? '');
    const first = isSure ? likes[0] : likes.find((each) => tellsTheSame(each, row));
    if (first) again.set(row, first);
    else {
      kept.push(row);
      index.add(row);
    }
  }
  // Two that are the same and are both kept are so because of a third one.
  return {
    kept,
    again,
    doubtful: new Set(kept.filter((row) => index.like(row, 'doubt', 'same').length > 0)),
  };
}
