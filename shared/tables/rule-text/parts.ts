/** 有方案、有记录和有总结 -> its parts; “好”“较好” likewise. */
export function splitParts(condition: string): string[] {
  const list = condition.split(/[:\n]/).at(-1) ?? '';
  const quoted = [...list.matchAll(/[“"]([^“”"]+)[”"]/g)].map(([, words = '']) => words);
  if (quoted.length > 1) return quoted;
  return list
    .split(/[、,;。]|以及|和(?![谐解])|及(?![时格早])/)
    .map((part) => part.replace(/(?:的|者|等)$/, ''))
    .filter((part) => part !== '' && !/^(?:其中|每项|以上)$/.test(part));
}
