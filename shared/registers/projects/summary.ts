import { isDone } from '../carried-out.ts';
import type { Column } from '../column.ts';
import type { Entry } from '../entry.ts';
import type { RegisterName } from '../kinds.ts';
import { dayOrder } from '../when.ts';
import { columnsIn, hiddenContent } from '../year/columns.ts';
import type { Year } from '../year/schema.ts';
import { projectName, shownIn } from './owner.ts';
import { filledOfProject, type OwnedName } from './rows.ts';

/** A column of which something is said: its name and its words. */
interface Said {
  readonly label: string;
  readonly text: string;
}

export interface SummaryRow {
  readonly title: string;
  readonly said: readonly Said[];
}

/** What 总结 of a project says: what was agreed, what was done in the order of days, what was found, what came of it. */
export interface Summary {
  readonly name: string;
  readonly agreed: readonly Said[];
  readonly steps: readonly SummaryRow[];
  readonly differences: readonly SummaryRow[];
  /** Of the differences. */
  readonly done: number;
  readonly outcome: readonly Said[];
  /** Names of the project's own files. */
  readonly files: string;
  /** Personal columns that were left out although something stands in them. */
  readonly left: readonly string[];
  /** Columns that are not shown although something stands in them. */
  readonly hidden: readonly string[];
}

/** Those of the project's columns that say what came of it. */
const OUTCOME = ['system', 'outcome', 'case', 'note'];

/** `personal`: with the columns that are marked so. */
export function summaryOf(year: Year, project: Entry, { personal }: { personal: boolean }): Summary {
  const said = saidIn(year, 'projects', personal);
  const isOutcome = ({ code }: Column): boolean => OUTCOME.includes(code);
  const rows = (name: OwnedName): readonly Entry[] => filledOfProject(year, name, project.id);
  const [steps, differences] = [byDay(rows('steps')), rows('differences')];
  return {
    name: projectName(project),
    agreed: said(project, (column) => column.code !== 'name' && !isOutcome(column)),
    steps: rowsIn(year, steps, { name: 'steps', heads: ['day', 'form'], none: '（没有填日期）', personal }),
    differences: rowsIn(year, differences, {
      name: 'differences',
      heads: ['item'],
      none: '（没有填评分项）',
      personal,
    }),
    done: differences.filter(isDone).length,
    outcome: said(project, isOutcome),
    files: filesOf(project),
    left: personal
      ? []
      : [
          ...leftOut(year, 'projects', [project]),
          ...leftOut(year, 'steps', steps),
          ...leftOut(year, 'differences', differences),
        ],
    hidden: [
      ...hiddenIn(year, 'projects', [project]),
      ...hiddenIn(year, 'steps', steps),
      ...hiddenIn(year, 'differences', differences),
    ],
  };
}

const filesOf = ({ files }: Entry): string => files.map(({ fileName }) => fileName).join('、');

function rowsIn(
  year: Year,
  entries: readonly Entry[],
  {
    name,
    heads,
    none,
    personal,
  }: { name: OwnedName; heads: readonly string[]; none: string; personal: boolean },
): SummaryRow[] {
  const said = saidIn(year, name, personal);
  return entries.map((entry) => {
    const head = said(entry, ({ code }) => heads.includes(code));
    const files = filesOf(entry);
    return {
      title: head.map(({ text }) => text).join('　') || none,
      said: [
        ...said(entry, ({ code, of }) => of === undefined && !heads.includes(code)),
        ...(files === '' ? [] : [{ label: '材料', text: files }]),
      ],
    };
  });
}

/** What stands in the columns that are shown, in the office's order and by its names. */
function saidIn(year: Year, name: RegisterName, personal: boolean) {
  const columns = columnsIn(year, name).filter((column) => personal || !column.personal);
  return (entry: Entry, wanted: (column: Column) => boolean): Said[] =>
    columns
      .filter(wanted)
      .map((column) => ({ label: column.label, text: shownIn(column, entry).trim() }))
      .filter(({ text }) => text !== '');
}

function leftOut(year: Year, name: RegisterName, entries: readonly Entry[]): string[] {
  return columnsIn(year, name)
    .filter((column) => column.personal && entries.some((entry) => shownIn(column, entry) !== ''))
    .map(({ label }) => label);
}

const hiddenIn = (year: Year, name: RegisterName, entries: readonly Entry[]): string[] =>
  hiddenContent(year, name, entries).map(({ label }) => label);

/** Those without a day last. */
function byDay(entries: readonly Entry[]): Entry[] {
  const order = (entry: Entry): string => dayOrder(entry.fields['day'] ?? '') || '9';
  return [...entries].sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
}
