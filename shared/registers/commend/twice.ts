import { bareName } from '../../values/bare-name.ts';
import { type Entry, fieldOf } from '../entry.ts';
import { wordsKey } from '../text-key.ts';
import { filledEntries } from '../year/entries.ts';
import type { Year } from '../year/schema.ts';
import { cardsOf } from './card.ts';
import { advice, error, type Saying } from './saying.ts';
import type { TextRegister } from './summary.ts';

/** By the id of an entry: which one before it says that it is the same. */
export type Twice = ReadonlyMap<string, readonly Saying[]>;

interface Same {
  readonly what: string;
  /** One that is another's as well says that both are the same. */
  readonly keysOf: (entry: Entry) => readonly string[];
  readonly say: typeof error;
}

const named = (entry: Entry, code: string): string => wordsKey(bareName(fieldOf(entry, code))) ?? '';
const UNIT = (what: string): Same => ({
  what,
  keysOf: (entry) => [named(entry, 'unit')].filter((key) => key !== ''),
  say: error,
});

/** People of one name can work in one unit; a number is one person's. */
const SAME: Readonly<Record<TextRegister, readonly Same[]>> = {
  commendedUnits: [UNIT('单位全称')],
  experiences: [UNIT('标兵单位')],
  commendedPersons: [
    { what: '执法(监督)证件号', keysOf: cardsOf, say: error },
    {
      what: '姓名和单位全称',
      keysOf: (entry) => {
        const [name, unit] = [named(entry, 'name'), named(entry, 'unit')];
        return name === '' || unit === '' ? [] : [JSON.stringify([name, unit])];
      },
      say: advice,
    },
  ],
};

/** Whoever stands twice in a list. */
export function twiceIn(year: Pick<Year, 'registers'>, name: TextRegister): Twice {
  const found = new Map<string, Saying[]>();
  const entries = filledEntries(year, name);
  for (const { what, keysOf, say } of SAME[name]) {
    const firsts = new Map<string, number>();
    for (const [at, entry] of entries.entries()) {
      const keys = keysOf(entry);
      const first = keys.map((key) => firsts.get(key)).find((each) => each !== undefined);
      for (const key of keys) if (!firsts.has(key)) firsts.set(key, at);
      if (first !== undefined) {
        const called = fieldOf(entry, name === 'commendedPersons' ? 'name' : 'unit').trim() || '这个人';
        const message = `${called}（第 ${at + 1} 位）与第 ${first + 1} 位的${what}相同，请核对是不是重复`;
        found.set(entry.id, [...(found.get(entry.id) ?? []), say({ id: entry.id, message })]);
      }
    }
  }
  return found;
}
