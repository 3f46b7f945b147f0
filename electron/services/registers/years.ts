import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { CallInput, CallOutput, WorkReminder, YearSummary } from '../../../shared/contract/contract.ts';
import { talksIn } from '../../../shared/registers/coverage.ts';
import { yearsLater } from '../../../shared/registers/days.ts';
import { lastDayOf, whenOf } from '../../../shared/registers/when.ts';
import { type Entry, fieldOf } from '../../../shared/registers/entry.ts';
import { LEDGER_NAMES } from '../../../shared/registers/kinds.ts';
import { yearReminder } from '../../../shared/registers/reminders.ts';
import { nameKey } from '../../../shared/registers/rollup/units.ts';
import { carriedTables } from '../../../shared/registers/stat-table.ts';
import { carriedLimit, standingOf, tasksOf } from '../../../shared/registers/tasks.ts';
import { yearDocument } from '../../../shared/registers/year/document.ts';
import { entriesOf, filledEntries } from '../../../shared/registers/year/entries.ts';
import type { YearEdit } from '../../../shared/registers/year/edits.ts';
import { type Year, YEAR_VERSION, yearTitle } from '../../../shared/registers/year/schema.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { localDay } from '../base/clock.ts';
import { DocumentFolders } from '../document/document-folders.ts';
import { LockedSession, type Opening, openLocked } from '../document/locked-session.ts';
import type { DataFolder } from '../files/data-folder.ts';
import { removeLeftovers } from '../files/ingest.ts';
import { loadPlans, planTable } from './plans.ts';

/** The folder of all years, below the data folder. */
const YEARS = '年度工作';
/** Of one year: what its entries are proved by. */
const FILES = 'files';

/** An open year; its files lie beside it. */
export class YearSession extends LockedSession<'year', Year, YearEdit, undefined> {
  override opened() {
    return { ...super.opened(), folder: this.folder };
  }

  get files(): string {
    return join(this.folder, FILES);
  }
}

function openYear(folder: string, opening: Opening): Promise<YearSession> {
  return openLocked(
    {
      ...{ kind: yearDocument, folder, context: () => undefined, ...opening },
      clear: () => removeLeftovers(join(folder, FILES)),
    },
    (locked) => new YearSession('year', locked),
  );
}

/** The years of units, below the data folder, and those that are open now. */
export class Years {
  readonly #folders: DocumentFolders<Year, YearSession>;
  readonly #resources: string;
  readonly #now: () => Date;

