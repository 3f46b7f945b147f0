import { showable } from '../../values/text.ts';
import { type Entry, fieldOf } from '../entry.ts';
import { registerOf, type RegisterName } from '../kinds.ts';
import { columnsIn } from './columns.ts';
import type { Year } from './schema.ts';

/** "行政调解工作：公布名单": what is typed in its first columns that hold words. */
export function titleOf(year: Pick<Year, 'forms'>, name: RegisterName, entry: Entry): string {
  const { called } = registerOf(name);
  const words = columnsIn(year, name)
    .filter(({ kind, personal }) => !personal && (kind === 'text' || kind === 'long'))
    .filter(({ code }) => called?.includes(code) ?? true)
    .map(({ code }) => fieldOf(entry, code))
    .filter((text) => text !== '')
    .map((text) => text.trim().replace(/\s*\n\s*/gu, ' '));
  return showable(words.slice(0, 2).join('：'), 80) || '（还没有填写）';
}
