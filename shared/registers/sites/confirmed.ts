import { NAMING_LEVEL_LABELS } from '../../campaign/schema.ts';
import { type Entry, fieldOf } from '../entry.ts';
import { textKey } from '../text-key.ts';
import { whenOf } from '../when.ts';
import { documentYears, isDocumentNumber } from './document-number.ts';

/** Who is being brought on to become a 示范点, and is none yet. */
export const CULTIVATED = '培育对象';
/** The one above the 示范点. */
export const MODEL = '标兵';

const SITE_LEVELS: readonly string[] = Object.values(NAMING_LEVEL_LABELS);

/** What a 示范点 is called by its level; whatever else is typed there is none. */
export const isSiteLevel = (level: string): boolean => SITE_LEVELS.includes(level.trim());

/** By which day (ISO 8601) and of which year a list is read. */
export interface SiteYear {
  readonly today: string;
  readonly year: number;
}

/** Why a day is none on which a step of this year was taken; '' where it is one. Of a stretch or a month all must be over. */
export function stepProblem(text: string, { today, year }: SiteYear): string {
  const when = whenOf(text);
  if (!when) return '不是日期';
  if (Number(when.month.slice(0, 4)) !== year) return `不是${year}年的`;
  return when.last > today ? '还没有到或者没有过完' : '';
}

/** Why 确认 does not count: a document says it, with its 文号 and its day. '' where it counts, undefined where nothing is said of it. */
export function unconfirmedWords(entry: Pick<Entry, 'fields'>, of: SiteYear): string | undefined {
  const day = fieldOf(entry, 'confirmed').trim();
  const number = fieldOf(entry, 'confirmNumber').trim();
  const hasNumber = textKey(number) !== undefined;
  if (hasNumber && !isDocumentNumber(number))
    return `确认文号（${number}）看不出是确认文件的文号（请只写文号，如 示法〔2026〕3号），不算已确认`;
  if (day === '') return hasNumber ? '填了确认文号，没有填确认日期，不算已确认' : undefined;
  if (!hasNumber) return '填了确认日期，没有填确认文号，不算已确认';
  const problem = stepProblem(day, of);
  if (problem !== '') return `确认日期（${day}）${problem}，不算已确认`;
  // At the turn of a year the document may be of the one before.
  const years = documentYears(number);
  return years.some((year) => year === of.year || year === of.year - 1)
    ? ''
    : `确认文号是${[...new Set(years)].join('、')}年的，确认日期是${of.year}年的，不算已确认`;
}

/** The one rule of it, for the steps, what is due, the carry-over and the paper. */
export function isConfirmed(entry: Pick<Entry, 'fields'>, of: SiteYear): boolean {
  return unconfirmedWords(entry, of) === '';
}

export const LEVEL_LEFT = `已确认，级别还是“${CULTIVATED}”，请核对`;
