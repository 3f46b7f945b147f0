import * as z from 'zod';
import { newerWords } from '../document-words.ts';
import type { StoredForm } from '../stored-form.ts';
import { isDay } from './days.ts';
import { type Entry, fieldOf } from './entry.ts';
import { hasFormal, stateOf } from './tasks.ts';
import { lastDayOf } from './when.ts';
import { filledEntries } from './year/entries.ts';
import type { Year } from './year/schema.ts';

/** More than any notice asks of a unit; what is longer than a text may be is shortened, visibly: the file is a digest. */
export const MOST_TASKS = 300;
const LONGEST = { matter: 500, material: 2000, limit: 500, state: 40 } as const;
/** Bytes: so many tasks with texts so long, in Chinese. */
export const MAX_PROGRESS_BYTES = 4 * 2 ** 20;

const day = z.string().refine((text) => text === '' || isDay(text), '不是日期');

/** Where a task is, as its unit says. */
export const reportShape = {
  state: z.string().max(LONGEST.state),
  doneOn: day,
  /** A PDF of the formal document is among its files. */
  formal: z.boolean(),
};

/** What is asked, in the words of the notice. `due`: '' where it has no day. */
export const taskShape = {
  id: z.uuid(),
  matter: z.string().max(LONGEST.matter),
  material: z.string().max(LONGEST.material),
  limit: z.string().max(LONGEST.limit),
  due: day,
};

const progressSchema = z.strictObject({
  version: z.literal(1),
  /** Tells it from every other .json. */
  kind: z.literal('year-progress'),
  /** Of the year that it was made of: the same unit again, whatever it is called by then. */
  origin: z.uuid(),
  unit: z.string().trim().min(1).max(100),
  /** Code of a category of units; '' where none is chosen. */
  category: z.string().trim().max(100),
  year: z.int().min(1949).max(2999),
  exportedAt: z.iso.datetime(),
  tasks: z.array(z.strictObject({ ...taskShape, ...reportShape })).max(MOST_TASKS),
});
/** What a unit hands in of its 年度任务: no files, no names of persons, no notes. */
export type Progress = z.output<typeof progressSchema>;

export const progressForm: StoredForm<Progress> = {
  version: 1,
  migrations: {},
  schema: progressSchema,
  words: newerWords('progress', '进度表'),
};

/** `exportedAt`: ISO 8601. */
export function progressOf(year: Year, exportedAt: string): Progress {
  const { id: origin, unit, category, year: of } = year;
  return {
    ...{ version: 1, kind: 'year-progress', origin, unit, category, year: of, exportedAt },
    tasks: filledEntries(year, 'tasks').map(taskOf),
  };
}

function taskOf(task: Entry): Progress['tasks'][number] {
  const text = (code: 'matter' | 'material' | 'limit') => shortened(fieldOf(task, code), LONGEST[code]);
  const dayOf = (code: string) => lastDayOf(fieldOf(task, code));
  return {
    ...{ id: task.id, matter: text('matter'), material: text('material'), limit: text('limit') },
    ...{ due: dayOf('due'), state: shortened(stateOf(task), LONGEST.state), doneOn: dayOf('doneOn') },
    formal: hasFormal(task),
  };
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
