import { formatPoints, MAX_POINTS, type Points, showPoints } from './points.ts';

/**
 * The one reader of numbers that people wrote: in a field, a workbook, a table, a terminal. Files and the wire hold
 * machine forms, which `points.ts` reads by itself and more strictly.
 */

/** A number, or the Chinese sentence that says why it is none. */
export type ReadNumber = { readonly value: number } | { readonly problem: string };

export interface NumberForm {
  /** What may stand behind it: 分, %, 处. */
  readonly units?: readonly string[];
  /** May be below 0. */
  readonly signed?: boolean;
}

/** Soft hyphens, spaces of no width, byte order marks, marks of the reading direction, variation selectors. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
/** What input methods and word processors write for signs, beyond the full-width forms. */
const SIGNS: Readonly<Record<string, string>> = {
  ...{ '。': '.', '｡': '.', '﹒': '.', '﹐': ',', '﹪': '%', '﹢': '+' },
  ...{ '﹣': '-', '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '―': '-', '−': '-' },
};

/** As it is seen, full-width forms in half width. Nothing else becomes a digit: ① and ² are other signs than 1 and 2. */
export function halfWidth(text: string): string {
  return text
    .replace(UNSEEN, '')
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** Nothing that is seen. */
export function isBlank(text: string): boolean {
  return halfWidth(text).trim() === '';
}

const PLAIN = /^(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d+)?$/;
const ANY = '请输入数字，例如 2.5';

interface Decimal {
  /** "-1200.5": no zeros that say nothing. */
  readonly text: string;
  /** One of the form's units; '' where none was written. */
  readonly unit: string;
}

/** "−1,200.50 分" -> "-1200.5" and 分. A comma parts thousands and nothing else, a minus needs a signed form. */
export function readDecimal(typed: string, form: NumberForm): Decimal | { readonly problem: string } {
  const text = [...halfWidth(typed)].map((sign) => SIGNS[sign] ?? sign).join('');
  const [, sign = '', number = '', unit = ''] = /^([+-]?)\s*([\d.,]*)\s*(.*)$/s.exec(text.trim()) ?? [];
  if (!/\d/.test(number)) return { problem: /\p{N}/u.test(unit) ? strange(unit) : ANY };
  if (unit !== '' && !form.units?.includes(unit)) return { problem: strange(unit) };
  if (!PLAIN.test(number)) return { problem: misplaced(number) };
  const [whole = '', decimals = ''] = number.replaceAll(',', '').split('.');
  const plain = whole.replace(/^0+(?=\d)/, '') || '0';
  const rest = decimals.replace(/0+$/, '');
  const value = rest === '' ? plain : `${plain}.${rest}`;
  if (sign !== '-') return { text: value, unit };
  if (!form.signed) return { problem: '不能小于 0，请去掉负号' };
  return { text: value === '0' ? value : `-${value}`, unit };
}

/** Hundredths of a point, or of a percent: at most two decimals. */
export function readPoints(typed: string, form: NumberForm & { readonly most?: Points }): ReadNumber {
  const { most = MAX_POINTS } = form;
  const read = readDecimal(typed, form);
  if ('problem' in read) return read;
  const [, sign = '', whole = '', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(read.text) ?? [];
  if (decimals.length > 2) return { problem: '最多写两位小数' };
  const value = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  if (value > most) return { problem: `不能${sign === '-' ? '小于 -' : '大于 '}${showPoints(most)}` };
  return { value: sign === '-' ? -value : value };
}

/** A whole number from 0 on. */
export function readWhole(
  typed: string,
  form: { readonly units?: readonly string[]; readonly most: number },
): ReadNumber {
  const read = readDecimal(typed, form);
  if ('problem' in read) return { problem: read.problem.replace(ANY, '请输入整数') };
  if (read.text.includes('.')) return { problem: '请输入整数' };
  const value = Number(read.text);
  return value > form.most ? { problem: `不能超过 ${form.most.toLocaleString('zh-CN')}` } : { value };
}

/** As files hold it: "２。5分" -> "2.50". */
export function writtenPoints(
  typed: string,
  form: NumberForm,
): { readonly text: string } | { readonly problem: string } {
  const read = readPoints(typed, form);
  return 'problem' in read ? read : { text: formatPoints(read.value) };
}

function strange(unit: string): string {
  if (/^\d/.test(unit)) return '数字中间不能有空格';
  const sign = [...unit][0] ?? '';
  // ①, ², Ⅴ, 〇: they look like digits and are none.
  return /\p{N}/u.test(sign) ? `“${sign}”不是普通数字，请改成 0 至 9` : `${ANY}；“${unit}”不能写在里面`;
}

function misplaced(number: string): string {
  return number.includes(',') ? '逗号只用来分千位（如 1,200），小数点请写成 2.5 这样' : ANY;
}
