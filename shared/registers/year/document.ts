import { documentKind, type DocumentKind } from '../../document.ts';
import { documentWords } from '../../document-words.ts';
import { assertNever } from '../../values/assert-never.ts';
import { campaignForm } from '../../campaign/schema.ts';
import { patched, patchedFields } from '../../values/patch.ts';
import type { Entry } from '../entry.ts';
import { type LedgerName, registerOf, type RegisterName } from '../kinds.ts';
import { allColumns, formProblem, keepingContent, withForm } from './columns.ts';
import { type ColumnForm, MOST_COLUMNS } from './forms.ts';
import { type YearEdit, yearEditSchema } from './edits.ts';
import { entriesOf } from './entries.ts';
import { putTable, tableIn, tableRefused } from './tables-edits.ts';
import { moved, placed } from './placing.ts';
import { linkedItems, withLinks } from './links.ts';
import { yearMerging } from './merging.ts';
import { bodyBy } from './recommending.ts';
import { type Year, yearSchema, yearTitle, YEAR_VERSION } from './schema.ts';

/** 年度工作: one unit's year. */
export const yearDocument: DocumentKind<Year, YearEdit, undefined> = documentKind({
  file: 'year',
  version: YEAR_VERSION,
  parts: { commendationNotice: campaignForm, experienceNotice: campaignForm },
  schema: yearSchema,
  edit: yearEditSchema,
  words: documentWords({ title: '年度工作', file: 'year', one: '这份年度工作' }),
  check,
  merging: yearMerging,
  apply: (year, edit, _, updatedAt) => titled({ ...withEdit(year, edit), updatedAt }),
  replaces,
});

/** Of what was filled in, that many are kept. */
const FILLS = 200;

/** Edits of what stands beside the entries that can always be made. */
type HeadEdit = Extract<
  YearEdit,
  { kind: 'setHead' | 'noteFill' | 'connect' | 'setRecommending' | 'setNotice' }
>;

type EntryEdit = Exclude<YearEdit, HeadEdit | { kind: 'setLinks' | 'setForm' | 'putTable' | 'removeTable' }>;

const HEAD_EDITS: readonly YearEdit['kind'][] = [
  ...(['setHead', 'noteFill', 'connect'] as const),
  ...(['setRecommending', 'setNotice'] as const),
];

function isOfHead(edit: YearEdit): edit is HeadEdit {
  return HEAD_EDITS.includes(edit.kind);
}

const NO_RECOMMENDING = { body: '', from: '', contact: '', phone: '' };

function titled(year: Year): Year {
  return { ...year, title: yearTitle(year) };
}

function entryIn(year: Year, register: RegisterName, id: string): Entry | undefined {
  return entriesOf(year, register).find((entry) => entry.id === id);
}

/** An entry may be gone: removed in another window. */
function check(year: Year, edit: YearEdit): string | undefined {
  if (edit.kind === 'setNotice') return noticeRefused(edit);
  if (isOfHead(edit)) return undefined;
  if (edit.kind === 'setLinks') return linkRefused(year, edit);
  if (edit.kind === 'setForm') return formRefused(year, edit.register, edit.columns);
  if (edit.kind === 'putTable') return tableRefused(year, edit.table);
  if (edit.kind === 'removeTable') return tableIn(year, edit.id) ? undefined : '这张统计表已经在别处移除';
  const ids = new Set(entriesOf(year, edit.register).map(({ id }) => id));
  if ('entries' in edit && edit.entries.some(({ id }) => ids.has(id))) return '这一行已经登记过';
  if (!changedBy(edit).every((id) => ids.has(id))) return '这一行已经在别处移除';
  if (edit.kind === 'setEntry' || edit.kind === 'takeTable') {
    const fields = edit.kind === 'setEntry' ? [edit.fields] : edit.changed.map((each) => each.fields);
    const known = new Set(allColumns(year, edit.register).map(({ code }) => code));
    const { fieldLabel } = registerOf(edit.register);
    const isKnown = (code: string): boolean => known.has(code) || fieldLabel?.(code, {}) !== undefined;
    return fields.flatMap((each) => Object.keys(each)).every(isKnown) ? undefined : '没有这一栏';
  }
  if (edit.kind === 'setFileRole') return fileIn(year, edit) ? undefined : '这份材料已经在别处移除';
  return undefined;
}

/** A notice of another kind says nothing of what is recommended here. */
function noticeRefused({ of, notice }: Extract<YearEdit, { kind: 'setNotice' }>): string | undefined {
  const kind = of === 'commendationNotice' ? 'commendation' : 'experience';
  return notice === null || notice.kind === kind ? undefined : '这个活动不是这一类通知';
}

/** Entries that have to be there for it. */
function changedBy(edit: EntryEdit): readonly string[] {
  if (edit.kind === 'addEntries') return [];
  if (edit.kind === 'moveEntry') return [edit.id, ...(edit.after === null ? [] : [edit.after])];
  if (edit.kind === 'takeTable') return edit.changed.map(({ id }) => id);
  return 'ids' in edit ? edit.ids : [edit.id];
}

/** With those that stay because something stands in them. */
function formRefused(year: Year, name: LedgerName, columns: readonly ColumnForm[]): string | undefined {
  const kept = keepingContent(year, name, columns);
  return kept.length > MOST_COLUMNS ? `最多 ${MOST_COLUMNS} 栏` : formProblem(name, kept);
}

