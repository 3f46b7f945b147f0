import type { DocumentMerging } from '../../document.ts';
import { own } from '../../values/own.ts';
import { sortedJson } from '../../values/sorted-json.ts';
import { FILE_ROLE_LABELS } from '../entry.ts';
import { LEDGER_NAMES, type LedgerName, registerOf, REGISTERS, type RegisterName } from '../kinds.ts';
import { allColumns, formOf, keepingContent, withForm } from './columns.ts';
import type { ColumnForm } from './forms.ts';
import { tableName, tableWords } from './table-words.ts';
import { entriesOf } from './entries.ts';
import { projectNames, shownIn, shownOwner } from '../projects/owner.ts';
import { type Year, yearTitle } from './schema.ts';

type Parts = Partial<Omit<Year, 'assessment' | Notice>> & {
  readonly assessment?: Whole;
} & { readonly [Name in Notice]?: { readonly kind: string; readonly value: NonNullable<Year[Name]> } };
/** Taken whole where it is another one: an id never gets another's title. */
type Whole = NonNullable<Year['assessment']> & { readonly kind: string };
type Notice = (typeof NOTICES)[number];
/** A notice is never made of two. */
const NOTICES = ['commendationNotice', 'experienceNotice'] as const;

/** How two versions of a year are merged and told apart. */
export const yearMerging: DocumentMerging<Year, undefined> = {
  apart: ({ updatedAt: _, title: __, assessment, ...parts }) => ({
    ...parts,
    // Whole ones, so that a column that one side has moved and the other has renamed is the same column.
    forms: { ...parts.forms, ...Object.fromEntries(LEDGER_NAMES.map((name) => [name, formOf(parts, name)])) },
    ...(assessment && { assessment: { ...assessment, kind: assessment.id } }),
    ...Object.fromEntries(
      NOTICES.flatMap((name) => {
        const value = parts[name];
        return value ? [[name, { kind: sortedJson(value), value }]] : [];
      }),
    ),
  }),
  together: (made, current) => {
    const { assessment, commendationNotice, experienceNotice, ...parts } = made as Parts;
    // What neither side has any more must not come back from the current one.
    const gone = { assessment: undefined, links: undefined, recommending: undefined };
    const notices = {
      commendationNotice: commendationNotice?.value,
      experienceNotice: experienceNotice?.value,
    };
    const merged = LEDGER_NAMES.reduce<Year>(
      (year, name) => withForm(year, name, keptForm(year, current, name)),
      {
        ...{ ...current, ...gone, ...notices, ...parts },
      },
    );
    const connected = assessment && { id: assessment.id, title: assessment.title };
    return { ...merged, ...(connected && { assessment: connected }), title: yearTitle(merged) };
  },
  // registers / <name> / <entry> / fields: the codes of columns.
  isRecord: (path) => path.length === 4 && path[0] === 'registers' && path[3] === 'fields',
  name: nameOf,
  show: (path, content, { value }) => {
    const [part, , , field] = path;
    if (part === 'tables') return tableWords(path, content, value);
    if (part === 'commendationNotice' || part === 'experienceNotice') return noticeWords(content);
    return part === 'links'
      ? itemWords(content)
      : part === 'forms'
        ? formWords(field, content)
        : wordsIn(content, projectNames(entriesOf(value, 'projects')));
  },
};

/** What one side has removed while the other one filled it in stays, hidden. */
function keptForm(merged: Year, { forms }: Year, name: LedgerName): readonly ColumnForm[] {
  return keepingContent({ forms, registers: merged.registers }, name, formOf(merged, name));
}

function noticeWords(content: unknown): string {
  return (content as { readonly value?: { readonly title: string } } | undefined)?.value?.title ?? '';
}

const PARTS: Readonly<Record<string, string>> = {
  ...{
    recommending: '推荐表扬的推荐单位',
    commendationNotice: '推荐表扬的通知',
    experienceNotice: '标兵材料的通知',
  },
  ...{ unit: '单位名称', category: '单位类别', year: '年份', assessment: '所连的自评' },
};

