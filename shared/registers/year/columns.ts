import { own } from '../../values/own.ts';
import { sortedJson } from '../../values/sorted-json.ts';
import type { Column } from '../column.ts';
import { type Entry, fieldOf } from '../entry.ts';
import { columnsOf, type LedgerName, registerOf, type RegisterName } from '../kinds.ts';
import { projectName, projectNames } from '../projects/owner.ts';
import { entriesOf } from './entries.ts';
import { type ColumnForm, LONGEST_NAME } from './forms.ts';
import type { Year } from './schema.ts';

/** `registers`: absent where no entry is named in a column. */
type Forms = Pick<Year, 'forms'> & Partial<Pick<Year, 'registers'>>;

/** A column as the office has it. */
export interface YearColumn extends Column {
  readonly isHidden: boolean;
  /** The office's own: the kind has none like it. */
  readonly isOwn: boolean;
  /** What the kind calls it; '' of an own one. */
  readonly usual: string;
}

/** Every column of a ledger in the office's order. One that the office's form does not know stands where the kind has it. */
export function formOf({ forms }: Forms, name: RegisterName): ColumnForm[] {
  const codes = columnsOf(name).map(({ code }) => code);
  const stated = name === 'tasks' ? [] : (own(forms ?? {}, name) ?? []);
  const form = [...stated];
  codes.forEach((key, at) => {
    if (form.some((each) => each.key === key)) return;
    const before = form.findIndex((each) => each.key === codes[at - 1]);
    form.splice(before + 1, 0, { key });
  });
  return form;
}

/** All columns, the hidden ones among them. What a newer program has put into the form is passed over. */
export function allColumns(year: Forms, name: RegisterName): YearColumn[] {
  const kinds = new Map(columnsOf(name).map((column) => [column.code, column]));
  const columns = formOf(year, name).flatMap((form) => {
    const column = resolved(name, form, kinds.get(form.key));
    return column ? [named(year, column)] : [];
  });
  // A heading that is now the name of a column is no other one's.
  const labels = new Set(columns.map(({ label }) => label));
  return columns.map(({ headings = [], ...column }) => ({
    ...column,
    headings: headings.filter((heading) => !labels.has(heading)),
  }));
}

/** A column that holds entries is chosen by what they are called; of a name that several have, nothing says which. */
function named({ registers = {} }: Forms, column: YearColumn): YearColumn {
  if (column.of === undefined) return column;
  const projects = entriesOf({ registers }, column.of);
  const names = projectNames(projects);
  return {
    ...{ ...column, names, choices: Object.keys(names) },
    alike: Object.fromEntries(Object.entries(names).map(([id, name]) => [id, [name]])),
    shared: projects.filter((project) => names[project.id] !== projectName(project)).map(projectName),
  };
}

/** Whether the office may mark a column of the kind as 个人信息: words that may name somebody, and that no screen of its own needs. */
export function canBePersonal(name: RegisterName, { code, kind, impersonal }: Column): boolean {
  const { fixed = [] } = registerOf(name);
  return (kind === 'text' || kind === 'long') && !impersonal && !fixed.includes(code);
}

function resolved(name: RegisterName, form: ColumnForm, column: Column | undefined): YearColumn | undefined {
  const { key, label, kind, listed, personal, hidden = false, choices = [] } = form;
  if (column) {
    const { listed: usually, choices: words, ...rest } = column;
    const isRenamed = label !== undefined && label !== column.label;
    return {
      ...{ ...rest, label: label ?? column.label, usual: column.label, isHidden: hidden, isOwn: false },
      ...((listed ?? usually) && { listed: true as const }),
      ...(personal && canBePersonal(name, column) && { personal: true as const }),
      ...(words && { choices: [...new Set([...words, ...choices])] }),
      headings: [...(isRenamed ? [column.label] : []), ...(column.headings ?? [])],
    };
  }
  if (kind === undefined) return undefined;
  return {
    ...{ code: key, label: label ?? '', kind, usual: '', isHidden: hidden, isOwn: true },
    ...((listed ?? true) && { listed: true as const }),
    ...(personal && { personal: true as const }),
    ...(kind === 'choice' && { choices }),
  };
}

/** The columns that are shown, in the office's order: of the list, the form, the table, the files. */
export function columnsIn(year: Forms, name: RegisterName): YearColumn[] {
  return allColumns(year, name).filter(({ isHidden }) => !isHidden);
}

/** What the office calls a column. */
export function labelIn(year: Forms, name: RegisterName, wanted: string): string {
  return allColumns(year, name).find(({ code }) => code === wanted)?.label ?? '';
}

/**
 * Those by whose choices entries are counted each month: the kind's, also where they are hidden, as the dialog says; and the
 * office's own that are shown and not personal.
 */
export function countedIn(year: Forms, name: RegisterName): YearColumn[] {
  const { counted = [] } = registerOf(name);
  return allColumns(year, name).filter(
    ({ code, kind, isOwn, isHidden, personal }) =>
      counted.includes(code) || (isOwn && kind === 'choice' && !isHidden && !personal),
  );
}

/** 方式（不显示）: what a column is called where it is counted or filled although nobody sees it. */
export function shownLabel({ label, isHidden }: YearColumn): string {
  return isHidden ? `${label}（不显示）` : label;
}

/** What a new entry begins with: nothing in a column that nobody sees. */
export function firstFields(columns: readonly (Column | YearColumn)[]): Record<string, string> {
  const shown = columns.filter((column) => !('isHidden' in column && column.isHidden));
  return Object.fromEntries(shown.flatMap(({ code, first }) => (first === undefined ? [] : [[code, first]])));
}