  constructor({
    data,
    now,
    resources,
  }: {
    data: Pick<DataFolder, 'folder'>;
    now: () => Date;
    resources: string;
  }) {
    [this.#now, this.#resources] = [now, resources];
    this.#folders = new DocumentFolders({ data, now, name: YEARS, kind: yearDocument, open: openYear });
  }

  get sessions() {
    return this.#folders.sessions;
  }

  get found() {
    return this.#folders.found;
  }

  plans() {
    return loadPlans(this.#resources);
  }

  /** One that is open, as it is now, or as it was last saved: nothing is opened or locked. */
  async read(id: string): Promise<Year> {
    const open = await this.sessions.held(id);
    if (open) return open.value;
    const line = (await this.#folders.list()).find((each) => each.id === id);
    if (!line?.value) throw new UserError(yearDocument.words.unknown);
    return line.value;
  }

  /** All of them, newest change first; one that cannot be read is listed with its problem. */
  async list(): Promise<YearSummary[]> {
    const today = localDay(this.#now());
    return (await this.#folders.list()).map(({ value, ...line }) => {
      const tasks = value ? filledEntries(value, 'tasks') : [];
      const standings = tasks.map((task) => standingOf(task, today).standing);
      const count = (...wanted: string[]) => standings.filter((each) => wanted.includes(each)).length;
      const ledgers = LEDGER_NAMES.map((name) => (value ? filledEntries(value, name).length : 0));
      return {
        ...line,
        ...{ unit: value?.unit ?? '', year: value?.year ?? 0, tasks: tasks.length },
        ...{ done: count('done', 'none'), late: count('late'), soon: count('soon') },
        entries: ledgers.reduce((sum, each) => sum + each, 0),
      };
    });
  }

  /** Those with something due, in the same order; nothing is opened. */
  async reminders(): Promise<WorkReminder[]> {
    const today = localDay(this.#now());
    return (await this.#folders.list())
      .flatMap(({ id, title, value }) => (value ? [{ id, title, ...yearReminder(value, today) }] : []))
      .filter(({ words }) => words !== '');
  }

  /** 微宣讲 of the other years of the same unit; nothing is opened. */
  async otherTalks({ id, unit }: Pick<Year, 'id' | 'unit'>): Promise<CallOutput<'otherTalks'>> {
    const others = (await this.#folders.list())
      .flatMap(({ value }) => (value ? [value] : []))
      .filter((year) => year.id !== id && nameKey(year.unit) === nameKey(unit));
    return {
      years: others.map(({ year }) => year),
      talks: others.flatMap(talksIn),
    };
  }

  /** 示范点名录 of earlier years, the last one of the same unit first; nothing is opened. */
  async otherSites({ id, unit, year: own }: Year): Promise<CallOutput<'otherSites'>> {
    const years = (await this.#folders.list())
      .flatMap(({ value }) => (value && value.id !== id && value.year < own ? [value] : []))
      .map((before) => ({
        ...{ id: before.id, title: before.title, year: before.year },
        ...{ isOwn: nameKey(before.unit) === nameKey(unit), sites: [...filledEntries(before, 'sites')] },
      }))
      .filter(({ sites }) => sites.length > 0)
      .sort((a, b) => Number(b.isOwn) - Number(a.isOwn) || b.year - a.year);
    return { years };
  }

  async create({ tasks, forms, ...head }: CallInput<'createYear'>): Promise<string> {
    const at = this.#now().toISOString();
    const entries = await this.#firstTasks(tasks, head.year);
    const before = forms === undefined ? undefined : await this.read(forms);
    const tables = before && carriedTables(before, { year: head.year, newId: randomUUID });
    return this.#folders.create({
      ...{ version: YEAR_VERSION, id: randomUUID(), createdAt: at, updatedAt: at },
      ...{ ...head, title: yearTitle(head), fills: [] },
      ...(before?.forms && { forms: before.forms }),
      ...(tables && tables.length > 0 && { tables }),
      registers: { ...(entries.length > 0 && { tasks: entries }) },
    });
  }

  async #firstTasks(wish: CallInput<'createYear'>['tasks'], year: number): Promise<Entry[]> {
    switch (wish.from) {
      case 'none':
        return [];
      case 'plan': {
        const { plan, table } = planTable(await this.plans(), wish);
        return tasksOf(plan, table, { year, newId: randomUUID });
      }
      case 'year': {
        const before = await this.read(wish.id);
        return entriesOf(before, 'tasks').map((task) => carried(task, before.year, year));
      }
    }
  }
}

/** A task of a year as it is asked for again in another one: nothing done, no files. */
function carried({ fields }: Entry, before: number, year: number): Entry {
  const { matter = '', material = '', limit = '', only = '', source = '', owner = '' } = fields;
  const due = dueLater(fieldOf({ fields }, 'due'), year - before);
  return {
    id: randomUUID(),
    fields: {
      ...{ matter, material, limit: carriedLimit(limit, before), only, source, owner, progress: '未开始' },
      ...(due !== '' && { due }),
    },
    files: [],
  };
}

/** The day on which it is due then, or its month; empty where neither is known. */
function dueLater(due: string, years: number): string {
  const when = whenOf(due);
  if (!when) return '';
  return when.day === undefined
    ? yearsLater(`${when.month}-01`, years).slice(0, 7)
    : yearsLater(lastDayOf(due), years);
}
