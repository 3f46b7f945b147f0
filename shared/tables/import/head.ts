import { type Points, showPoints } from '../../values/points.ts';
import { readPoints } from '../../values/typed-number.ts';
import { squeeze } from '../rule-text/compact.ts';
import type { ImportWarning, StandardDraft } from '../standard-draft.ts';
import { passScoreOf } from './pass-score.ts';
import { captionTexts, namesTable } from '../reading/captions.ts';
import type { SourceTable } from '../source-table.ts';

/** What the words above, around and below tables say of the standard as a whole. */
export interface HeadWords {
  /** '' where none stands there. */
  readonly title: string;
  readonly documentNumber: string;
  readonly passScore: Points | undefined;
  readonly fullScore: Points | undefined;
}

/**
 * Title rows, remarks and the paragraphs around the tables: the title, 文号, 总分 and the score that has to be reached.
 * `file`: all tables of the file, those that were left out as well.
 */
export function headOf(
  { rows, notes }: Pick<StandardDraft, 'rows' | 'notes'>,
  tables: readonly SourceTable[],
  file: readonly SourceTable[] = tables,
): HeadWords {
  const titles = rows.flatMap(({ fate, text }) => (fate === 'title' ? [text] : []));
  const around = tables.flatMap(({ before = [], after = [] }) => [...before, ...after]);
  const texts = [...titles, ...around, ...notes.map(({ text }) => text)];
  return {
    title: titleIn([...titles, ...namesAbove({ rows, notes })], tables) || titleAbove(tables, file),
    documentNumber: first(texts, documentNumberIn) ?? '',
    passScore: passScoreOf(texts),
    fullScore: first(texts, fullScoreIn),
  };
}

/** Remarks above the header that name the table: 附件1：评分表. */
function namesAbove({ rows, notes }: Pick<StandardDraft, 'rows' | 'notes'>): string[] {
  const heads = new Map<string, number>();
  for (const { table, row, fate } of rows) if (fate === 'header' && !heads.has(table)) heads.set(table, row);
  return notes
    .filter(({ table, row }) => row > 0 && row < (heads.get(table) ?? 0))
    .map(({ text }) =>
      text.replace(/^附[件表]\s*\d*\s*[:：]\s*/, '').replace(/[（(][^（()）]*分[^（()）]*[)）]\s*$/, ''),
    )
    .filter((text) => namesTable(text.replace(/\s+/g, '')) && text.length <= 60);
}

function first<T>(texts: readonly string[], read: (text: string) => T | undefined): T | undefined {
  for (const text of texts) {
    const found = read(text);
    if (found !== undefined) return found;
  }
  return undefined;
}

const NO_TITLE =
  /^\s*(?:#|表\s*\d|[一二三四五六七八九十]+、|第[一二三四五六七八九十]+[部章节]|附[件表录]|单位|说明|注|备注|填表|被考核|受检|日期|年度?：|[（(])|[。；;|]|[：:]\s*$/;

/** Title rows first, then the paragraphs from the table up, then what the table is called. */
function titleIn(titles: readonly string[], tables: readonly SourceTable[]): string {
  const [table] = tables;
  const captions = captionTexts(tables);
  const heading = /^(?:表\d+|[^：]{1,31})：(.+?)(?:（含?隐藏.*）)?$/.exec(table?.name ?? '')?.[1] ?? '';
  const candidates = titlesOf([...titles, ...[...(table?.before ?? [])].reverse(), heading]).filter(
    (text) => !captions.has(text),
  );
  return candidates.find((text) => namesTable(text)) ?? candidates[0] ?? '';
}

/** What stands over a form of names and dates, left out, right above the first table: the name of both. */
function titleAbove([first]: readonly SourceTable[], file: readonly SourceTable[]): string {
  const above = file.slice(
    0,
    file.findIndex(({ id }) => id === first?.id),
  );
  return titlesOf(above.flatMap(({ before = [] }) => before).reverse()).find(namesTable) ?? '';
}

function titlesOf(texts: readonly string[]): string[] {
  return texts.map(spacedOut).filter((text) => text !== '' && text.length <= 100 && !NO_TITLE.test(text));
}

/** 考 核 评 分 表 as a word; line breaks as blanks. */
function spacedOut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return /^(?:\S ){4,}\S?$/.test(`${line} `) ? line.replaceAll(' ', '') : line;
}

