import type { Assessment } from '../assessment/schema.ts';
import { titleOf } from '../registers/year/entry-title.ts';
import type { Entry } from '../registers/entry.ts';
import { LEDGER_NAMES, REGISTER_NAMES, registerOf, type RegisterName } from '../registers/kinds.ts';
import { shownIn } from '../registers/projects/owner.ts';
import type { Rollup } from '../registers/rollup/schema.ts';
import { periodIn, tableTitle } from '../registers/stat-table.ts';
import { columnsIn } from '../registers/year/columns.ts';
import { entriesOf } from '../registers/year/entries.ts';
import type { Year } from '../registers/year/schema.ts';
import type { StatTable } from '../registers/year/tables.ts';
import type { Desk } from '../review/schema.ts';
import { placesOf } from '../standard/places.ts';
import type { Standard } from '../standard/schema.ts';
import type { Searched, SearchGroup, SearchLine } from './line.ts';

const words = (...texts: readonly (string | undefined)[]): string[] =>
  texts.filter((text): text is string => text !== undefined && text !== '');

/** A unit's self-assessment: the items of its standard, its evidence. Contact and telephone are not looked through. */
export function searchedAssessment(assessment: Assessment, standard: Standard): Searched {
  const { id, unit, campaign, sample, evidence } = assessment;
  const items = placesOf(standard).map(({ code, title, criterion }): SearchLine => ({
    ...{ group: 'item', id: code, code, title },
    texts: words(criterion),
  }));
  const pieces = evidence.map(({ sha256, label, fileName }): SearchLine => ({
    ...{ group: 'evidence', id: sha256, title: label || fileName },
    texts: words(label && fileName !== label ? fileName : undefined),
  }));
  return {
    ...{ document: 'assessment', id, title: unit.name || '（未录入单位名称）' },
    texts: words(campaign.title, standard.title, standard.edition, sample ? '示例' : undefined),
    lines: [...items, ...pieces],
  };
}

/** A unit's year: every entry of every register, by what is shown and not personal, and the names of its files. */
export function searchedYear(year: Year): Searched {
  const { id, title, unit } = year;
  return {
    ...{ document: 'year', id, title, texts: words(unit, `${year.year}年`) },
    lines: [
      ...REGISTER_NAMES.flatMap((register) =>
        entriesOf(year, register).map((entry) => entryLine(year, register, entry)),
      ),
      ...tableLines(year),
    ],
  };
}

/** 统计表 by their titles, periods and lines; those of a ledger of a newer program are nowhere to be shown. */
function tableLines({ tables = [], year }: Year): SearchLine[] {
  return LEDGER_NAMES.flatMap((register) =>
    tables
      .filter((table) => table.register === register)
      .map((table): SearchLine => ({
        ...{ group: 'statTable', id: table.id, register, title: titleWithPeriod(year, table) },
        texts: words(registerOf(register).label, ...table.lines.map(({ label }) => label)),
      })),
  );
}

/** Copies of a table have one name: which one it is says its period. */
function titleWithPeriod(year: number, table: StatTable): string {
  const { from, to } = table;
  const days = from === '' && to === '' ? '没有填统计期间' : `${from} 至 ${to}`;
  return `${tableTitle(table)}（${periodIn(year, table)?.name ?? days}）`;
}

const GROUP_OF: Readonly<Partial<Record<RegisterName, SearchGroup>>> = { tasks: 'task', cases: 'case' };

function entryLine(year: Year, register: RegisterName, entry: Entry): SearchLine {
  const title = titleOf(year, register, entry);
  // What stands in the title is not looked through twice.
  const fields = columnsIn(year, register)
    .filter(({ personal }) => !personal)
    .map((column) => shownIn(column, entry))
    .filter((text) => text.length > 60 || !title.includes(text));
  return {
    ...{ group: GROUP_OF[register] ?? 'entry', id: entry.id, register, title },
    texts: words(registerOf(register).label, ...fields, ...entry.files.map(({ fileName }) => fileName)),
  };
}

/** An office's roll-up: its units and their tasks, the cases that it collects, and what it noted of 督查、通报、加扣分. */
export function searchedRollup({ id, title, office, year, units, points, cases }: Rollup): Searched {
  const names = new Map(units.map((unit) => [unit.id, unit.name]));
  return {
    ...{ document: 'rollup', id, title, texts: words(office, `${year}年`) },
    lines: [
      ...units.map((unit): SearchLine => ({ group: 'unit', id: unit.id, title: unit.name, texts: [] })),
      ...units.flatMap((unit) =>
        unit.tasks.map(({ id: task, matter, material, limit, due, state, correction }): SearchLine => ({
          ...{ group: 'unitTask', id: `${unit.id}.${task}`, unit: unit.id },
          title: words(unit.name, matter).join('：'),
          texts: words(material, limit, due, state, correction?.state, correction?.reason),
        })),
      ),
      ...cases.map(({ id: one, unit, title: name, file, day, reason, remark }): SearchLine => ({
        ...{ group: 'collected', id: one },
        title: words(names.get(unit), name || file.fileName).join('：'),
        texts: words(name && file.fileName, day, reason, remark),
      })),
      ...points.map(({ id: point, unit, kind, reason, basis, day, note }): SearchLine => ({
        ...{ group: 'point', id: point, title: words(unit, kind).join('：') },
        texts: words(reason, basis, day, note),
      })),
    ],
  };
}

/** What is known of a package without looking into it. */
export interface SearchedPackage {
  readonly key: string;
  readonly unit: string;
  readonly fileName: string;
  readonly texts?: readonly string[];
}

/** A desk: its packages, by unit and file. */
export function searchedDesk(
  { id, title, campaign, standard }: Desk,
  packages: readonly SearchedPackage[],
): Searched {
  return {
    ...{ document: 'desk', id, title, texts: words(campaign.title, standard.title) },
    lines: packages.map(({ key, unit, fileName, texts = [] }): SearchLine => ({
      ...{ group: 'package', id: key, title: unit || fileName },
      texts: words(unit ? fileName : undefined, ...texts),
    })),
  };
}