/** 年度任务“制定年度实施方案”的进度. */
function nameOf(path: readonly string[], { value }: { readonly value: Year }): string {
  const [part = '', name = '', id = '', , code = ''] = path;
  if (part === 'links') return `${placeName(name, value)}的对应评分项`;
  if (part === 'tables') return tableName(path, value);
  if (part === 'forms') return columnName(path, value);
  if (part !== 'registers') return own(PARTS, part) ?? '年度工作';
  if (!Object.hasOwn(REGISTERS, name)) return '其他台账';
  const register = name as RegisterName;
  const column = allColumns(value, register).find((each) => each.code === code);
  const fields = entriesOf(value, register).find((each) => each.id === id)?.fields ?? {};
  const label = column?.label ?? registerOf(register).fieldLabel?.(code, fields);
  return `${entryName(value, register, id)}${label === undefined ? '' : `的${label}`}`;
}

function placeName(key: string, value: Year): string {
  const [name = '', id = ''] = key.split('/');
  return Object.hasOwn(REGISTERS, name) ? entryName(value, name as RegisterName, id) : '其他台账';
}

function entryName(value: Year, register: RegisterName, id: string): string {
  const entry = entriesOf(value, register).find((each) => each.id === id);
  const first = entry && allColumns(value, register).map((column) => shownIn(column, entry));
  const called = first?.find((text) => text !== '' && !/^\d{4}-\d{2}-\d{2}$/u.test(text)) ?? '';
  return `${REGISTERS[register].label}${called === '' ? '' : `“${called.slice(0, 20)}”`}`;
}

const FORM_PARTS: Readonly<Record<string, string>> = {
  ...{ label: '名称', hidden: '显示', listed: '列表', choices: '选项', kind: '类型', personal: '个人信息' },
};

/** 行政调解栏目“协议书编号”的名称; where one side alone has the column, by what it is called there. */
function columnName([, name = '', key = '', field = '']: readonly string[], value: Year): string {
  if (!Object.hasOwn(REGISTERS, name)) return '其他台账的栏目';
  const register = name as RegisterName;
  const column = allColumns(value, register).find(({ code }) => code === key);
  const called = column ? `“${column.label}”` : '';
  const part = own(FORM_PARTS, field);
  return `${REGISTERS[register].label}栏目${called}${part === undefined ? '' : `的${part}`}`;
}

/** A column, or one part of it. */
function formWords(field: string | undefined, content: unknown): string {
  if (field === 'hidden') return content === true ? '不显示' : '显示';
  if (field === 'listed')
    return content === true ? '在列表里' : content === false ? '不在列表里' : '按参考格式';
  if (field === 'personal') return content === true ? '是' : '不是';
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return wordsIn(content);
  return 'label' in content ? String(content.label) : '按参考格式';
}

/** Items of a link, of a whole one or one by one. */
function itemWords(content: unknown): string {
  if (typeof content !== 'object' || content === null) return wordsIn(content);
  if ('items' in content) return itemWords(content.items);
  if (Array.isArray(content)) return content.map(itemWords).join('、');
  return 'key' in content && 'title' in content
    ? `${String(content.key)} ${String(content.title)}`
    : wordsIn(content);
}

/** All that was typed in a part, in its order; a project by its name. */
function wordsIn(content: unknown, names: Readonly<Record<string, string>> = {}): string {
  if (typeof content === 'string') return shownOwner(content, names);
  if (typeof content === 'number') return String(content);
  if (typeof content !== 'object' || content === null) return '';
  if ('sha256' in content && 'fileName' in content && 'role' in content) {
    return `${String(content.fileName)}（${FILE_ROLE_LABELS[content.role as keyof typeof FILE_ROLE_LABELS]}）`;
  }
  return Object.entries(content)
    .filter(([name]) => name !== 'id' && name !== 'kind')
    .map(([, part]) => wordsIn(part, names))
    .filter((words) => words !== '')
    .join('，');
}
