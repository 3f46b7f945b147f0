/** A long name in even lines of at most `width` characters; cut where `lines` of them do not hold it. */
export function wrapTitle(title: string, width: number, lines: number): string[] {
  const all = [...title];
  const characters = all.length > width * lines ? [...all.slice(0, width * lines - 1), '…'] : all;
  const count = Math.ceil(characters.length / width);
  const even = Math.ceil(characters.length / count);
  return Array.from({ length: count }, (_, line) =>
    characters.slice(line * even, (line + 1) * even).join(''),
  );
}
