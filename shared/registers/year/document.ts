import { documentKind, type DocumentKind } from '../../document.ts';
import { documentWords } from '../../document-words.ts';
import { assertNever } from '../../values/assert-never.ts';
import { own } from '../../values/own.ts';
import { patched, patchedFields } from '../../values/patch.ts';
import { type Entry, FILE_ROLE_LABELS } from '../entry.ts';
import { columnsOf, hasColumn, REGISTERS, type RegisterName } from '../kinds.ts';
import { type YearEdit, yearEditSchema } from './edits.ts';
import { type Year, yearSchema, yearTitle, YEAR_VERSION } from './schema.ts';

/** 年度工作: one unit's year. */
export const yearDocument: DocumentKind<Year, YearEdit, undefined> = documentKind({
  file: 'year',
  version: YEAR_VERSION,
  schema: yearSchema,
  edit: yearEditSchema,
  words: documentWords({ title: '年度工作', file: 'year', one: '这份年度工作' }),
  check,
  merging: {
    apart: ({ updatedAt: _, title: __, ...parts }) => parts,
    together: (parts, current) => titled({ ...current, ...parts }),
    name: nameOf,
    show: (_, content) => wordsIn(content),
  },
  apply: (year, edit, _, updatedAt) => titled({ ...withEdit(year, edit), updatedAt }),
  replaces,
});

/** Of what was filled in, that many are kept. */
const FILLS = 200;

/** Entries of a register, in the order in which they came. */
export function entriesOf({ registers }: Pick<Year, 'registers'>, register: RegisterName): readonly Entry[] {
  return own(registers, register) ?? [];
}

function titled(year: Year): Year {
  return { ...year, title: yearTitle(year) };
}

function entryIn(year: Year, register: RegisterName, id: string): Entry | undefined {
  return entriesOf(year, register).find((entry) => entry.id === id);
}

/** An entry may be gone: removed in another window. */
function check(year: Year, edit: YearEdit): string | undefined {
  if (edit.kind === 'setHead' || edit.kind === 'noteFill') return undefined;
  if (edit.kind === 'addEntries') {
    const ids = new Set(entriesOf(year, edit.register).map(({ id }) => id));
    return edit.entries.some(({ id }) => ids.has(id)) ? '这一行已经登记过' : undefined;
  }
  const ids = 'ids' in edit ? edit.ids : [edit.id];
  if (!ids.every((id) => entryIn(year, edit.register, id))) return '这一行已经在别处移除';
  if (edit.kind === 'setEntry') {
    return Object.keys(edit.fields).every((code) => hasColumn(edit.register, code))
      ? undefined
      : '没有这一栏';
  }
  if (edit.kind === 'setFileRole') return fileIn(year, edit) ? undefined : '这份材料已经在别处移除';
  return undefined;
}

function fileIn(
  year: Year,
  { register, id, sha256 }: { register: RegisterName; id: string; sha256: string },
) {
  return entryIn(year, register, id)?.files.find((file) => file.sha256 === sha256);
}

function withEdit(year: Year, edit: YearEdit): Year {
  switch (edit.kind) {
    case 'setHead':
      return patched(year, edit.fields);
    case 'noteFill':
      return { ...year, fills: [...year.fills, edit.fill].slice(-FILLS) };
    case 'addEntries':
      return withEntries(year, edit.register, (entries) => [...entries, ...edit.entries]);
    case 'setEntry':
      return withEntry(year, edit, (entry) => ({ ...entry, fields: { ...entry.fields, ...edit.fields } }));
    case 'removeEntries': {
      const gone = new Set(edit.ids);
      return withEntries(year, edit.register, (entries) => entries.filter(({ id }) => !gone.has(id)));
    }
    case 'addFile':
      return withEntry(year, edit, (entry) => ({
        ...entry,
        files: [...entry.files.filter(({ sha256 }) => sha256 !== edit.file.sha256), edit.file],
      }));
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
    case 'noteFill':
    case 'addEntries':
      return undefined;
    case 'setEntry':
      return patchedFields(entryIn(year, edit.register, edit.id)?.fields, edit.fields);
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

/** 年度任务“制定年度实施方案”的进度. */
function nameOf(path: readonly string[], { value }: { readonly value: Year }): string {
  const [part, name = '', id = '', , code = ''] = path;
  if (part !== 'registers')
    return { unit: '单位名称', category: '单位类别', year: '年份' }[part ?? ''] ?? '年度工作';
  if (!Object.hasOwn(REGISTERS, name)) return '其他台账';
  const register = name as RegisterName;
  const { label } = REGISTERS[register];
  const entry = entryIn(value, register, id);
  const first = entry && columnsOf(register).map((column) => own(entry.fields, column.code) ?? '');
  const called = first?.find((text) => text !== '' && !/^\d{4}-\d{2}-\d{2}$/u.test(text)) ?? '';
  const column = columnsOf(register).find((each) => each.code === code);
  return `${label}${called === '' ? '' : `“${called.slice(0, 20)}”`}${column ? `的${column.label}` : ''}`;
}

/** All that was typed in a part, in its order. */
function wordsIn(content: unknown): string {
  if (typeof content === 'string') return content;
  if (typeof content === 'number') return String(content);
  if (typeof content !== 'object' || content === null) return '';
  if ('sha256' in content && 'fileName' in content && 'role' in content) {
    return `${String(content.fileName)}（${FILE_ROLE_LABELS[content.role as keyof typeof FILE_ROLE_LABELS]}）`;
  }
  return Object.entries(content)
    .filter(([name]) => name !== 'id')
    .map(([, part]) => wordsIn(part))
    .filter((words) => words !== '')
    .join('，');
}
