import { aheadWords } from '../ahead.ts';
import type { Column } from '../column.ts';
import { countOf } from '../count.ts';
import { MAX_FIELD } from '../entry.ts';
import { own } from '../../values/own.ts';
import { limitOf } from '../limit-day.ts';
import { readDay } from '../read-day.ts';

/** What is registered of a cell, and what is to be said of that. */
export function readCell(
  text: string,
  column: Column,
  days: { readonly year: number; readonly zeros: boolean; readonly unit: string; readonly today: string },
): { text: string; problem: string } {
  const { kind, choices = [] } = column;
  if (text.length > MAX_FIELD) return { text: text.slice(0, MAX_FIELD), problem: '太长，没有全部登记' };
  if (kind === 'day') {
    const { day, written = day, doubt = '' } = readDay(text, days);
    // 2026年10月31日前 says more than the day, 全年 as much as is to be said.
    if (written === undefined && column.planned && limitOf(text, days.year)) return { text, problem: '' };
    return written === undefined
      ? { text, problem: '看不出是哪一天，照原样登记' }
      : {
          text: written,
          problem: [doubt, aheadWords(written, column, days.today)].filter(Boolean).join('；'),
        };
  }
  if (kind === 'count') {
    const count = countOf(text, days.unit);
    return count === undefined
      ? { text, problem: '看不出是哪个整数，照原样登记；统计时不加' }
      : { text: String(count), problem: '' };
  }
  return kind === 'choice' && !choices.includes(text) ? readChoice(text, column) : { text, problem: '' };
}

const plainOf = (text: string): string => text.normalize('NFKC').replace(/\s|[。.!;；]+$/gu, '');

function readChoice(text: string, column: Column): { text: string; problem: string } {
  const { choices = [], alike = {}, perhaps = {} } = column;
  const plain = plainOf(text);
  const choiceIn = (words: NonNullable<Column['alike']>): string | undefined =>
    choices.find((choice) => own(words, choice)?.some((word) => plainOf(word) === plain));
  const sure = choices.find((choice) => plainOf(choice) === plain) ?? choiceIn(alike);
  if (sure !== undefined) return { text: sure, problem: '' };
  const likely = choiceIn(perhaps);
  return likely === undefined
    ? { text, problem: unknownChoice(plain, column) }
    : { text: likely, problem: `按“${likely}”登记` };
}

function unknownChoice(plain: string, { of, shared = [] }: Column): string {
  if (of === undefined) return '不在选项里，照原样登记';
  const count = shared.filter((name) => plainOf(name) === plain).length;
  if (count > 0) return `有${count}个这样的项目，不知道是哪一个，照原样登记，请在登记后选`;
  return '没有这样的项目，照原样登记，请在登记后选';
}
