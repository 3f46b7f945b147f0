import { type Points, parsePoints, showPoints } from '../../../../shared/values/points.ts';

/** A typed value, or the Chinese sentence that says what is wrong with it. */
export type Parsed = { readonly value: number } | { readonly problem: string };

/** Full-width digits and the Chinese full stop come from input methods; they mean the same number. */
function halfWidth(text: string): string {
  return text.normalize('NFKC').replace(/。/g, '.').trim();
}

/** Points given by hand: 0 to `full` in steps of `step` (hundredths). Full marks are always allowed. */
export function parseAward(text: string, full: Points, step: Points): Parsed {
  const plain = halfWidth(text);
  if (plain === '') return { problem: '请输入得分；不打分请点“清除评分”' };
  const value = parsePoints(plain);
  if (value === undefined) {
    return { problem: /^-?\d+\.\d{3,}$/.test(plain) ? '最多写两位小数' : '请输入数字，例如 2.5' };
  }
  if (value < 0) return { problem: '得分不能小于 0' };
  if (value > full) return { problem: `得分不能超过分值 ${showPoints(full)} 分` };
  if (step > 1 && value % step !== 0 && value !== full) {
    return { problem: `按 ${showPoints(step)} 分一档给分` };
  }
  return { value };
}

/** A count of things: a whole number from 0 to `max`. */
export function parseCount(text: string, max: number): Parsed {
  const plain = halfWidth(text);
  if (plain === '') return { problem: '请输入数量，没有请填 0' };
  if (/^-\d/.test(plain)) return { problem: '不能小于 0' };
  if (!/^\d+$/.test(plain)) return { problem: '请输入整数' };
  const value = Number(plain);
  return value > max ? { problem: `不能超过 ${max.toLocaleString('zh-CN')}` } : { value };
}
