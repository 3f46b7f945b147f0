import type { Entry } from '../../shared/registers/entry.ts';
import { registerOf, type RegisterName } from '../../shared/registers/kinds.ts';
import { daysLeftWords, materialLack, standingOf } from '../../shared/registers/tasks.ts';

/** What an entry asks for today, and how loud. */
export function dueWords(
  name: RegisterName,
  entry: Entry,
  today: string,
): { readonly words: string; readonly tone: 'late' | 'soon' | 'calm' } {
  if (name !== 'tasks') {
    const words = registerOf(name).due?.(entry, today) ?? '';
    return { words, tone: words.includes('过期') ? 'late' : words === '' ? 'calm' : 'soon' };
  }
  const standing = standingOf(entry, today);
  const lack = materialLack(entry);
  const words = [daysLeftWords(standing), lack].filter((each) => each !== '').join('；');
  if (standing.standing === 'late') return { words, tone: 'late' };
  return { words, tone: standing.standing === 'soon' || lack !== '' ? 'soon' : 'calm' };
}
