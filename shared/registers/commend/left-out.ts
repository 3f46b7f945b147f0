import { fieldOf } from '../entry.ts';
import { registerOf } from '../kinds.ts';
import { filledEntries } from '../year/entries.ts';
import type { Year } from '../year/schema.ts';
import { checkList, noticeOf } from './check.ts';
import { materialOf, TEXT_COLUMNS, type TextRegister } from './summary.ts';

const PARTS: Readonly<Record<'commendation' | 'experience', readonly TextRegister[]>> = {
  commendation: ['commendedUnits', 'commendedPersons'],
  experience: ['experiences'],
};

/** What the exported material lacks, and how much of it must still be put right; '' for nothing. */
export function leftOutWords(year: Year, of: keyof typeof PARTS): string {
  const parts = PARTS[of];
  const lacking = parts.flatMap((name) => {
    const { unit, label } = registerOf(name);
    const count = filledEntries(year, name).filter(
      (entry) =>
        fieldOf(entry, TEXT_COLUMNS[name]).trim() === '' &&
        materialOf(noticeOf(year, name), name, entry)?.required !== false,
    ).length;
    return count === 0
      ? []
      : [`${label} ${count} ${unit}没有${name === 'experiences' ? '文字材料' : '总结'}`];
  });
  const files =
    of === 'experience'
      ? 0
      : parts.flatMap((name) => filledEntries(year, name)).reduce((sum, each) => sum + each.files.length, 0);
  const errors = parts
    .flatMap((name) => checkList(year, name).sayings)
    .filter(({ severity }) => severity === 'error').length;
  return [
    ...lacking,
    ...(files === 0 ? [] : [`各行添加的材料 ${files} 份不在里面`]),
    ...(errors === 0 ? [] : [`还有 ${errors} 处要改`]),
  ].join('；');
}
