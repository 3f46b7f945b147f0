const NAMED = 5;

/** What the system would not let us read, in a sentence. */
export function unreadWords(unread: readonly string[]): string {
  const names = unread.slice(0, NAMED).map((name) => `“${name}”`);
  const more = unread.length > NAMED ? `等 ${unread.length} 个` : '';
  return `${names.join('、')}${more}没有读到：可能已经移走，是快捷链接，或系统不让读取`;
}
