import type { MaterialLimits } from './schema.ts';

/** What the notice limits a material to; '' where it does not. */
export function limitWords(limits: MaterialLimits | undefined): string {
  if (!limits) return '';
  const { megabytes, files, formats } = limits;
  return [
    ...uncountedWords(limits),
    ...(megabytes === undefined ? [] : [`每个文件不超过 ${megabytes} MB`]),
    ...(files === undefined ? [] : [`最多 ${files} 份`]),
    ...(formats.length === 0 ? [] : [`文件类型 ${formats.join('、')}`]),
  ].join('，');
}

/** Those that the program cannot see for itself: it counts no words of a file, and no minutes. */
export function uncountedWords({ words, minutes }: Pick<MaterialLimits, 'words' | 'minutes'>): string[] {
  return [
    ...(words === undefined ? [] : [`${words} 字以内`]),
    ...(minutes === undefined ? [] : [`${minutes} 分钟以内`]),
  ];
}