/** Columns that are hidden although something stands in them, and in how many entries. */
export function hiddenContent(
  year: Forms,
  name: RegisterName,
  entries: readonly Entry[],
): readonly { readonly label: string; readonly count: number }[] {
  return allColumns(year, name)
    .filter(({ isHidden }) => isHidden)
    .map(({ code, label }) => ({ label, count: filledIn(entries, code) }))
    .filter(({ count }) => count > 0);
}

/** In how many entries something stands in a column. */
export function filledIn(entries: readonly Entry[], code: string): number {
  return entries.filter((entry) => fieldOf(entry, code) !== '').length;
}

/** What the program makes of a column of the kind; '' for nothing but to show it. */
export function usesOf(name: RegisterName, code: string): string {
  const { month, counted = [], reads = {} } = registerOf(name);
  const uses = [month === code && '算在哪年哪月', counted.includes(code) && '按月统计', own(reads, code)];
  return uses.filter(Boolean).join('、');
}

/** Columns that the program counts by, where the office calls them otherwise or has hidden them, each in words. */
export function changedUses(year: Forms, name: RegisterName): string[] {
  return allColumns(year, name)
    .filter(({ code }) => usesOf(name, code) !== '')
    .flatMap(({ label, usual, isHidden }) => [
      ...(label === usual ? [] : [`“${usual}”本单位叫“${label}”`]),
      ...(isHidden ? [`“${label}”一栏不显示，按填过的统计`] : []),
    ]);
}

/** Whether the columns are the office's, and no more those of the 参考格式. */
export function hasOwnForm({ forms }: Forms, name: RegisterName): boolean {
  return name !== 'tasks' && own(forms ?? {}, name) !== undefined;
}

/** The year with this form of a ledger; one that says what the kind says is none. */
export function withForm<Value extends Forms>(
  year: Value,
  name: LedgerName,
  columns: readonly ColumnForm[],
): Value {
  const others = Object.fromEntries(Object.entries(year.forms ?? {}).filter(([each]) => each !== name));
  const form = formOf({ forms: { [name]: [...columns] } }, name).map((column) => plain(column, name));
  const isUsual = sortedJson(form) === sortedJson(formOf({}, name));
  const forms = isUsual ? others : { ...others, [name]: form };
  return { ...year, forms: Object.keys(forms).length === 0 ? undefined : forms };
}

/** Without what says the same as the kind. */
function plain({ key, ...form }: ColumnForm, name: LedgerName): ColumnForm {
  const column = columnsOf(name).find(({ code }) => code === key);
  const usual = {
    label: column?.label,
    hidden: false,
    personal: column?.personal ?? false,
    listed: column?.listed ?? !column,
  };
  const isUsual = (what: string, said: unknown): boolean =>
    said === undefined || (Array.isArray(said) ? said.length === 0 : said === own(usual, what));
  return { key, ...Object.fromEntries(Object.entries(form).filter(([what, said]) => !isUsual(what, said))) };
}

type Filled = Pick<Year, 'forms' | 'registers'>;

/** Own columns of the form that `columns` leaves out, with in how many entries something stands in them. */
export function leftOutOf(
  year: Filled,
  name: LedgerName,
  columns: readonly ColumnForm[],
): { readonly form: ColumnForm; readonly filled: number }[] {
  const stays = new Set([...columns.map(({ key }) => key), ...columnsOf(name).map(({ code }) => code)]);
  return formOf(year, name)
    .filter(({ key, kind }) => kind !== undefined && !stays.has(key))
    .map((form) => ({ form, filled: filledIn(entriesOf(year, name), form.key) }));
}

/** The same columns, and behind them, hidden, each own one that has content: it can be shown again at any time. */
export function keepingContent(
  year: Filled,
  name: LedgerName,
  columns: readonly ColumnForm[],
): readonly ColumnForm[] {
  const kept = leftOutOf(year, name, columns).filter(({ filled }) => filled > 0);
  if (kept.length === 0) return columns;
  const forms = { [name]: [...columns] };
  const labels = new Set(allColumns({ forms }, name).map(({ label }) => label));
  const free = (label: string): string =>
    labels.has(label) ? free(`${label}（本单位）`.slice(-LONGEST_NAME)) : label;
  return [
    ...formOf({ forms }, name),
    ...kept.map(({ form }) => {
      const label = free(form.label ?? '');
      labels.add(label);
      return { ...form, label, hidden: true };
    }),
  ];
}

/** Why a ledger cannot have this form; undefined where it can. */
export function formProblem(name: LedgerName, form: readonly ColumnForm[]): string | undefined {
  if (new Set(form.map(({ key }) => key)).size < form.length) return '同一栏不能有两次';
  const columns = allColumns({ forms: { [name]: [...form] } }, name);
  const { fixed = [] } = registerOf(name);
  if (columns.some(({ code, isHidden }) => isHidden && fixed.includes(code)))
    return '这一栏有单独的填写页，不能不显示';
  if (columns.some(({ code, label, usual }) => label !== usual && fixed.includes(code)))
    return '这一栏有单独的填写页，不能改名';
  if (columns.some(({ label }) => label === '')) return '请填写栏目名称';
  if (new Set(columns.map(({ label }) => label)).size < columns.length) return '栏目名称不能相同';
  if (!columns.some(({ listed, isHidden }) => listed && !isHidden)) return '列表里至少要有一栏';
  return undefined;
}