/** A task is linked by itself, a ledger as a whole. */
function linkRefused(year: Year, { register, id }: { register: RegisterName; id?: string | undefined }) {
  if (register !== 'tasks') return id === undefined ? undefined : '台账是整本对应的，不能只对应一行';
  return id !== undefined && entryIn(year, register, id) ? undefined : '这一行已经在别处移除';
}

function fileIn(
  year: Year,
  { register, id, sha256 }: { register: RegisterName; id: string; sha256: string },
) {
  return entryIn(year, register, id)?.files.find((file) => file.sha256 === sha256);
}

/** A kind of body is kept by its name. */
function withBody(year: Year, { of, notice }: Extract<YearEdit, { kind: 'setNotice' }>): Year {
  if (of !== 'commendationNotice' || !year.recommending) return year;
  return { ...year, recommending: { ...year.recommending, body: bodyBy(year, notice) } };
}

function withEdit(year: Year, edit: YearEdit): Year {
  switch (edit.kind) {
    case 'setHead':
      return patched(year, edit.fields);
    case 'noteFill':
      return { ...year, fills: [...year.fills, edit.fill].slice(-FILLS) };
    case 'connect':
      return { ...year, assessment: edit.assessment ?? undefined };
    case 'setRecommending':
      return { ...year, recommending: patched(year.recommending ?? NO_RECOMMENDING, edit.fields) };
    case 'setNotice':
      return { ...withBody(year, edit), [edit.of]: edit.notice ?? undefined };
    case 'setLinks':
      return withLinks(year, edit, edit.items);
    case 'setForm':
      return withForm(year, edit.register, keepingContent(year, edit.register, edit.columns));
    case 'putTable':
      return putTable(year, edit.table);
    case 'removeTable':
      return { ...year, tables: year.tables?.filter(({ id }) => id !== edit.id) };
    case 'addEntries':
      return withEntries(year, edit.register, (entries) => placed(entries, edit.entries, edit.after));
    case 'takeTable': {
      const said = new Map(edit.changed.map(({ id, fields }) => [id, fields]));
      return withEntries(year, edit.register, (entries) =>
        placed(
          entries.map((entry) => ({ ...entry, fields: { ...entry.fields, ...said.get(entry.id) } })),
          edit.entries,
          edit.after,
        ),
      );
    }
    case 'setEntry':
      return withEntry(year, edit, (entry) => ({ ...entry, fields: { ...entry.fields, ...edit.fields } }));
    case 'moveEntry':
      return withEntries(year, edit.register, (entries) => moved(entries, edit.id, edit.after));
    case 'removeEntries': {
      const gone = new Set(edit.ids);
      return withEntries(year, edit.register, (entries) => entries.filter(({ id }) => !gone.has(id)));
    }
    case 'addFile':
      // Content that is there keeps its name, and what it is.
      return withEntry(year, edit, (entry) =>
        entry.files.some(({ sha256 }) => sha256 === edit.file.sha256)
          ? entry
          : { ...entry, files: [...entry.files, edit.file] },
      );
    case 'setFileRole':
      return withEntry(year, edit, (entry) => ({
        ...entry,
        files: entry.files.map((file) => (file.sha256 === edit.sha256 ? { ...file, role: edit.role } : file)),
      }));
    case 'removeFile':
      return withEntry(year, edit, (entry) => ({
        ...entry,
        files: entry.files.filter(({ sha256 }) => sha256 !== edit.sha256),
      }));
    default:
      return assertNever(edit);
  }
}

function withEntries(
  year: Year,
  register: RegisterName,
  change: (entries: readonly Entry[]) => Entry[],
): Year {
  return { ...year, registers: { ...year.registers, [register]: change(entriesOf(year, register)) } };
}

function withEntry(
  year: Year,
  { register, id }: { readonly register: RegisterName; readonly id: string },
  change: (entry: Entry) => Entry,
): Year {
  return withEntries(year, register, (entries) =>
    entries.map((entry) => (entry.id === id ? change(entry) : entry)),
  );
}

function replaces(year: Year, edit: YearEdit): unknown {
  switch (edit.kind) {
    case 'setHead':
      return patchedFields(year, edit.fields);
    case 'connect':
      return year.assessment;
    case 'setRecommending':
      return patchedFields(year.recommending ?? NO_RECOMMENDING, edit.fields);
    case 'setNotice':
      return year[edit.of]?.id;
    case 'setLinks':
      return linkedItems(year, edit);
    case 'setForm':
      return year.forms?.[edit.register];
    case 'putTable':
      return tableIn(year, edit.table.id);
    case 'removeTable':
      return tableIn(year, edit.id);
    case 'noteFill':
    case 'addEntries':
      return undefined;
    case 'takeTable': {
      const fields = new Map(entriesOf(year, edit.register).map((entry) => [entry.id, entry.fields]));
      return edit.changed.map((each) => patchedFields(fields.get(each.id), each.fields));
    }
    case 'setEntry':
      return patchedFields(entryIn(year, edit.register, edit.id)?.fields, edit.fields);
    case 'moveEntry': {
      const entries = entriesOf(year, edit.register);
      return entries[entries.findIndex(({ id }) => id === edit.id) - 1]?.id ?? null;
    }
    case 'removeEntries':
      return edit.ids.map((id) => entryIn(year, edit.register, id));
    case 'addFile':
      return undefined;
    case 'setFileRole':
      return fileIn(year, edit)?.role;
    case 'removeFile':
      return fileIn(year, edit);
    default:
      return assertNever(edit);
  }
}