const DOCUMENT_NUMBER =
  /[\p{Script=Han}]{1,12}[〔[［【(（]\s*(?:19|20)\d{2}\s*[〕\]］】)）]\s*第?\s*\d{1,4}\s*号/u;

/** 考办〔2024〕5号. */
function documentNumberIn(text: string): string | undefined {
  return DOCUMENT_NUMBER.exec(text)?.[0].replace(/\s+/g, '').replace(/^文号/, '');
}

/** 2018年 in a title or a file's name, as an edition; '' where none is named. */
export function editionIn(text: string): string {
  const [year] = /(?:19|20)\d\d(?=\s*年)/.exec(text) ?? [];
  return year === undefined ? '' : `${year}年`;
}

/** 总分100分, 满分为200分, 百分制. */
function fullScoreIn(text: string): Points | undefined {
  const flat = squeeze(text);
  const read = readPoints(
    /(?:总分|满分|总分值)[均都各]?(?:为|:|共|是)?(\d{2,4}(?:\.\d{1,2})?)分(?!(?:\([^)]*\))?(?:及其?)?以[上下])/.exec(
      flat,
    )?.[1] ?? '',
    {},
  );
  if ('value' in read) return read.value;
  return /实行百分制|采用百分制|百分制(?:计分|考核|评分)/.test(flat) ? 10_000 : undefined;
}

/** Whether a table, or the words around it, say that this is what the scores make together. */
export function isStatedTotal(
  draft: Pick<StandardDraft, 'sums' | 'rows'>,
  tables: readonly SourceTable[],
  fullScore: Points,
): boolean {
  const isDeclared = draft.sums.some(({ points }) => points === fullScore);
  const around = tables.flatMap(({ name, before = [], after = [] }) => [name, ...before, ...after]);
  const rows = draft.rows.flatMap(({ fate, text }) => (APART.has(fate) ? [text] : []));
  const shown = showPoints(fullScore);
  const confirmed = new RegExp(
    `(?<![\\d.])${shown.replace('.', '\\.')}\\s*分|[(（]${shown.replace('.', '\\.')}[)）]`,
  );
  return (
    isDeclared || [...around, ...rows].some((text) => confirmed.test(text) || fullScoreIn(text) === fullScore)
  );
}

/** Where nobody says what the scores make together, and it is not 100, their sum has to be looked at: parts may count twice. */
export function unstatedTotal(
  draft: StandardDraft,
  tables: readonly SourceTable[],
  fullScore: Points,
  said?: Points,
): ImportWarning[] {
  if (fullScore === 0 || fullScore === 10_000 || isStatedTotal(draft, tables, fullScore)) return [];
  return [{ code: UNSTATED, table: '', row: 0, column: 0, message: unstatedWords(fullScore, said) }];
}

/** Code of the warning. */
export const UNSTATED = 'totalUnstated';

function unstatedWords(fullScore: Points, said: Points | undefined): string {
  const stated =
    said === undefined || said === fullScore ? '文件没有写明总分' : `文件写明的总分是${showPoints(said)}分`;
  return `${stated}，${summed(fullScore)}；请核对有没有重复计算或漏掉的分值`;
}

function summed(fullScore: Points): string {
  return `各项分值相加是${showPoints(fullScore)}分`;
}

/** Whether a warning of the reading is still true: the scores may have been put right since. */
export function isStillTrue(
  { code, message }: Pick<ImportWarning, 'code' | 'message'>,
  fullScore: Points,
): boolean {
  return code !== UNSTATED || message.includes(summed(fullScore));
}

const APART = new Set(['title', 'header', 'note', 'sum']);
